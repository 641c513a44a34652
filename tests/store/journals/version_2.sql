-- A journal as version 2 left it. Released: never changed.
PRAGMA application_id = 1347709292;
PRAGMA user_version = 2;
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
    , service TEXT NOT NULL DEFAULT '');
INSERT INTO "attempt" VALUES(1,'01KAN4Z7Q8V9W0X1Y2Z3A4B5C6','redeemed','mobile','919777788221','+91 ••••• •8221','Asha Rao','250.125','B-17','','','[["purpose", "gift"]]','','code',NULL,'till.one','Ravi','2026-11-22T14:37:11+05:30',1795338431000000,20261122,'2026-11-22T14:37:11+05:30',1795338431000000,1,0,0,0,'7t4y2a',NULL,'250.13','1740.875',0,'req-1','','','','919777788221','9777788221','122887777919','b-17','7t4y2a',1,0,'https://loyalty.example.com');
INSERT INTO "attempt" VALUES(3,'01KAN4Z7Q8V9W0X1Y2Z3A4B5C7','unknown','mobile','919777788221','+91 ••••• •8221','Asha Rao','1','B-18','','','[["purpose", "gift"]]','','code',NULL,'till.one','Ravi','2026-11-22T14:37:11+05:30',1795338431000000,20261122,'2026-11-22T14:37:11+05:30',1795338431000000,1,0,1,0,'',NULL,NULL,NULL,0,'','PT-TIMEOUT','','','919777788221','9777788221','122887777919','b-18','',1,0,'https://loyalty.example.com');
INSERT INTO "attempt" VALUES(6,'01KAN4Z7Q8V9W0X1Y2Z3A4B5C8','refused','mobile','919777788221','+91 ••••• •8221','Asha Rao','3','B-19','','','[["purpose", "gift"]]','','code',NULL,'till.one','Ravi','2026-11-22T14:37:11+05:30',1795338431000000,20261122,'2026-11-22T14:37:11+05:30',1795338431000000,1,0,0,0,'',NULL,NULL,NULL,0,'','808','wrong code','','919777788221','9777788221','122887777919','b-19','',1,0,'https://loyalty.example.com');
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
CREATE INDEX attempt_resendable ON attempt (identifier_value) WHERE state IN ('not_sent', 'not_applied');
CREATE INDEX attempt_remembered ON attempt (changed_us) WHERE remembered = 1;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('event',7);
COMMIT;
