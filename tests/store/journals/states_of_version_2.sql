-- A journal with an attempt in every state as version 2 left it. Released: never changed.
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
INSERT INTO "attempt" VALUES(1,'01KAN4Z7Q8V9W0X1Y2Z3A4B501','redeemed','mobile','','+91 ••••• •8221','','250.125','B-OLD','','','','asked ••••• •8221','code',NULL,'till.one','Ravi','2025-10-18T14:37:11+05:30',1760778431000000,20251018,'2025-10-18T14:37:12+05:30',1760778432000000,1,0,0,0,'7t4y2a','250.125','250.13',NULL,0,'req-1','','','','','','1228','b-old','7t4y2a',0,0,'https://loyalty.example.com');
INSERT INTO "attempt" VALUES(3,'01KAN4Z7Q8V9W0X1Y2Z3A4B502','redeemed','mobile','919777788221','+91 ••••• •8221','Asha Rao','250.125','B-17','','','','','code',NULL,'till.one','Ravi','2026-11-22T14:37:11+05:30',1795338431000000,20261122,'2026-11-22T14:37:12+05:30',1795338432000000,1,0,0,0,'7t4y2a','250.125','250.13','1740.875',0,'req-1','','','','919777788221','9777788221','122887777919','b-17','7t4y2a',1,0,'https://loyalty.example.com');
INSERT INTO "attempt" VALUES(6,'01KAN4Z7Q8V9W0X1Y2Z3A4B503','unknown','mobile','919777788221','+91 ••••• •8221','Asha Rao','1','B-18','','','','','code',NULL,'till.one','Ravi','2026-11-22T14:37:11+05:30',1795338431000000,20261122,'2026-11-22T14:37:12+05:30',1795338432000000,1,0,1,0,'',NULL,NULL,NULL,0,'','','','','919777788221','9777788221','122887777919','b-18','',1,0,'https://loyalty.example.com');
INSERT INTO "attempt" VALUES(9,'01KAN4Z7Q8V9W0X1Y2Z3A4B504','refused','mobile','919777788221','+91 ••••• •8221','Asha Rao','250.125','00B/19','','','[["purpose", "gift"]]','','code',NULL,'till.one','Ravi','2026-11-22T14:37:11+05:30',1795338431000000,20261122,'2026-11-22T14:37:11+05:30',1795338431000000,1,0,0,0,'',NULL,NULL,NULL,0,'','808','wrong code','','919777788221','9777788221','122887777919','00b/19','',1,0,'https://loyalty.example.com');
INSERT INTO "attempt" VALUES(11,'01KAN4Z7Q8V9W0X1Y2Z3A4B505','not_sent','mobile','919777788221','+91 ••••• •8221','Asha Rao','250.125','B-20','','','','','code',NULL,'till.one','Ravi','2026-11-22T14:37:11+05:30',1795338431000000,20261122,'2026-11-22T14:37:12+05:30',1795338432000000,1,0,0,0,'',NULL,NULL,NULL,0,'','','','','919777788221','9777788221','122887777919','b-20','',1,0,'https://loyalty.example.com');
INSERT INTO "attempt" VALUES(13,'01KAN4Z7Q8V9W0X1Y2Z3A4B506','not_applied','mobile','919777788221','+91 ••••• •8221','Asha Rao','250.125','B-21','','','','','code',NULL,'till.one','Ravi','2026-11-22T14:37:11+05:30',1795338431000000,20261122,'2026-11-22T14:37:12+05:30',1795338432000000,1,0,1,0,'',NULL,NULL,NULL,0,'','','','','919777788221','9777788221','122887777919','b-21','',1,1,'https://loyalty.example.com');
INSERT INTO "attempt" VALUES(19,'01KAN4Z7Q8V9W0X1Y2Z3A4B507','not_applied','mobile','919777788221','+91 ••••• •8221','Asha Rao','250.125','','','','','','code',NULL,'till.one','Ravi','2026-11-22T14:37:12+05:30',1795338432000000,20261122,'2026-11-22T14:37:12+05:30',1795338432000000,2,0,0,0,'',NULL,NULL,NULL,0,'','','','','919777788221','9777788221','122887777919','','',1,0,'https://loyalty.example.com');
INSERT INTO "attempt" VALUES(22,'01KAN4Z7Q8V9W0X1Y2Z3A4B508','reversed','email','Asha@example.org','a•••@example.org','Asha Rao','250.125','B-22','','','','','code',NULL,'till.one','Ravi','2026-11-22T14:37:11+05:30',1795338431000000,20261122,'2026-11-22T14:37:12+05:30',1795338432000000,1,0,0,0,'7t4y2a','250.125','250.13',NULL,0,'req-1','','','','','','','b-22','7t4y2a',1,0,'https://loyalty.example.com');
INSERT INTO "attempt" VALUES(25,'01KAN4Z7Q8V9W0X1Y2Z3A4B509','redeemed','mobile','919777788221','+91 ••••• •8221','Asha Rao','250.125','B-23','','{"id": "12", "identifier_type": "mobile", "identifier_value": "919666655443", "name": "Raos"}','','','code',NULL,'till.one','Ravi','2026-11-22T14:37:11+05:30',1795338431000000,20261122,'2026-11-22T14:37:12+05:30',1795338432000000,1,0,0,1,'7t4y2a','250.125','250.13',NULL,0,'req-1','','','','919777788221','9777788221','122887777919','b-23','7t4y2a',1,0,'https://loyalty.example.com');
INSERT INTO "attempt" VALUES(29,'01KAN4Z7Q8V9W0X1Y2Z3A4B510','not_sent','mobile','919777788221','+91 ••••• •8221','Asha Rao','250.125','B-24','','','','','code',NULL,'till.one','Ravi','2026-11-22T14:37:11+05:30',1795338431000000,20261122,'2026-11-22T14:37:11+05:30',1795338431000000,1,1,0,0,'',NULL,NULL,NULL,0,'','','','','919777788221','9777788221','122887777919','b-24','',1,0,'https://loyalty.example.com');
INSERT INTO "attempt" VALUES(32,'01KAN4Z7Q8V9W0X1Y2Z3A4B511','in_flight','mobile','919777788221','+91 ••••• •8221','Asha Rao','250.125','B-25','','','','','code',NULL,'till.one','Ravi','2026-11-22T14:37:11+05:30',1795338431000000,20261122,'2026-11-22T14:37:11+05:30',1795338431000000,1,0,0,0,'',NULL,NULL,NULL,0,'','','','','919777788221','9777788221','122887777919','b-25','',1,0,'https://loyalty.example.com');
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
INSERT INTO "event" VALUES(1,'2025-10-18T14:37:11+05:30',1760778431000000,'begun','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B501','','');
INSERT INTO "event" VALUES(2,'2025-10-18T14:37:12+05:30',1760778432000000,'redeemed','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B501','req-1','7t4y2a');
INSERT INTO "event" VALUES(3,'2026-11-22T14:37:11+05:30',1795338431000000,'begun','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B502','','');
INSERT INTO "event" VALUES(4,'2026-11-22T14:37:12+05:30',1795338432000000,'redeemed','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B502','req-1','7t4y2a');
INSERT INTO "event" VALUES(5,'2026-11-22T14:37:11+05:30',1795338431000000,'completed','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B502','','');
INSERT INTO "event" VALUES(6,'2026-11-22T14:37:11+05:30',1795338431000000,'begun','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B503','','');
INSERT INTO "event" VALUES(7,'2026-11-22T14:37:12+05:30',1795338432000000,'lost','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B503','','');
INSERT INTO "event" VALUES(8,'2026-11-22T14:37:12+05:30',1795338432000000,'looked','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B503','','');
INSERT INTO "event" VALUES(9,'2026-11-22T14:37:11+05:30',1795338431000000,'begun','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B504','','');
INSERT INTO "event" VALUES(10,'2026-11-22T14:37:11+05:30',1795338431000000,'refused','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B504','','808');
INSERT INTO "event" VALUES(11,'2026-11-22T14:37:11+05:30',1795338431000000,'begun','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B505','','');
INSERT INTO "event" VALUES(12,'2026-11-22T14:37:12+05:30',1795338432000000,'not_sent','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B505','','');
INSERT INTO "event" VALUES(13,'2026-11-22T14:37:11+05:30',1795338431000000,'begun','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B506','','');
INSERT INTO "event" VALUES(14,'2026-11-22T14:37:12+05:30',1795338432000000,'lost','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B506','','');
INSERT INTO "event" VALUES(15,'2026-11-22T14:37:12+05:30',1795338432000000,'absent','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B506','','');
INSERT INTO "event" VALUES(16,'2026-11-22T14:37:12+05:30',1795338432000000,'looked','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B506','','');
INSERT INTO "event" VALUES(17,'2026-11-22T14:37:11+05:30',1795338431000000,'begun','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B507','','');
INSERT INTO "event" VALUES(18,'2026-11-22T14:37:12+05:30',1795338432000000,'not_sent','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B507','','');
INSERT INTO "event" VALUES(19,'2026-11-22T14:37:12+05:30',1795338432000000,'sent_again','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B507','','');
INSERT INTO "event" VALUES(20,'2026-11-22T14:37:12+05:30',1795338432000000,'lost','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B507','','');
INSERT INTO "event" VALUES(21,'2026-11-22T14:37:12+05:30',1795338432000000,'absent','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B507','','');
INSERT INTO "event" VALUES(22,'2026-11-22T14:37:11+05:30',1795338431000000,'begun','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B508','','');
INSERT INTO "event" VALUES(23,'2026-11-22T14:37:12+05:30',1795338432000000,'redeemed','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B508','req-1','7t4y2a');
INSERT INTO "event" VALUES(24,'2026-11-22T14:37:12+05:30',1795338432000000,'reversed','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B508','','');
INSERT INTO "event" VALUES(25,'2026-11-22T14:37:11+05:30',1795338431000000,'begun','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B509','','');
INSERT INTO "event" VALUES(26,'2026-11-22T14:37:12+05:30',1795338432000000,'lost','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B509','','');
INSERT INTO "event" VALUES(27,'2026-11-22T14:37:12+05:30',1795338432000000,'absent','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B509','','');
INSERT INTO "event" VALUES(28,'2026-11-22T14:37:12+05:30',1795338432000000,'found','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B509','req-1','7t4y2a');
INSERT INTO "event" VALUES(29,'2026-11-22T14:37:11+05:30',1795338431000000,'begun','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B510','','');
INSERT INTO "event" VALUES(30,'2026-11-22T14:37:11+05:30',1795338431000000,'not_sent','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B510','','');
INSERT INTO "event" VALUES(31,'2026-11-22T14:37:11+05:30',1795338431000000,'settled_by_hand','till.one','Meera','01KAN4Z7Q8V9W0X1Y2Z3A4B510','','seen in the books');
INSERT INTO "event" VALUES(32,'2026-11-22T14:37:11+05:30',1795338431000000,'begun','till.one','Ravi','01KAN4Z7Q8V9W0X1Y2Z3A4B511','','');
INSERT INTO "event" VALUES(33,'2026-11-22T14:37:11+05:30',1795338431000000,'opened','till.one','Meera','','','');
INSERT INTO "event" VALUES(34,'2026-11-25T22:30:27.001373+00:00',1795645827001373,'forgotten','till.one','','','','1');
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
INSERT INTO "sqlite_sequence" VALUES('event',34);
COMMIT;
