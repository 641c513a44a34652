-- A journal as version 3 left it. Released: never changed.
PRAGMA application_id = 1347709292;
PRAGMA user_version = 3;
BEGIN TRANSACTION;
CREATE TABLE attempt (
        seq INTEGER PRIMARY KEY REFERENCES event (seq),
        reference TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(reference) > 0),
        state TEXT NOT NULL,
        identifier_kind TEXT NOT NULL,
        identifier_value TEXT NOT NULL,
        shown TEXT NOT NULL,
        name TEXT NOT NULL,
        points TEXT NOT NULL,
        bill TEXT NOT NULL,
        program_id TEXT NOT NULL,
        member_group TEXT NOT NULL,
        custom_fields TEXT NOT NULL,
        notes TEXT NOT NULL,
        validation TEXT NOT NULL,
        worth TEXT,
        till TEXT NOT NULL,
        cashier TEXT NOT NULL,
        at TEXT NOT NULL,
        at_us INTEGER NOT NULL,
        day INTEGER NOT NULL,
        changed TEXT NOT NULL,
        changed_us INTEGER NOT NULL,
        sends INTEGER NOT NULL DEFAULT 1,
        doubtful INTEGER NOT NULL DEFAULT 0,
        looks INTEGER NOT NULL DEFAULT 0,
        settled_late INTEGER NOT NULL DEFAULT 0,
        redemption_id TEXT NOT NULL DEFAULT '',
        moved_points TEXT,
        moved_value TEXT,
        balance TEXT,
        is_group INTEGER NOT NULL DEFAULT 0,
        redeemed_request_id TEXT NOT NULL DEFAULT '',
        code TEXT NOT NULL DEFAULT '',
        message TEXT NOT NULL DEFAULT '',
        request_id TEXT NOT NULL DEFAULT '',
        digits TEXT NOT NULL DEFAULT '',
        national TEXT NOT NULL DEFAULT '',
        last_digits TEXT NOT NULL DEFAULT '',
        bill_key TEXT NOT NULL DEFAULT '',
        redemption_key TEXT NOT NULL DEFAULT '',
        remembered INTEGER NOT NULL DEFAULT 1,
        rechecked INTEGER NOT NULL DEFAULT 0
    , service TEXT NOT NULL DEFAULT '', user_id TEXT NOT NULL DEFAULT '', person_key TEXT NOT NULL DEFAULT '', loose_key TEXT NOT NULL DEFAULT '', refusal TEXT NOT NULL DEFAULT '', candidate TEXT NOT NULL DEFAULT '', begun TEXT NOT NULL DEFAULT '', journal_id TEXT NOT NULL DEFAULT '', salt BLOB NOT NULL DEFAULT x'', person BLOB NOT NULL DEFAULT x'');
INSERT INTO "attempt" VALUES(1,'01KAN4Z7Q8V9W0X1Y2Z3A4B5C6','redeemed','mobile','919777788221','+91 ••••• •8221','Asha Rao','250.125','B-17','','','[["purpose", "gift"]]','','code',NULL,'till.one','Ravi','2026-11-22T14:37:11+05:30',1795338431000000,20261122,'2026-11-22T14:37:11+05:30',1795338431000000,1,0,0,0,'7t4y2a',NULL,'250.13','1740.875',0,'req-1','','','','919777788221','9777788221','122887777919','b-17','7t4y2a',1,0,'https://loyalty.example.com','','mobile:788221','b17','','','2026-11-22T14:37:11+05:30','0d2d1d2a2af2e935461fe03147ee058b',X'22CAA03CF74B6C77D3E263F2219264A3',X'A43A7B4F26A98AB967D1EF030F4B051712CADC3B76708181349DF9DFE278AA0C');
INSERT INTO "attempt" VALUES(3,'01KAN4Z7Q8V9W0X1Y2Z3A4B5C7','unknown','mobile','919777788221','+91 ••••• •8221','Asha Rao','1','B-18','','','[["purpose", "gift"]]','','code',NULL,'till.one','Ravi','2026-11-22T14:37:11+05:30',1795338431000000,20261122,'2026-11-22T14:37:11+05:30',1795338431000000,1,0,1,0,'',NULL,NULL,NULL,0,'','PT-TIMEOUT','','','919777788221','9777788221','122887777919','b-18','',1,0,'https://loyalty.example.com','','mobile:788221','b18','','','2026-11-22T14:37:11+05:30','0d2d1d2a2af2e935461fe03147ee058b',X'6A5F021947298171A7BC559F64D2F5C5',X'B0FA3D3791DE186A667FE9D5441F2B41C161B3AFE1E03D0B508C29EEA16DE171');
INSERT INTO "attempt" VALUES(6,'01KAN4Z7Q8V9W0X1Y2Z3A4B5C8','refused','mobile','919777788221','+91 ••••• •8221','Asha Rao','3','B-19','','','[["purpose", "gift"]]','','code',NULL,'till.one','Ravi','2026-11-22T14:37:11+05:30',1795338431000000,20261122,'2026-11-22T14:37:11+05:30',1795338431000000,1,0,0,0,'',NULL,NULL,NULL,0,'','808','wrong code','','919777788221','9777788221','122887777919','b-19','',1,0,'https://loyalty.example.com','','mobile:788221','b19','','','2026-11-22T14:37:11+05:30','0d2d1d2a2af2e935461fe03147ee058b',X'9AF8410370641D0CB5520AD9A8763548',X'5B4E74FB984657A3DCC2B5C272AC42FE69AFE03B5143A50F5899C1B6A277DD2A');
CREATE TABLE chain (
        seq INTEGER PRIMARY KEY REFERENCES event (seq),
        facts BLOB NOT NULL,
        hash BLOB NOT NULL
    );
