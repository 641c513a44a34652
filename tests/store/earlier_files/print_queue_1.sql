-- A print queue of version 1, killed while the second receipt went to the printer. Never changed.
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE job (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    reference TEXT NOT NULL,
    document TEXT NOT NULL,
    printer TEXT NOT NULL,
    paper TEXT NOT NULL,
    opens_drawer INTEGER NOT NULL,
    state TEXT NOT NULL,
    why TEXT,
    queue_job TEXT NOT NULL,
    begun TEXT NOT NULL,
    at TEXT NOT NULL
);
INSERT INTO "job" VALUES(1,'01M8FCKEXJRTKYSTK93W7KAKBD','{"title": "01M8FCKEXJRTKYSTK93W7KAKBD", "lines": [["title", "MG Road", ""], ["rule", "", ""], ["pair", "Bill", "R0"], ["big_pair", "Points", "−12.5"], ["pair", "Value", "₹ 12.50"], ["qr", "01M8FCKEXJRTKYSTK93W7KAKBD", ""], ["centred", "Thank you", ""]], "is_rtl": false, "watermark": "", "copy_banner": "COPY"}','tcp://127.0.0.1:9','80',0,'failed','not_found','','2026-11-27T20:54:27.070317+00:00','2026-11-27T20:54:27.208279+00:00');
INSERT INTO "job" VALUES(2,'01M8FCKGNKY3A80K1YZTRJ7EZF','{"title": "01M8FCKGNKY3A80K1YZTRJ7EZF", "lines": [["title", "MG Road", ""], ["rule", "", ""], ["pair", "Bill", "R1"], ["big_pair", "Points", "−0.125"], ["pair", "Value", "₹ 0.13"], ["qr", "01M8FCKGNKY3A80K1YZTRJ7EZF", ""], ["centred", "Thank you", ""]], "is_rtl": false, "watermark": "", "copy_banner": "COPY"}','tcp://127.0.0.1:9','80',1,'sending',NULL,'','2026-11-27T20:54:28.849333+00:00','2026-11-27T20:54:28.930122+00:00');
CREATE INDEX job_reference ON job (reference) WHERE reference > '';
CREATE INDEX job_open ON job (number) WHERE state IN ('waiting', 'sending', 'taken');
COMMIT;
