-- The records of hand-overs of version 2, in which a file whose outcome may change has its hand-over. Never changed.
PRAGMA user_version = 2;
BEGIN TRANSACTION;
CREATE TABLE expected_file (
    path TEXT PRIMARY KEY,
    reference TEXT NOT NULL,
    reversal_id TEXT NOT NULL,
    hand_over TEXT NOT NULL DEFAULT ''
);
INSERT INTO "expected_file" VALUES('/srv/pos/1.json','01M8FDQHF7MEPHK6TB8F9TZ4B0','','01M8FCYYK7EE1CKEHVY1889933');
CREATE TABLE hand_over (
    id TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    seconds INTEGER NOT NULL,
    fields TEXT NOT NULL,
    key TEXT UNIQUE,
    journal TEXT,
    events INTEGER,
    reference TEXT NOT NULL DEFAULT '',
    reversal_id TEXT NOT NULL DEFAULT '',
    told TEXT,
    is_done INTEGER NOT NULL DEFAULT 0
);
INSERT INTO "hand_over" VALUES('01M8FCYYK7EE1CKEHVY1889933','2026-11-27T21:00:43.495914+00:00',1795813243,'{"mobile": "9876543003", "points": "3.125", "bill": "P1"}','p1','02e1f9717dbb140165aecb7fe94261fb',53,'01M8FCZ0KVMP5TGBCNZXZCT4Y1','','{"outcome": "redeemed", "external_reference_number": "01M8FCZ0KVMP5TGBCNZXZCT4Y1", "redemption_id": "V7iFSN", "points_redeemed": "3.125", "points_requested": "3.125", "redeemed_value": "3.125", "balance": "123448760.746", "mobile": "919876543003", "bill": "P1", "code": "800", "message": null, "request_id": "136dee3d-3843-4868-a8c3-da7831a77362", "begun": "2026-11-27T21:00:45+00:00", "at": "2026-11-27T21:00:45+00:00", "reversed_points": null, "earlier": null}',1);
INSERT INTO "hand_over" VALUES('01M8FCZ52374Y6DVDXHQ5YTWQ9','2026-11-27T21:00:50.115566+00:00',1795813250,'{"mobile": "9876543003", "points": "4.25", "bill": "P2"}','p2','02e1f9717dbb140165aecb7fe94261fb',61,'','',NULL,0);
INSERT INTO "hand_over" VALUES('01M8FCZ73E7YC8QXHRTFVG69AK','2026-11-27T21:00:52.206094+00:00',1795813252,'{"mobile": "9876543003", "points": "1", "bill": "P3"}','p3',NULL,NULL,'','',NULL,0);
CREATE TABLE awaited_file (
    path TEXT PRIMARY KEY,
    hand_over TEXT NOT NULL,
    seen TEXT NOT NULL,
    prepared TEXT NOT NULL DEFAULT ''
);
INSERT INTO "awaited_file" VALUES('/srv/pos/2.json','01M8FCZ52374Y6DVDXHQ5YTWQ9','','');
CREATE INDEX hand_over_at ON hand_over (seconds);
COMMIT;