INSERT INTO "chain" VALUES(1,X'',X'78E86DFC506D2D99959B8B6C97C7026CAAA7B23174DE4BF70218EE58024A16AD');
INSERT INTO "chain" VALUES(2,X'993E5296954C6A4C9405A04B1112E24F6DCFA4514901580D3588931182725404',X'5EEA55F1822B5191DBB01C7A1E1548A97C10A5C0D6771FE3CD3947109A1E723C');
INSERT INTO "chain" VALUES(3,X'',X'6959B0660FE1FEF426B99BD645A250BD08DB597BBFBE90896CBDFE4F75321742');
INSERT INTO "chain" VALUES(4,X'',X'A73390EF054FE37FB3960A0EBD49252B9FEE4555BF7F565E4CD730E994B77CEE');
INSERT INTO "chain" VALUES(5,X'55ECF161C81775BD80697D7954FB9B806C205E90B5ABBFEDB8590D3A6ECAA9C3',X'5E612C71AEBB0CB2B1633FBBA4635B51CFDAB15885CB4F38F6801C6067710E38');
INSERT INTO "chain" VALUES(6,X'',X'468C3AAFC729DA35AC485E203058BA617E7B8F13F64801CB38CE64C9CBCBE28B');
INSERT INTO "chain" VALUES(7,X'22A43A04087669C5DCED4B72557EE7E80C69DE005CB322D0AD3993A7AEA63C07',X'45832B664DD926D7A3C576944CCAC1AB5885927ACF9AC397BF9D55FB40D0A779');
INSERT INTO "chain" VALUES(8,X'',X'479BD128BB174DC6F4EBA98DE50A4505C1CEE043EFE88449B7393DE96ACDB20A');
CREATE TABLE event (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        at_us INTEGER NOT NULL,
        what TEXT NOT NULL,
        till TEXT NOT NULL,
        cashier TEXT NOT NULL,
        reference TEXT NOT NULL,
        request_id TEXT NOT NULL,
        detail TEXT NOT NULL
    );
INSERT INTO "event" VALUES(1,'2026-11-22T14:37:11+05:30',1795338431000000,'begun','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B5C6','','');
INSERT INTO "event" VALUES(2,'2026-11-22T14:37:11+05:30',1795338431000000,'redeemed','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B5C6','req-1','7t4y2a');
INSERT INTO "event" VALUES(3,'2026-11-22T14:37:11+05:30',1795338431000000,'begun','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B5C7','','');
INSERT INTO "event" VALUES(4,'2026-11-22T14:37:11+05:30',1795338431000000,'lost','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B5C7','','PT-TIMEOUT');
INSERT INTO "event" VALUES(5,'2026-11-22T14:37:11+05:30',1795338431000000,'looked','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B5C7','','');
INSERT INTO "event" VALUES(6,'2026-11-22T14:37:11+05:30',1795338431000000,'begun','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B5C8','','');
INSERT INTO "event" VALUES(7,'2026-11-22T14:37:11+05:30',1795338431000000,'refused','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B5C8','','808');
INSERT INTO "event" VALUES(8,'2026-11-26T01:47:59.547919+00:00',1795657679547919,'chained','','','','','0d2d1d2a2af2e935461fe03147ee058b from version 2');
CREATE TABLE journal (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        identity TEXT NOT NULL,
        moved_from TEXT NOT NULL DEFAULT '',
        machine TEXT NOT NULL DEFAULT '',
        file TEXT NOT NULL DEFAULT ''
    );
INSERT INTO "journal" VALUES(1,'0d2d1d2a2af2e935461fe03147ee058b','','','');
CREATE INDEX event_reference ON event (reference) WHERE reference > '';
CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events stay'); END;
CREATE TRIGGER event_is_not_removed BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events stay'); END;
CREATE TRIGGER attempt_is_not_removed BEFORE DELETE ON attempt BEGIN SELECT RAISE(ABORT, 'attempts stay'); END;
CREATE INDEX attempt_state ON attempt (state);
CREATE INDEX attempt_day ON attempt (day);
CREATE INDEX attempt_digits ON attempt (digits, day) WHERE digits > '';
CREATE INDEX attempt_national ON attempt (national, day) WHERE national > '';
CREATE INDEX attempt_last_digits ON attempt (last_digits, day) WHERE last_digits > '';
CREATE INDEX attempt_bill ON attempt (bill_key, day) WHERE bill_key > '';
CREATE INDEX attempt_redemption ON attempt (redemption_key, day) WHERE redemption_key > '';
CREATE INDEX attempt_reference ON attempt (reference, day);
CREATE INDEX attempt_remembered ON attempt (changed_us) WHERE remembered = 1;
CREATE TRIGGER chain_is_not_changed BEFORE UPDATE ON chain BEGIN SELECT RAISE(ABORT, 'events stay'); END;
CREATE TRIGGER chain_is_not_removed BEFORE DELETE ON chain BEGIN SELECT RAISE(ABORT, 'events stay'); END;
CREATE INDEX attempt_loose ON attempt (loose_key) WHERE loose_key > '';
CREATE INDEX attempt_person ON attempt (person_key) WHERE person_key > '';
CREATE INDEX attempt_user ON attempt (user_id) WHERE user_id > '';
CREATE INDEX attempt_unproved ON attempt (identifier_value) WHERE identifier_value > '' AND (state = 'not_applied' OR (state = 'not_sent' AND doubtful = 1) OR (state = 'refused' AND refusal IN ('not_processed', 'failed')));
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('event',8);
COMMIT;
