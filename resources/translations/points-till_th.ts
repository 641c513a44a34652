<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th" sourcelanguage="en">
<context>
    <name>AmountChips</name>
    <message>
        <source>All points</source>
        <translation>คะแนนทั้งหมด</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>ครึ่งหนึ่ง</translation>
    </message>
    <message>
        <source>Cover the bill</source>
        <translation>จ่ายทั้งบิล</translation>
    </message>
    <message>
        <source>Enter money instead</source>
        <translation>ใส่จำนวนเงิน</translation>
    </message>
    <message>
        <source>Enter points instead</source>
        <translation>ใส่จำนวนคะแนน</translation>
    </message>
    <message>
        <source>All {points}</source>
        <translation>ทั้งหมด {points}</translation>
    </message>
    <message>
        <source>Half {points}</source>
        <translation>ครึ่งหนึ่ง {points}</translation>
    </message>
    <message>
        <source>Cover the bill {money}</source>
        <translation>จ่ายทั้งบิล {money}</translation>
    </message>
    <message>
        <source>{group} {points}</source>
        <translation>{group} {points}</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>{unknown}. Do not redeem again.</source>
        <translation>{unknown} ห้ามแลกซ้ำ</translation>
    </message>
    <message>
        <source>The points were not redeemed</source>
        <translation>ไม่ได้แลกคะแนน</translation>
    </message>
    <message>
        <source>{cashier} has signed on</source>
        <translation>{cashier} ลงชื่อเข้าใช้แล้ว</translation>
    </message>
    <message>
        <source>Signed off</source>
        <translation>ลงชื่อออกแล้ว</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} คะแนน</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled, back to the POS</source>
        <translation>ยกเลิกแล้ว กลับไป POS</translation>
    </message>
    <message>
        <source>Code sent</source>
        <translation>ส่งรหัสแล้ว</translation>
    </message>
    <message>
        <source>Worth {money}</source>
        <translation>มูลค่า {money}</translation>
    </message>
</context>
<context>
    <name>Banners</name>
    <message>
        <source>News</source>
        <translation>แจ้งให้ทราบ</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>ตกลง</translation>
    </message>
    <message>
        <source>Open bill {bill}</source>
        <translation>เปิดบิล {bill}</translation>
    </message>
    <message>
        <source>Open it now</source>
        <translation>เปิดตอนนี้</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>ลองอีกครั้ง</translation>
    </message>
    <message>
        <source>Set it aside and start a new one</source>
        <translation>แยกเก็บไว้แล้วเริ่มใหม่</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>สร้างบันทึกใหม่</translation>
    </message>
    <message numerus="yes">
        <source>The POS has handed over %Ln bill(s).</source>
        <translation>
            <numerusform>POS ส่งมา %Ln บิล</numerusform>
        </translation>
    </message>
    <message>
        <source>The POS has handed over bill {bill}.</source>
        <translation>POS ส่งบิล {bill} มา</translation>
    </message>
    <message>
        <source>The POS has handed over another customer.</source>
        <translation>POS ส่งลูกค้าอีกคนมา</translation>
    </message>
    <message>
        <source>{news} The next one opens when this customer is done.</source>
        <translation>{news} รายการถัดไปจะเปิดเมื่อเสร็จลูกค้าคนนี้</translation>
    </message>
    <message>
        <source>Ask support first. What is left of the damaged record is kept under another name. What can be read is copied into the new one; the rest is only in the old one.</source>
        <translation>ถามฝ่ายสนับสนุนก่อน ส่วนที่เหลือของบันทึกที่เสียหายจะเก็บไว้ในชื่ออื่น ส่วนที่อ่านได้จะคัดลอกไปบันทึกใหม่ ที่เหลืออยู่ในบันทึกเก่าเท่านั้น</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Points Till</source>
        <translation>Points Till</translation>
    </message>
    <message>
        <source>Training. Nothing here is real.</source>
        <translation>โหมดฝึก ไม่ใช่รายการจริง</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>ลูกค้าถัดไป</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>การเชื่อมต่อ</translation>
    </message>
    <message>
        <source>Training: phone and members</source>
        <translation>โหมดฝึก: มือถือและสมาชิก</translation>
    </message>
    <message>
        <source>Leave training</source>
        <translation>ออกจากโหมดฝึก</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>ลงชื่อออก</translation>
    </message>
    <message>
        <source>History</source>
        <translation>ประวัติ</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>ตั้งค่า</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known yet</source>
        <translation>
            <numerusform>รอผล %Ln รายการ</numerusform>
        </translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>กำลังเริ่ม</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>เชื่อมต่อแล้ว</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>โหมดฝึก</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>ช้า</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>ไม่มีการเชื่อมต่อ</translation>
    </message>
    <message>
        <source>Not safe</source>
        <translation>ไม่ปลอดภัย</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>ไม่ได้รับการยอมรับ</translation>
    </message>
    <message>
        <source>Wrong address</source>
        <translation>ที่อยู่ไม่ถูกต้อง</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>ถูกปิดกั้น</translation>
    </message>
    <message>
        <source>Service error</source>
        <translation>ระบบขัดข้อง</translation>
    </message>
    <message>
        <source>Not working</source>
        <translation>ใช้งานไม่ได้</translation>
    </message>
</context>
<context>
    <name>ByHandPanel</name>
    <message>
        <source>Support can settle it. Tell them the reference.</source>
        <translation>ฝ่ายสนับสนุนช่วยยืนยันผลได้ โปรดแจ้งเลขอ้างอิง</translation>
    </message>
    <message>
        <source>Supervisor PIN</source>
        <translation>PIN ของหัวหน้า</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <source>It was redeemed</source>
        <translation>แลกแล้ว</translation>
    </message>
    <message>
        <source>It was not redeemed</source>
        <translation>ไม่ได้แลก</translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation>เลขที่ {number}</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} คะแนน</numerusform>
        </translation>
    </message>
    <message>
        <source>bill {bill}</source>
        <translation>บิล {bill}</translation>
    </message>
    <message>
        <source>The service shows a redemption that may be this one: {facts}.</source>
        <translation>ระบบแสดงรายการแลกที่อาจเป็นรายการนี้: {facts}</translation>
    </message>
</context>
<context>
    <name>ChoicesForm</name>
    <message>
        <source>Redeem from a group</source>
        <translation>แลกจากกลุ่ม</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>เพิ่มหมายเหตุ</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>โปรแกรม</translation>
    </message>
    <message>
        <source>Group: {name}</source>
        <translation>กลุ่ม: {name}</translation>
    </message>
    <message>
        <source>another</source>
        <translation>กลุ่มอื่น</translation>
    </message>
    <message>
        <source>Program {number}</source>
        <translation>โปรแกรม {number}</translation>
    </message>
    <message numerus="yes">
        <source>{program} · {points} points · {tier}</source>
        <translation>
            <numerusform>{program} · {points} คะแนน · {tier}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{program} · {points} points</source>
        <translation>
            <numerusform>{program} · {points} คะแนน</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Erase</source>
        <translation>ลบ</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>เสร็จ</translation>
    </message>
</context>
<context>
    <name>CodeStep</name>
    <message>
        <source>Code from the member’s phone</source>
        <translation>รหัสจากมือถือของสมาชิก</translation>
    </message>
    <message>
        <source>Validation code</source>
        <translation>รหัสยืนยัน</translation>
    </message>
    <message>
        <source>No code?</source>
        <translation>ไม่มีรหัส?</translation>
    </message>
    <message>
        <source>Redeem without a code</source>
        <translation>แลกโดยไม่ใช้รหัส</translation>
    </message>
    <message>
        <source>No code on the phone?</source>
        <translation>ไม่มีรหัสในมือถือ?</translation>
    </message>
    <message>
        <source>Send code again</source>
        <translation>ส่งรหัสอีกครั้ง</translation>
    </message>
    <message>
        <source>By e-mail</source>
        <translation>ทางอีเมล</translation>
    </message>
    <message>
        <source>By card number</source>
        <translation>ด้วยเลขบัตร</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>มิสคอล</translation>
    </message>
    <message>
        <source>Redeem</source>
        <translation>แลกคะแนน</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Redeeming…</source>
        <translation>กำลังแลกคะแนน…</translation>
    </message>
    <message numerus="yes">
        <source>Redeem {points} points</source>
        <translation>
            <numerusform>แลก {points} คะแนน</numerusform>
        </translation>
    </message>
    <message>
        <source>A missed call</source>
        <translation>มิสคอล</translation>
    </message>
    <message>
        <source>No code needed</source>
        <translation>ไม่ต้องใช้รหัส</translation>
    </message>
    <message>
        <source>by SMS</source>
        <translation>ทาง SMS</translation>
    </message>
    <message>
        <source>by e-mail</source>
        <translation>ทางอีเมล</translation>
    </message>
    <message>
        <source>by WhatsApp</source>
        <translation>ทาง WhatsApp</translation>
    </message>
    <message>
        <source>by Zalo</source>
        <translation>ทาง Zalo</translation>
    </message>
    <message>
        <source>Send a code instead</source>
        <translation>ส่งรหัสแทน</translation>
    </message>
    <message numerus="yes">
        <source>Fewer than {points} points can be redeemed without a code.</source>
        <translation>
            <numerusform>แลกน้อยกว่า {points} คะแนน ไม่ต้องใช้รหัส</numerusform>
        </translation>
    </message>
    <message>
        <source>No code has been sent yet.</source>
        <translation>ยังไม่ได้ส่งรหัส</translation>
    </message>
    <message>
        <source>Sent {span} ago {by}</source>
        <translation>ส่งเมื่อ {span} ที่แล้ว {by}</translation>
    </message>
    <message>
        <source>Sent {span} ago</source>
        <translation>ส่งเมื่อ {span} ที่แล้ว</translation>
    </message>
    <message>
        <source>The code has probably expired. Send it again.</source>
        <translation>รหัสน่าจะหมดอายุแล้ว โปรดส่งอีกครั้ง</translation>
    </message>
    <message>
        <source>{sent} · good until about {time}</source>
        <translation>{sent} · ใช้ได้ถึงประมาณ {time} น.</translation>
    </message>
    <message>
        <source>Sending code…</source>
        <translation>กำลังส่งรหัส…</translation>
    </message>
    <message>
        <source>Send code again in {span}</source>
        <translation>ส่งรหัสอีกครั้งได้ใน {span}</translation>
    </message>
</context>
<context>
    <name>ConnectionWords</name>
    <message>
        <source>The address answers in {time} ms</source>
        <translation>ที่อยู่ตอบใน {time} มิลลิวินาที</translation>
    </message>
    <message>
        <source>The service responds and knows this till.</source>
        <translation>ระบบตอบและรู้จักเครื่องนี้</translation>
    </message>
    <message>
        <source>The service does not accept the token that it gave for this key.</source>
        <translation>ระบบไม่ยอมรับโทเค็นที่ให้ไว้สำหรับคีย์นี้</translation>
    </message>
    <message>
        <source>Ask your company’s support whether the key may be used for this till.</source>
        <translation>ถามฝ่ายสนับสนุนของบริษัทว่าใช้คีย์นี้กับเครื่องนี้ได้หรือไม่</translation>
    </message>
    <message>
        <source>The address answers</source>
        <translation>ที่อยู่ตอบ</translation>
    </message>
    <message>
        <source>The connection is safe</source>
        <translation>การเชื่อมต่อปลอดภัย</translation>
    </message>
    <message>
        <source>The service knows this till, but this computer’s clock says {here}, and the service’s {there}.</source>
        <translation>ระบบรู้จักเครื่องนี้ แต่นาฬิกาของเครื่องนี้บอก {here} และของระบบบอก {there}</translation>
    </message>
    <message>
        <source>The service does not accept this key and secret.</source>
        <translation>ระบบไม่ยอมรับคีย์และข้อมูลลับนี้</translation>
    </message>
    <message>
        <source>Enter both again. Capital letters count.</source>
        <translation>โปรดกรอกทั้งสองอย่างอีกครั้ง ตัวพิมพ์ใหญ่มีผล</translation>
    </message>
    <message>
        <source>The service does not accept this name and password.</source>
        <translation>ระบบไม่ยอมรับชื่อและรหัสผ่านนี้</translation>
    </message>
    <message>
        <source>Enter the password again. Capital letters count. Check the name of this till too.</source>
        <translation>โปรดกรอกรหัสผ่านอีกครั้ง ตัวพิมพ์ใหญ่มีผล และตรวจชื่อเครื่องนี้ด้วย</translation>
    </message>
    <message>
        <source>The service knows this till, but does not let it look up members.</source>
        <translation>ระบบรู้จักเครื่องนี้ แต่ไม่ให้ค้นหาสมาชิก</translation>
    </message>
    <message>
        <source>Ask your company’s support to allow it.</source>
        <translation>ขอให้ฝ่ายสนับสนุนของบริษัทอนุญาต</translation>
    </message>
    <message>
        <source>There is no loyalty service at this address.</source>
        <translation>ไม่มีระบบสะสมคะแนนที่ที่อยู่นี้</translation>
    </message>
    <message>
        <source>Something else answered, not the loyalty service.</source>
        <translation>สิ่งที่ตอบไม่ใช่ระบบสะสมคะแนน</translation>
    </message>
    <message>
        <source>It may be a web filter or a sign-in page of this network. Check the address.</source>
        <translation>อาจเป็นตัวกรองเว็บหรือหน้าเข้าสู่ระบบของเครือข่ายนี้ ตรวจที่อยู่</translation>
    </message>
    <message>
        <source>No computer has this name.</source>
        <translation>ไม่มีคอมพิวเตอร์ชื่อนี้</translation>
    </message>
    <message>
        <source>The computer at this address does not accept connections.</source>
        <translation>คอมพิวเตอร์ที่ที่อยู่นี้ไม่รับการเชื่อมต่อ</translation>
    </message>
    <message>
        <source>Check the address and its port, and whether this computer is online.</source>
        <translation>ตรวจที่อยู่และพอร์ต และดูว่าเครื่องนี้ต่อเครือข่ายอยู่หรือไม่</translation>
    </message>
    <message>
        <source>No computer answers at this address.</source>
        <translation>ไม่มีคอมพิวเตอร์ตอบที่ที่อยู่นี้</translation>
    </message>
    <message>
        <source>Check the address. A firewall may block it: ask who runs the network.</source>
        <translation>ตรวจที่อยู่ ไฟร์วอลล์อาจกั้นอยู่: ถามผู้ดูแลเครือข่าย</translation>
    </message>
    <message>
        <source>The service gave no token, so this till cannot sign in.</source>
        <translation>ระบบไม่ได้ให้โทเค็น เครื่องนี้จึงลงชื่อเข้าใช้ไม่ได้</translation>
    </message>
    <message>
        <source>Try again in a minute. If that does not help, check the address.</source>
        <translation>ลองอีกครั้งในอีก 1 นาที ถ้ายังไม่ได้ ให้ตรวจที่อยู่</translation>
    </message>
    <message>
        <source>Check this computer’s date ({date}). If it is right, tell support: the certificate must be renewed.</source>
        <translation>ตรวจวันที่ของเครื่องนี้ ({date}) ถ้าถูกต้อง แจ้งฝ่ายสนับสนุน: ต้องต่ออายุใบรับรอง</translation>
    </message>
    <message>
        <source>Check this computer’s date ({date}). It may be in the past.</source>
        <translation>ตรวจวันที่ของเครื่องนี้ ({date}) อาจเป็นวันที่ผ่านมาแล้ว</translation>
    </message>
    <message>
        <source>The certificate belongs to another address.</source>
        <translation>ใบรับรองเป็นของที่อยู่อื่น</translation>
    </message>
    <message>
        <source>This computer does not trust the certificate of this address.</source>
        <translation>เครื่องนี้ไม่เชื่อถือใบรับรองของที่อยู่นี้</translation>
    </message>
    <message>
        <source>If your network inspects secure traffic, its certificate must be installed here.</source>
        <translation>ถ้าเครือข่ายของคุณตรวจข้อมูลที่เข้ารหัส ต้องติดตั้งใบรับรองของเครือข่ายที่นี่</translation>
    </message>
    <message>
        <source>The certificate of this address cannot be accepted.</source>
        <translation>ยอมรับใบรับรองของที่อยู่นี้ไม่ได้</translation>
    </message>
    <message>
        <source>The address answers, but not with a safe connection.</source>
        <translation>ที่อยู่ตอบ แต่ไม่ใช่การเชื่อมต่อที่ปลอดภัย</translation>
    </message>
    <message>
        <source>Check the address and its port.</source>
        <translation>ตรวจที่อยู่และพอร์ต</translation>
    </message>
    <message>
        <source>The proxy of this network does not let the till through.</source>
        <translation>พร็อกซีของเครือข่ายนี้ไม่ให้เครื่องผ่าน</translation>
    </message>
    <message>
        <source>Check this computer’s date, time and time zone.</source>
        <translation>ตรวจวันที่ เวลา และเขตเวลาของเครื่องนี้</translation>
    </message>
    <message>
        <source>The proxy of this network does not accept the till’s login.</source>
        <translation>พร็อกซีของเครือข่ายนี้ไม่ยอมรับการเข้าสู่ระบบของเครื่อง</translation>
    </message>
    <message>
        <source>Check the name and the password for the proxy.</source>
        <translation>ตรวจชื่อและรหัสผ่านของพร็อกซี</translation>
    </message>
    <message>
        <source>Ask who runs the network to allow this address.</source>
        <translation>ขอให้ผู้ดูแลเครือข่ายอนุญาตที่อยู่นี้</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>หยุดการทดสอบแล้ว</translation>
    </message>
    <message>
        <source>The certificate of this address has expired.</source>
        <translation>ใบรับรองของที่อยู่นี้หมดอายุแล้ว</translation>
    </message>
    <message>
        <source>The certificate of this address is not valid yet.</source>
        <translation>ใบรับรองของที่อยู่นี้ยังใช้ไม่ได้</translation>
    </message>
    <message>
        <source>The address offers only old connections that are not safe any more.</source>
        <translation>ที่อยู่นี้มีเฉพาะการเชื่อมต่อแบบเก่าที่ไม่ปลอดภัยแล้ว</translation>
    </message>
    <message>
        <source>The service must offer TLS 1.2 or newer: tell its support.</source>
        <translation>ระบบต้องรองรับ TLS 1.2 หรือใหม่กว่า: แจ้งฝ่ายสนับสนุนของระบบ</translation>
    </message>
    <message>
        <source>The file of certificates cannot be used.</source>
        <translation>ใช้ไฟล์ใบรับรองไม่ได้</translation>
    </message>
    <message>
        <source>It must exist, be readable, and have certificates in PEM form.</source>
        <translation>ไฟล์ต้องมีอยู่ อ่านได้ และมีใบรับรองในรูปแบบ PEM</translation>
    </message>
    <message>
        <source>Check the spelling of the address.</source>
        <translation>ตรวจตัวสะกดของที่อยู่</translation>
    </message>
</context>
<context>
    <name>Controller</name>
    <message>
        <source>This bill came from the POS. Press F4 again to cancel it and go back to the POS.</source>
        <translation>บิลนี้มาจาก POS กด F4 อีกครั้งเพื่อยกเลิกและกลับไป POS</translation>
    </message>
    <message>
        <source>The POS no longer needs bill {bill}.</source>
        <translation>POS ไม่ต้องใช้บิล {bill} แล้ว</translation>
    </message>
    <message>
        <source>The POS no longer needs this bill.</source>
        <translation>POS ไม่ต้องใช้บิลนี้แล้ว</translation>
    </message>
</context>
<context>
    <name>CounterCalls</name>
    <message>
        <source>This takes longer than usual. Please wait until the till says whether the points were redeemed.</source>
        <translation>ใช้เวลานานกว่าปกติ โปรดรอจนกว่าเครื่องจะแจ้งว่าแลกคะแนนสำเร็จหรือไม่</translation>
    </message>
    <message>
        <source>The service is slow. Please wait: the till is finding out whether the points were redeemed.</source>
        <translation>ระบบช้า โปรดรอ เครื่องกำลังตรวจสอบว่าแลกคะแนนสำเร็จหรือไม่</translation>
    </message>
    <message>
        <source>The service is slow. Wait a little longer, or press Esc to go back.</source>
        <translation>ระบบช้า โปรดรออีกสักครู่ หรือกด Esc เพื่อย้อนกลับ</translation>
    </message>
</context>
<context>
    <name>CounterPage</name>
    <message>
        <source>The member has entered the code.</source>
        <translation>สมาชิกใส่รหัสแล้ว</translation>
    </message>
</context>
<context>
    <name>CustomFieldsForm</name>
    <message>
        <source>{field} (required)</source>
        <translation>{field} (ต้องกรอก)</translation>
    </message>
</context>
<context>
    <name>CustomerWindow</name>
    <message>
        <source>Points Till: for the customer</source>
        <translation>Points Till: สำหรับลูกค้า</translation>
    </message>
    <message>
        <source>Enter your code</source>
        <translation>ใส่รหัสของคุณ</translation>
    </message>
    <message>
        <source>Your code, please</source>
        <translation>ขอรหัสของคุณ</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>ยินดีต้อนรับ</translation>
    </message>
    <message>
        <source>Hello, {name}</source>
        <translation>สวัสดี {name}</translation>
    </message>
    <message>
        <source>{name}, you have</source>
        <translation>{name} คุณมี</translation>
    </message>
    <message>
        <source>You have</source>
        <translation>คุณมี</translation>
    </message>
    <message>
        <source>{name}, you are using</source>
        <translation>{name} คุณกำลังใช้</translation>
    </message>
    <message>
        <source>You are using</source>
        <translation>คุณกำลังใช้</translation>
    </message>
    <message>
        <source>{value} off your bill</source>
        <translation>ลดบิลของคุณ {value}</translation>
    </message>
    <message>
        <source>Your points now</source>
        <translation>คะแนนของคุณตอนนี้</translation>
    </message>
    <message>
        <source>You keep</source>
        <translation>เหลือ</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>ขอบคุณ</translation>
    </message>
    <message>
        <source>Points used</source>
        <translation>คะแนนที่ใช้</translation>
    </message>
    <message>
        <source>Your points were not used</source>
        <translation>คะแนนของคุณไม่ได้ถูกใช้</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>โปรดรอสักครู่</translation>
    </message>
    <message>
        <source>We are checking whether your points were used.</source>
        <translation>เรากำลังตรวจว่าคะแนนของคุณถูกใช้หรือไม่</translation>
    </message>
    <message>
        <source>That code was not accepted. Please try again.</source>
        <translation>รหัสนั้นไม่ผ่าน โปรดลองอีกครั้ง</translation>
    </message>
    <message>
        <source>Sent to your phone ending in {digits}</source>
        <translation>ส่งไปที่มือถือของคุณที่ลงท้ายด้วย {digits}</translation>
    </message>
    <message>
        <source>Tell the cashier the code that was sent to your phone ending in {digits}</source>
        <translation>บอกพนักงานรหัสที่ส่งไปที่มือถือที่ลงท้ายด้วย {digits}</translation>
    </message>
    <message>
        <source>We have sent you a code</source>
        <translation>เราส่งรหัสให้คุณแล้ว</translation>
    </message>
    <message>
        <source>Tell the cashier the code you received</source>
        <translation>บอกพนักงานรหัสที่คุณได้รับ</translation>
    </message>
    <message>
        <source>{sent} · good until about {time}</source>
        <translation>{sent} · ใช้ได้ถึงประมาณ {time} น.</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} คะแนน</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayFigures</name>
    <message>
        <source>Count</source>
        <translation>จำนวน</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>คะแนน</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>มูลค่า</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>แลกแล้ว</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>คืนแล้ว</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>สุทธิ</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>ยังไม่ทราบผล</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>ถูกปฏิเสธ</translation>
    </message>
    <message numerus="yes">
        <source>%Ln redemption(s)</source>
        <translation>
            <numerusform>แลก %Ln ครั้ง</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s)</source>
        <translation>
            <numerusform>%Ln ครั้ง</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} คะแนน</numerusform>
        </translation>
    </message>
    <message>
        <source>By cashier</source>
        <translation>ตามพนักงาน</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>ไม่มีชื่อ</translation>
    </message>
    <message>
        <source>By program</source>
        <translation>ตามโปรแกรม</translation>
    </message>
    <message>
        <source>Default program</source>
        <translation>โปรแกรมเริ่มต้น</translation>
    </message>
    <message numerus="yes">
        <source>{points} points given back</source>
        <translation>
            <numerusform>คืน {points} คะแนน</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayPage</name>
    <message>
        <source>End of day</source>
        <translation>สิ้นวัน</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>วัน</translation>
    </message>
    <message>
        <source>History</source>
        <translation>ประวัติ</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Back to History</source>
        <translation>กลับไปประวัติ</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>ปิดแล้ว</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>ปิดวัน</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>ไว้ก่อน</translation>
    </message>
    <message>
        <source>Closing the day…</source>
        <translation>กำลังปิดวัน…</translation>
    </message>
    <message>
        <source>Close {day}? It cannot be opened again. What is settled later is in the next day’s report.</source>
        <translation>ปิด {day} หรือไม่? เปิดอีกไม่ได้ สิ่งที่ทราบผลภายหลังจะอยู่ในรายงานวันถัดไป</translation>
    </message>
    <message>
        <source>Closed by {cashier} on {time}</source>
        <translation>ปิดโดย {cashier} เมื่อ {time}</translation>
    </message>
    <message>
        <source>Closed on {time}</source>
        <translation>ปิดเมื่อ {time}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>วันนี้</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>เมื่อวาน</translation>
    </message>
</context>
<context>
    <name>DaySide</name>
    <message>
        <source>Compare with the service</source>
        <translation>เทียบกับระบบ</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>แฮช</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>พิมพ์</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <source>Comparing, {asked} of {lists}…</source>
        <translation>กำลังเทียบ {asked} จาก {lists}…</translation>
    </message>
    <message>
        <source>Journal: nothing on this day</source>
        <translation>บันทึก: ไม่มีรายการในวันดังกล่าว</translation>
    </message>
    <message>
        <source>Journal {first} to {last}</source>
        <translation>บันทึก {first} ถึง {last}</translation>
    </message>
    <message>
        <source>Head {head}</source>
        <translation>แฮช {head}</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>ไม่มีรายการค้าง</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known yet</source>
        <translation>
            <numerusform>ยังไม่ทราบผล %Ln รายการ</numerusform>
        </translation>
    </message>
    <message>
        <source>The till keeps asking. The next day’s report names the outcome.</source>
        <translation>เครื่องจะตรวจสอบต่อไป รายงานวันถัดไปจะบอกผล</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>แลกแล้ว</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>ถูกปฏิเสธ</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>ยังไม่ทราบผล</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>คืนแล้ว</translation>
    </message>
    <message>
        <source>The service has no redemption of this day either</source>
        <translation>ระบบก็ไม่มีรายการแลกของวันดังกล่าว</translation>
    </message>
    <message>
        <source>Not given back</source>
        <translation>ไม่ได้คืน</translation>
    </message>
    <message>
        <source>The figures include this. A report that was printed at the closing does not.</source>
        <translation>ตัวเลขรวมรายการนี้แล้ว รายงานที่พิมพ์ตอนปิดวันยังไม่รวม</translation>
    </message>
    <message>
        <source>Since it was closed</source>
        <translation>หลังปิดวัน</translation>
    </message>
    <message>
        <source>Settled since, of other days</source>
        <translation>ทราบผลแล้ว จากวันอื่น ๆ</translation>
    </message>
    <message>
        <source>Compared at {time}</source>
        <translation>เทียบเมื่อ {time}</translation>
    </message>
    <message>
        <source>The service has no list of the store, so only members were compared.</source>
        <translation>ระบบไม่มีรายการของร้าน จึงเทียบได้เฉพาะสมาชิก</translation>
    </message>
    <message>
        <source>Points given back of an earlier redemption are compared with the day of that redemption.</source>
        <translation>คะแนนที่คืนจากการแลกครั้งก่อนจะเทียบในวันของการแลกครั้งนั้น</translation>
    </message>
    <message numerus="yes">
        <source>%Ln redemption(s) could not be compared. Try again later.</source>
        <translation>
            <numerusform>เทียบไม่ได้ %Ln รายการ ลองอีกครั้งภายหลัง</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln agree with the service</source>
        <translation>
            <numerusform>ทั้ง %Ln รายการตรงกับระบบ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s) from the service</source>
        <translation>
            <numerusform>ต่างจากระบบ %Ln รายการ</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything could be compared</source>
        <translation>เทียบได้ไม่ครบ</translation>
    </message>
    <message>
        <source>{name}: redeemed at the service, {service} points. This till does not know it yet.</source>
        <translation>{name}: แลกในระบบแล้ว {service} คะแนน เครื่องนี้ยังไม่ทราบ</translation>
    </message>
    <message>
        <source>{name}: the service has redeemed {service} points, and this till has not.</source>
        <translation>{name}: ระบบแลกแล้ว {service} คะแนน แต่เครื่องนี้ไม่ได้แลก</translation>
    </message>
    <message>
        <source>{name}: the service has {service} points of this till that its record does not know.</source>
        <translation>{name}: ระบบมี {service} คะแนนของเครื่องนี้ที่บันทึกไม่มี</translation>
    </message>
    <message>
        <source>{name}: this till redeemed {mine} points, and the service does not show it.</source>
        <translation>{name}: เครื่องนี้แลก {mine} คะแนน แต่ระบบไม่แสดง</translation>
    </message>
    <message>
        <source>{name}: {mine} points here, {service} at the service.</source>
        <translation>{name}: ที่นี่ {mine} คะแนน ในระบบ {service}</translation>
    </message>
    <message>
        <source>{name}: only one of the two says that its points were given back.</source>
        <translation>{name}: มีเพียงฝ่ายเดียวที่บอกว่าคืนคะแนนแล้ว</translation>
    </message>
    <message>
        <source>{name}: {mine} points given back here, {service} at the service.</source>
        <translation>{name}: ที่นี่คืน {mine} คะแนน ในระบบ {service}</translation>
    </message>
    <message>
        <source>{name}: the store’s list shows {service} points that are not known here.</source>
        <translation>{name}: รายการของร้านแสดง {service} คะแนนที่ที่นี่ไม่รู้จัก</translation>
    </message>
    <message>
        <source>Giving back</source>
        <translation>กำลังคืน</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} คะแนน</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Drafting</name>
    <message>
        <source>Enter the amount of money.</source>
        <translation>โปรดกรอกจำนวนเงิน</translation>
    </message>
    <message>
        <source>Enter the bill number.</source>
        <translation>โปรดกรอกเลขที่บิล</translation>
    </message>
    <message>
        <source>The note is too long. Make it shorter.</source>
        <translation>หมายเหตุยาวเกินไป โปรดย่อให้สั้นลง</translation>
    </message>
    <message numerus="yes">
        <source>The POS allows up to {points} points. Enter no more than that.</source>
        <translation>
            <numerusform>POS ให้ใช้ได้ไม่เกิน {points} คะแนน อย่าใส่เกินนี้</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The group has {points} points. Enter no more than that.</source>
        <translation>
            <numerusform>กลุ่มมี {points} คะแนน กรอกได้ไม่เกินจำนวนนี้</numerusform>
        </translation>
    </message>
    <message>
        <source>The member has no points to redeem.</source>
        <translation>สมาชิกไม่มีคะแนนให้แลก</translation>
    </message>
    <message numerus="yes">
        <source>The member has {points} points. Enter no more than that.</source>
        <translation>
            <numerusform>สมาชิกมี {points} คะแนน กรอกได้ไม่เกินจำนวนนี้</numerusform>
        </translation>
    </message>
    <message>
        <source>Fill in “{field}”.</source>
        <translation>โปรดกรอก “{field}”</translation>
    </message>
    <message>
        <source>“{field}” must be a number.</source>
        <translation>“{field}” กรอกได้เฉพาะตัวเลข</translation>
    </message>
    <message>
        <source>Choose an entry for “{field}”.</source>
        <translation>โปรดเลือก “{field}” จากรายการ</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Close</source>
        <translation>ปิด</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>FactList</name>
    <message>
        <source>Message</source>
        <translation>ข้อความ</translation>
    </message>
    <message>
        <source>For support: {number}</source>
        <translation>สำหรับฝ่ายสนับสนุน: {number}</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>That is the number of a receipt. Open History and scan it there to give points back.</source>
        <translation>นั่นคือเลขของสลิป เปิดประวัติแล้วสแกนที่นั่นเพื่อคืนคะแนน</translation>
    </message>
    <message>
        <source>If it is not a card number, choose below what it is.</source>
        <translation>หากไม่ใช่เลขบัตร ให้เลือกด้านล่างว่าเป็นอะไร</translation>
    </message>
    <message>
        <source>If it is not an e-mail address, choose below what it is.</source>
        <translation>หากไม่ใช่ที่อยู่อีเมล ให้เลือกด้านล่างว่าเป็นอะไร</translation>
    </message>
    <message>
        <source>If it is not a customer number, choose below what it is.</source>
        <translation>หากไม่ใช่เลขลูกค้า ให้เลือกด้านล่างว่าเป็นอะไร</translation>
    </message>
    <message>
        <source>If it is not a mobile number, choose below what it is.</source>
        <translation>หากไม่ใช่เบอร์มือถือ ให้เลือกด้านล่างว่าเป็นอะไร</translation>
    </message>
    <message>
        <source>The service is very busy. The till looks again by itself. Press Esc to stop.</source>
        <translation>ขณะนี้ระบบมีผู้ใช้มาก เครื่องจะค้นหาใหม่เอง กด Esc เพื่อหยุด</translation>
    </message>
    <message>
        <source>This member</source>
        <translation>สมาชิกคนนี้</translation>
    </message>
    <message>
        <source>{name} has no points to redeem.</source>
        <translation>{name} ไม่มีคะแนนให้แลก</translation>
    </message>
    <message>
        <source>Finish the sale without points.</source>
        <translation>โปรดคิดเงินต่อโดยไม่ใช้คะแนน</translation>
    </message>
    <message>
        <source>The service was very busy. The till waited until it answered.</source>
        <translation>ระบบมีผู้ใช้มาก เครื่องรอจนได้คำตอบ</translation>
    </message>
    <message>
        <source>This number’s account was merged into that of {number}. Points are redeemed there. Check the name with the member.</source>
        <translation>บัญชีของเบอร์นี้รวมกับบัญชีของ {number} แล้ว คะแนนจะหักจากบัญชีนั้น โปรดตรวจสอบชื่อกับสมาชิก</translation>
    </message>
    <message>
        <source>another</source>
        <translation>เบอร์อื่น</translation>
    </message>
</context>
<context>
    <name>GiveBackController</name>
    <message>
        <source>Item returned</source>
        <translation>คืนสินค้า</translation>
    </message>
    <message>
        <source>Sale cancelled</source>
        <translation>ยกเลิกการขาย</translation>
    </message>
    <message>
        <source>Wrong member</source>
        <translation>สมาชิกผิดคน</translation>
    </message>
    <message numerus="yes">
        <source>Only {points} points can be given back.</source>
        <translation>
            <numerusform>คืนได้เพียง {points} คะแนน</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter why the points are given back.</source>
        <translation>โปรดกรอกเหตุผลที่คืนคะแนน</translation>
    </message>
    <message>
        <source>Enter the supervisor’s PIN.</source>
        <translation>โปรดกรอก PIN ของหัวหน้า</translation>
    </message>
    <message numerus="yes">
        <source>{points} points of this redemption were already given back, but not at this till. Go on only if the customer returns something else now.</source>
        <translation>
            <numerusform>คืน {points} คะแนนของการแลกครั้งนี้ไปแล้ว แต่ไม่ใช่ที่เครื่องนี้ ทำต่อเฉพาะเมื่อลูกค้าคืนสินค้าอื่นในครั้งนี้</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points of this redemption were already given back at {at} by {cashier}. Go on only if the customer returns something else now.</source>
        <translation>
            <numerusform>{cashier} คืน {points} คะแนนของการแลกครั้งนี้ไปแล้วเมื่อเวลา {at} ทำต่อเฉพาะเมื่อลูกค้าคืนสินค้าอื่นในครั้งนี้</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points of this redemption were already given back at {at}. Go on only if the customer returns something else now.</source>
        <translation>
            <numerusform>คืน {points} คะแนนของการแลกครั้งนี้ไปแล้วเมื่อเวลา {at} ทำต่อเฉพาะเมื่อลูกค้าคืนสินค้าอื่นในครั้งนี้</numerusform>
        </translation>
    </message>
    <message>
        <source>{who}: {news}</source>
        <comment>the outcome for a bill or a mobile number</comment>
        <translation>{who}: {news}</translation>
    </message>
    <message>
        <source>Enter how many points are given back.</source>
        <translation>โปรดกรอกจำนวนคะแนนที่คืน</translation>
    </message>
    <message>
        <source>That PIN is wrong. No points were given back.</source>
        <translation>PIN ไม่ถูกต้อง ไม่มีการคืนคะแนน</translation>
    </message>
    <message>
        <source>Too many wrong PINs. No points were given back. Try again in 15 minutes.</source>
        <translation>กรอก PIN ผิดหลายครั้งเกินไป ไม่มีการคืนคะแนน โปรดลองอีกครั้งในอีก 15 นาที</translation>
    </message>
    <message>
        <source>A supervisor’s PIN cannot be checked here. No points were given back. Tell support.</source>
        <translation>ตรวจสอบ PIN ของหัวหน้าที่นี่ไม่ได้ ไม่มีการคืนคะแนน โปรดแจ้งฝ่ายสนับสนุน</translation>
    </message>
</context>
<context>
    <name>GiveBackPage</name>
    <message>
        <source>Give points back</source>
        <translation>คืนคะแนน</translation>
    </message>
    <message>
        <source>Back to History</source>
        <translation>กลับไปประวัติ</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Points to give back</source>
        <translation>คะแนนที่จะคืน</translation>
    </message>
    <message>
        <source>All</source>
        <translation>ทั้งหมด</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>มูลค่า</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <source>Supervisor PIN</source>
        <translation>PIN ของหัวหน้า</translation>
    </message>
    <message>
        <source>Expired points do not come back. The receipt shows how many.</source>
        <translation>คะแนนที่หมดอายุจะไม่คืน สลิปแสดงจำนวน</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>คืน</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>ย้อนกลับ</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>ลองอีกครั้ง</translation>
    </message>
    <message>
        <source>Points given back</source>
        <translation>คะแนนที่คืนแล้ว</translation>
    </message>
    <message>
        <source>Expired, not given back</source>
        <translation>หมดอายุ ไม่ได้คืน</translation>
    </message>
    <message>
        <source>Updated balance</source>
        <translation>คะแนนคงเหลือล่าสุด</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>เสร็จ</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>พิมพ์สลิป</translation>
    </message>
    <message>
        <source>Save receipt</source>
        <translation>บันทึกสลิป</translation>
    </message>
    <message>
        <source>Back to POS</source>
        <translation>กลับไป POS</translation>
    </message>
    <message numerus="yes">
        <source>Give back {points} points again</source>
        <translation>
            <numerusform>คืน {points} คะแนนอีกครั้ง</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} คะแนน</numerusform>
        </translation>
    </message>
    <message>
        <source>All {points}</source>
        <translation>ทั้งหมด {points}</translation>
    </message>
    <message numerus="yes">
        <source>Give back {points} points</source>
        <translation>
            <numerusform>คืน {points} คะแนน</numerusform>
        </translation>
    </message>
    <message>
        <source>Giving points back…</source>
        <translation>กำลังคืนคะแนน…</translation>
    </message>
    <message>
        <source>Asking the service…</source>
        <translation>กำลังสอบถามระบบ…</translation>
    </message>
</context>
<context>
    <name>GivenBackRow</name>
    <message numerus="yes">
        <source>{points} points given back</source>
        <translation>
            <numerusform>คืน {points} คะแนน</numerusform>
        </translation>
    </message>
    <message>
        <source>Print receipt for {given_back}</source>
        <translation>พิมพ์สลิป: {given_back}</translation>
    </message>
    <message>
        <source>Save receipt for {given_back}</source>
        <translation>บันทึกสลิป: {given_back}</translation>
    </message>
</context>
<context>
    <name>GroupPanel</name>
    <message>
        <source>Group</source>
        <translation>กลุ่ม</translation>
    </message>
    <message>
        <source>Find group by</source>
        <translation>ระบุกลุ่มด้วย</translation>
    </message>
    <message>
        <source>Number or name</source>
        <translation>เลขหรือชื่อ</translation>
    </message>
    <message>
        <source>Kind of identifier</source>
        <translation>ประเภทข้อมูล</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>แหล่งที่มา</translation>
    </message>
    <message>
        <source>Account of the source</source>
        <translation>บัญชีของแหล่งที่มา</translation>
    </message>
    <message>
        <source>Group number</source>
        <translation>เลขกลุ่ม</translation>
    </message>
    <message>
        <source>Group number in another system</source>
        <translation>เลขกลุ่มในระบบอื่น</translation>
    </message>
    <message>
        <source>Main member’s user number</source>
        <translation>เลขผู้ใช้ของสมาชิกหลัก</translation>
    </message>
    <message>
        <source>Main member’s mobile, e-mail or card</source>
        <translation>มือถือ อีเมล หรือบัตรของสมาชิกหลัก</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>เบอร์มือถือ</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>อีเมล</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>เลขบัตร</translation>
    </message>
    <message>
        <source>Card number in another system</source>
        <translation>เลขบัตรในระบบอื่น</translation>
    </message>
    <message>
        <source>User number</source>
        <translation>เลขผู้ใช้</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>ไม่ต้องระบุ</translation>
    </message>
    <message>
        <source>Whose points?</source>
        <translation>ใช้คะแนนของใคร</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>ย้อนกลับ</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Use this group</source>
        <translation>ใช้กลุ่มนี้</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Another group</source>
        <translation>กลุ่มอื่น</translation>
    </message>
    <message>
        <source>The member’s own points</source>
        <translation>คะแนนของสมาชิกเอง</translation>
    </message>
    <message numerus="yes">
        <source>{group} · {points} points</source>
        <translation>
            <numerusform>{group} · {points} คะแนน</numerusform>
        </translation>
    </message>
    <message>
        <source>Use the member’s own points</source>
        <translation>ใช้คะแนนของสมาชิกเอง</translation>
    </message>
    <message>
        <source>Type the group’s number or name.</source>
        <translation>โปรดกรอกเลขหรือชื่อของกลุ่ม</translation>
    </message>
    <message>
        <source>With a source, also enter the main member’s identifier.</source>
        <translation>เมื่อเลือกแหล่งที่มา ต้องกรอกข้อมูลของสมาชิกหลักด้วย</translation>
    </message>
    <message>
        <source>With an account, also choose its source.</source>
        <translation>เมื่อกรอกบัญชี ต้องเลือกแหล่งที่มาด้วย</translation>
    </message>
    <message>
        <source>Choose what kind of identifier this is.</source>
        <translation>โปรดเลือกประเภทของข้อมูลที่กรอก</translation>
    </message>
    <message>
        <source>This source has several accounts. Type which one.</source>
        <translation>แหล่งที่มานี้มีหลายบัญชี โปรดกรอกว่าบัญชีใด</translation>
    </message>
</context>
<context>
    <name>HandOverBanner</name>
    <message>
        <source>Cancel, back to POS</source>
        <translation>ยกเลิก กลับไป POS</translation>
    </message>
    <message>
        <source>bill {bill}</source>
        <translation>บิล {bill}</translation>
    </message>
    <message>
        <source>{money} to pay</source>
        <translation>ต้องจ่าย {money}</translation>
    </message>
    <message numerus="yes">
        <source>up to {points} points</source>
        <translation>
            <numerusform>ไม่เกิน {points} คะแนน</numerusform>
        </translation>
    </message>
    <message>
        <source>From the POS</source>
        <translation>จาก POS</translation>
    </message>
    <message>
        <source>From the POS: {facts}</source>
        <translation>จาก POS: {facts}</translation>
    </message>
</context>
<context>
    <name>HandOvers</name>
    <message>
        <source>This bill has been handed over already.</source>
        <translation>บิลนี้ส่งมาแล้ว</translation>
    </message>
    <message>
        <source>Too many bills are waiting. The newest one was not accepted: hand it over again later.</source>
        <translation>มีบิลรออยู่มากเกินไป ไม่ได้รับบิลล่าสุด โปรดส่งมาใหม่ภายหลัง</translation>
    </message>
</context>
<context>
    <name>HeldWords</name>
    <message numerus="yes">
        <source>Bill {bill} is held: it is not known yet whether {points} points were redeemed for it at {at}. Wait until the till has found out.</source>
        <translation>
            <numerusform>บิล {bill} ถูกพักไว้ ยังไม่ทราบว่าแลก {points} คะแนนเมื่อเวลา {at} สำเร็จหรือไม่ โปรดรอจนกว่าเครื่องจะทราบผล</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For this member it is not known yet whether {points} points were redeemed at {at}. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>ยังไม่ทราบว่าสมาชิกรายนี้แลก {points} คะแนนเมื่อเวลา {at} สำเร็จหรือไม่ แลกต่อเฉพาะเมื่อเป็นการซื้ออีกครั้งหนึ่ง</numerusform>
        </translation>
    </message>
    <message>
        <source>The service cannot show yet whether an earlier try went through. Try again in a moment. Do not take the points off the bill yet.</source>
        <translation>ระบบยังบอกไม่ได้ว่าครั้งก่อนแลกสำเร็จหรือไม่ โปรดลองอีกครั้งในอีกสักครู่ อย่าเพิ่งหักคะแนนออกจากบิล</translation>
    </message>
    <message numerus="yes">
        <source>Another till sent these {points} points at {at}, and this till cannot tell whether they were taken. Ask support first. Redeem anyway only if support says so.</source>
        <translation>
            <numerusform>เครื่องอื่นส่ง {points} คะแนนนี้เมื่อเวลา {at} และเครื่องนี้ไม่ทราบว่าหักคะแนนแล้วหรือไม่ โปรดถามฝ่ายสนับสนุนก่อน แลกต่อเฉพาะเมื่อฝ่ายสนับสนุนบอกให้ทำ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were already redeemed for this member at {at}. Redeem anyway only if you want to take them a second time.</source>
        <translation>
            <numerusform>สมาชิกรายนี้แลก {points} คะแนนไปแล้วเมื่อเวลา {at} แลกต่อเฉพาะเมื่อต้องการหักคะแนนอีกครั้ง</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{so_far} points were redeemed on bill {bill} so far, in %Ln redemption(s). Redeem anyway only if you want to take more points for this bill.</source>
        <translation>
            <numerusform>บิล {bill} แลกไปแล้วรวม {so_far} คะแนน ใน %Ln รายการ แลกต่อเฉพาะเมื่อต้องการหักคะแนนเพิ่มสำหรับบิลนี้</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were already redeemed for bill {bill} at {at}. Redeem anyway only if you want to take them a second time.</source>
        <translation>
            <numerusform>บิล {bill} แลก {points} คะแนนไปแล้วเมื่อเวลา {at} แลกต่อเฉพาะเมื่อต้องการหักคะแนนอีกครั้ง</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were redeemed for this member at {at}, and the till found out only later. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>สมาชิกรายนี้แลก {points} คะแนนไปแล้วเมื่อเวลา {at} แต่เครื่องเพิ่งทราบภายหลัง แลกต่อเฉพาะเมื่อเป็นการซื้ออีกครั้งหนึ่ง</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points on bill {bill}, and it is not certain that they were not taken. Redeem anyway only if the bill needs other points now.</source>
        <translation>
            <numerusform>เมื่อเวลา {at} เครื่องพยายามแลก {points} คะแนนในบิล {bill} และยังไม่แน่ว่าไม่ได้หักคะแนน แลกต่อเฉพาะเมื่อบิลนี้ต้องใช้คะแนนจำนวนอื่น</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points for this member without a bill number. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>เมื่อเวลา {at} เครื่องพยายามแลก {points} คะแนนของสมาชิกรายนี้โดยไม่มีเลขที่บิล แลกต่อเฉพาะเมื่อเป็นการซื้ออีกครั้งหนึ่ง</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points for this member on bill {bill}. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>เมื่อเวลา {at} เครื่องพยายามแลก {points} คะแนนของสมาชิกรายนี้ในบิล {bill} แลกต่อเฉพาะเมื่อเป็นการซื้ออีกครั้งหนึ่ง</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points for this member on bill {bill}, which is spelt almost like this one. Redeem anyway only if this is another bill.</source>
        <translation>
            <numerusform>เมื่อเวลา {at} เครื่องพยายามแลก {points} คะแนนของสมาชิกรายนี้ในบิล {bill} ซึ่งเลขเกือบเหมือนบิลนี้ แลกต่อเฉพาะเมื่อเป็นบิลอื่น</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryDetail</name>
    <message>
        <source>What happened</source>
        <translation>สิ่งที่เกิดขึ้น</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>พิมพ์สลิป</translation>
    </message>
    <message>
        <source>Save receipt</source>
        <translation>บันทึกสลิป</translation>
    </message>
    <message>
        <source>Give points back</source>
        <translation>คืนคะแนน</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>สมาชิก</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>พนักงาน</translation>
    </message>
    <message>
        <source>Redemption</source>
        <translation>การแลก</translation>
    </message>
    <message>
        <source>Reference {reference}</source>
        <translation>เลขอ้างอิง {reference}</translation>
    </message>
    <message>
        <source>Request {request}</source>
        <translation>คำขอ {request}</translation>
    </message>
    <message>
        <source>Not known yet whether the points were redeemed. The till keeps asking.</source>
        <translation>ยังไม่ทราบว่าแลกคะแนนสำเร็จหรือไม่ เครื่องจะตรวจสอบต่อไป</translation>
    </message>
    <message>
        <source>The till looked several times and did not find it. No points were taken.</source>
        <translation>เครื่องค้นหลายครั้งแล้วไม่พบ ไม่มีการหักคะแนน</translation>
    </message>
    <message>
        <source>The points have been given back since.</source>
        <translation>คืนคะแนนแล้วหลังจากนั้น</translation>
    </message>
    <message>
        <source>Found late: it was recorded as not redeemed.</source>
        <translation>พบภายหลัง: เดิมบันทึกไว้ว่าไม่ได้แลก</translation>
    </message>
    <message numerus="yes">
        <source>{points} points have been given back since.</source>
        <translation>
            <numerusform>คืน {points} คะแนนแล้วหลังจากนั้น</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Not known yet</source>
        <translation>ยังไม่ทราบผล</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>ปิด</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>State</source>
        <translation>สถานะ</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>ส่งออก</translation>
    </message>
    <message>
        <source>End of day</source>
        <translation>สิ้นวัน</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>ค้นหา</translation>
    </message>
    <message>
        <source>Mobile, bill, receipt number or day</source>
        <translation>มือถือ บิล เลขสลิป หรือวัน</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>วัน</translation>
    </message>
    <message>
        <source>All</source>
        <translation>ทั้งหมด</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>วันนี้</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>เมื่อวาน</translation>
    </message>
    <message>
        <source>Last seven days</source>
        <translation>เจ็ดวันล่าสุด</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>แลกแล้ว</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>ถูกปฏิเสธ</translation>
    </message>
    <message>
        <source>Not redeemed</source>
        <translation>ไม่ได้แลก</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>พนักงาน</translation>
    </message>
    <message>
        <source>Saving the list…</source>
        <translation>กำลังบันทึกรายการ…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln redemption(s)</source>
        <translation>
            <numerusform>แลก %Ln ครั้ง</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} saved as {path}</source>
        <translation>บันทึกไว้ที่ {path} ({count})</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>คืนแล้ว</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>ไม่พบรายการ</translation>
    </message>
    <message numerus="yes">
        <source>Today: %Ln redemption(s)</source>
        <translation>
            <numerusform>วันนี้: แลก %Ln รายการ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} คะแนน</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points given back</source>
        <translation>
            <numerusform>คืน {points} คะแนน</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known yet</source>
        <translation>
            <numerusform>ยังไม่ทราบผล %Ln รายการ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryTable</name>
    <message>
        <source>Redemptions</source>
        <translation>การแลก</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>เวลา</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>บิล</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>สมาชิก</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>คะแนน</translation>
    </message>
    <message>
        <source>State</source>
        <translation>สถานะ</translation>
    </message>
</context>
<context>
    <name>LessonsPanel</name>
    <message>
        <source>Five short lessons</source>
        <translation>บทเรียนสั้นห้าบท</translation>
    </message>
    <message>
        <source>You can do this.</source>
        <translation>คุณทำได้แล้ว</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>บทเรียน</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>บทถัดไป</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>บทเรียนทั้งหมด</translation>
    </message>
</context>
<context>
    <name>LocalInterface</name>
    <message>
        <source>The POS cannot reach this till through port {port}, maybe because another program uses it. You can redeem as usual. Tell support.</source>
        <translation>POS ติดต่อเครื่องนี้ผ่านพอร์ต {port} ไม่ได้ อาจเพราะแอปอื่นใช้อยู่ คุณแลกคะแนนได้ตามปกติ โปรดแจ้งฝ่ายสนับสนุน</translation>
    </message>
</context>
<context>
    <name>MemberStep</name>
    <message>
        <source>Who is redeeming?</source>
        <translation>สมาชิกที่จะแลกคะแนน</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>แก้ไข</translation>
    </message>
    <message>
        <source>Change member</source>
        <translation>เปลี่ยนสมาชิก</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>เบอร์มือถือ</translation>
    </message>
    <message>
        <source>Find member</source>
        <translation>ค้นหาสมาชิก</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Find by</source>
        <translation>ค้นหาด้วย</translation>
    </message>
    <message>
        <source>Next: points, then the code</source>
        <translation>ต่อไป: คะแนน แล้วรหัส</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>สมาชิก</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>ระดับ</translation>
    </message>
    <message>
        <source>Available points</source>
        <translation>คะแนนที่ใช้ได้</translation>
    </message>
    <message>
        <source>Looking again in {span}</source>
        <translation>ค้นหาใหม่ใน {span}</translation>
    </message>
    <message>
        <source>Looking for the member…</source>
        <translation>กำลังค้นหาสมาชิก…</translation>
    </message>
    <message>
        <source>No name given</source>
        <translation>ไม่ได้ระบุชื่อ</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>ไม่ทราบ</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} คะแนน</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points in the group</source>
        <translation>
            <numerusform>กลุ่มมี {points} คะแนน</numerusform>
        </translation>
    </message>
    <message>
        <source>Group points {points}</source>
        <translation>คะแนนกลุ่ม {points}</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>มือถือ</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>บัตร</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>เลขบัตร</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>อีเมล</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>เลขลูกค้า</translation>
    </message>
    <message>
        <source>{number} looks unusual. Check it with the member.</source>
        <translation>{number} ดูผิดปกติ โปรดตรวจสอบกับสมาชิก</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Message</source>
        <translation>ข้อความ</translation>
    </message>
    <message>
        <source>For support: {number}</source>
        <translation>สำหรับฝ่ายสนับสนุน: {number}</translation>
    </message>
    <message>
        <source>For support: {number} · request {request}</source>
        <translation>สำหรับฝ่ายสนับสนุน: {number} · คำขอ {request}</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>A missed call cannot be used here.</source>
        <translation>ที่นี่ยืนยันด้วยมิสคอลไม่ได้</translation>
    </message>
    <message>
        <source>A receipt was still waiting when the till was closed.</source>
        <translation>ยังมีสลิปรออยู่ตอนปิดเครื่อง</translation>
    </message>
    <message>
        <source>A security file that is named in Settings cannot be used.</source>
        <translation>ใช้ไฟล์ความปลอดภัยที่ระบุในหน้าตั้งค่าไม่ได้</translation>
    </message>
    <message>
        <source>A setting of this till cannot be used.</source>
        <translation>การตั้งค่าบางอย่างของเครื่องนี้ใช้ไม่ได้</translation>
    </message>
    <message>
        <source>All points of this redemption have been given back already.</source>
        <translation>คืนคะแนนทั้งหมดของรายการแลกนี้ไปแล้ว</translation>
    </message>
    <message>
        <source>An earlier redemption went through after all.</source>
        <translation>รายการแลกคะแนนก่อนหน้านี้สำเร็จแล้ว</translation>
    </message>
    <message>
        <source>An earlier redemption went to another service, so this one does not know it.</source>
        <translation>รายการแลกก่อนหน้าถูกส่งไปยังระบบอื่น ระบบนี้จึงไม่รู้จักรายการนั้น</translation>
    </message>
    <message>
        <source>An earlier try to give these points back went through after all.</source>
        <translation>การคืนคะแนนครั้งก่อนสำเร็จแล้วในที่สุด</translation>
    </message>
    <message>
        <source>Another program is using the till’s record of redemptions.</source>
        <translation>มีแอปอื่นกำลังใช้บันทึกการแลกคะแนนของเครื่อง</translation>
    </message>
    <message>
        <source>Ask for the name and choose the right one.</source>
        <translation>โปรดถามชื่อ แล้วเลือกสมาชิกให้ถูกคน</translation>
    </message>
    <message>
        <source>Ask support to enter it in Settings.</source>
        <translation>โปรดขอให้ฝ่ายสนับสนุนกรอกรหัสผ่านในหน้าตั้งค่า</translation>
    </message>
    <message>
        <source>Ask the member to call customer care. Finish the sale without points.</source>
        <translation>ให้สมาชิกโทรหาฝ่ายบริการลูกค้า และคิดเงินต่อโดยไม่ใช้คะแนน</translation>
    </message>
    <message>
        <source>Ask the member to call once more and hang up. Then try again.</source>
        <translation>ให้สมาชิกโทรอีกครั้งแล้ววางสาย จากนั้นลองใหม่</translation>
    </message>
    <message>
        <source>Ask the member to confirm it with the loyalty program first. Finish the sale without points.</source>
        <translation>ให้สมาชิกยืนยันเบอร์กับโปรแกรมสะสมคะแนนก่อน และคิดเงินต่อโดยไม่ใช้คะแนน</translation>
    </message>
    <message>
        <source>Ask the member to read it again, or send a new code in {seconds} s.</source>
        <translation>ขอให้สมาชิกอ่านอีกครั้ง หรือส่งรหัสใหม่ได้ในอีก {seconds} วินาที</translation>
    </message>
    <message>
        <source>Ask the member to read it again, or send a new code.</source>
        <translation>ให้สมาชิกอ่านรหัสอีกครั้ง หรือส่งรหัสใหม่</translation>
    </message>
    <message>
        <source>Ask your supervisor.</source>
        <translation>ถามหัวหน้าของคุณ</translation>
    </message>
    <message>
        <source>By this till’s clock, this day has not begun yet.</source>
        <translation>ตามเวลาของเครื่องนี้ วันดังกล่าวยังไม่เริ่ม</translation>
    </message>
    <message>
        <source>Cannot open the saved password.</source>
        <translation>เปิดรหัสผ่านที่เก็บไว้ไม่ได้</translation>
    </message>
    <message>
        <source>Check the bill number and enter it again.</source>
        <translation>โปรดตรวจสอบเลขที่บิล แล้วกรอกใหม่</translation>
    </message>
    <message>
        <source>Check the bill number, if there is one. Go on only if this is another purchase.</source>
        <translation>หากมีเลขที่บิล โปรดตรวจสอบ ทำต่อเฉพาะเมื่อเป็นการซื้ออีกครั้งหนึ่ง</translation>
    </message>
    <message>
        <source>Check the bill number. Go on only if the member wants to redeem more on the same bill.</source>
        <translation>โปรดตรวจสอบเลขที่บิล ทำต่อเฉพาะเมื่อสมาชิกต้องการแลกเพิ่มในบิลเดิม</translation>
    </message>
    <message>
        <source>Check the member’s points first: they may be back already. If not, tell support the number below.</source>
        <translation>โปรดดูคะแนนของสมาชิกก่อน อาจคืนแล้ว ถ้ายังไม่คืน ให้แจ้งเลขด้านล่างกับฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>Check the name or number, or ask your supervisor.</source>
        <translation>โปรดตรวจสอบชื่อหรือหมายเลข หรือถามหัวหน้าของคุณ</translation>
    </message>
    <message>
        <source>Check the number with the member and enter it again.</source>
        <translation>โปรดตรวจสอบเบอร์กับสมาชิก แล้วกรอกใหม่</translation>
    </message>
    <message>
        <source>Check the number with the member, then send the code again.</source>
        <translation>โปรดตรวจสอบเบอร์กับสมาชิก แล้วส่งรหัสอีกครั้ง</translation>
    </message>
    <message>
        <source>Check the points and the purchase. Go on only if the member wants these points.</source>
        <translation>โปรดตรวจสอบคะแนนและการซื้อ ทำต่อเฉพาะเมื่อสมาชิกต้องการใช้คะแนนเท่านี้</translation>
    </message>
    <message>
        <source>Choose another group, or the member’s own points.</source>
        <translation>โปรดเลือกกลุ่มอื่น หรือใช้คะแนนของสมาชิกเอง</translation>
    </message>
    <message>
        <source>Choose another program. If there is none, tell support the number below.</source>
        <translation>โปรดเลือกโปรแกรมสะสมคะแนนอื่น ถ้าไม่มี ให้แจ้งเลขด้านล่างกับฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>Choose the member’s own points.</source>
        <translation>โปรดใช้คะแนนของสมาชิกเอง</translation>
    </message>
    <message>
        <source>Close it there, or ask the person who is signed in. Then try again.</source>
        <translation>โปรดปิดแอปที่นั่น หรือขอให้ผู้ที่ลงชื่อเข้าใช้อยู่ปิด แล้วลองใหม่</translation>
    </message>
    <message>
        <source>Close other windows of this program, then try again.</source>
        <translation>โปรดปิดหน้าต่างอื่นของแอปนี้ แล้วลองใหม่</translation>
    </message>
    <message>
        <source>Close this program and start it again. If that does not help, redeem at another till and call support.</source>
        <translation>โปรดปิดแอปแล้วเปิดใหม่ ถ้ายังไม่ได้ ให้แลกคะแนนที่เครื่องอื่น และโทรหาฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>Do not give them back again. The till keeps asking and will show it here.</source>
        <translation>ห้ามคืนคะแนนซ้ำ เครื่องกำลังตรวจสอบต่อไป และจะแสดงผลที่นี่</translation>
    </message>
    <message>
        <source>Do not redeem again for that member. Tell support the number below and the reference.</source>
        <translation>ห้ามแลกซ้ำให้สมาชิกรายนั้น โปรดแจ้งเลขด้านล่างและเลขอ้างอิงกับฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>Do not redeem again. The till keeps asking and will show the receipt here.</source>
        <translation>ห้ามแลกซ้ำ เครื่องกำลังตรวจสอบต่อไป และจะแสดงสลิปที่นี่</translation>
    </message>
    <message>
        <source>Enter a rounder number, such as a multiple of 10, 50 or 100.</source>
        <translation>โปรดกรอกจำนวนที่ลงตัวกว่านี้ เช่น ทีละ 10, 50 หรือ 100</translation>
    </message>
    <message>
        <source>Enter both your number and your name, or choose yourself from the list.</source>
        <translation>ป้อนทั้งหมายเลขและชื่อของคุณ หรือเลือกชื่อของคุณจากรายการ</translation>
    </message>
    <message>
        <source>Enter fewer points.</source>
        <translation>โปรดกรอกคะแนนให้น้อยลง</translation>
    </message>
    <message>
        <source>Enter it in Settings, or ask support for it.</source>
        <translation>โปรดกรอกรหัสผ่านในหน้าตั้งค่า หรือขอจากฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>Enter more points.</source>
        <translation>โปรดกรอกคะแนนให้มากขึ้น</translation>
    </message>
    <message>
        <source>Enter the points again with fewer digits.</source>
        <translation>โปรดกรอกคะแนนใหม่ โดยใช้ทศนิยมน้อยลง</translation>
    </message>
    <message>
        <source>Enter the points again, more than 0.</source>
        <translation>โปรดกรอกคะแนนใหม่ ให้มากกว่า 0</translation>
    </message>
    <message>
        <source>Enter them in Settings, or ask support for them.</source>
        <translation>โปรดกรอกในหน้าตั้งค่า หรือขอจากฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>Enter your PIN again.</source>
        <translation>โปรดกรอก PIN ของคุณอีกครั้ง</translation>
    </message>
    <message>
        <source>Enter your name or number.</source>
        <translation>โปรดกรอกชื่อหรือหมายเลขของคุณ</translation>
    </message>
    <message>
        <source>Enter your own name or number.</source>
        <translation>โปรดกรอกชื่อหรือหมายเลขของคุณเอง</translation>
    </message>
    <message>
        <source>Finish the sale without points. Tell support the number below.</source>
        <translation>โปรดคิดเงินต่อโดยไม่ใช้คะแนน และแจ้งเลขด้านล่างกับฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>Giving points back is not switched on.</source>
        <translation>ยังไม่ได้เปิดใช้การคืนคะแนน</translation>
    </message>
    <message>
        <source>Go on only if this is another purchase. If it is the same, wait.</source>
        <translation>ทำต่อเฉพาะเมื่อเป็นการซื้ออีกครั้งหนึ่ง ถ้าเป็นครั้งเดียวกัน โปรดรอ</translation>
    </message>
    <message>
        <source>It is not clear who signs on.</source>
        <translation>ไม่ชัดเจนว่าใครลงชื่อเข้าใช้</translation>
    </message>
    <message>
        <source>It is not known yet whether an earlier redemption of this member went through.</source>
        <translation>ยังไม่ทราบว่ารายการแลกก่อนหน้าของสมาชิกรายนี้ สำเร็จหรือไม่</translation>
    </message>
    <message>
        <source>It is not known yet whether points of this redemption were given back.</source>
        <translation>ยังไม่ทราบว่าคืนคะแนนของรายการแลกนี้แล้วหรือไม่</translation>
    </message>
    <message>
        <source>It is not known yet whether points were redeemed on this bill.</source>
        <translation>ยังไม่ทราบว่าบิลนี้แลกคะแนนสำเร็จหรือไม่</translation>
    </message>
    <message>
        <source>Let another cashier sign on, and tell support the number below.</source>
        <translation>ให้พนักงานคนอื่นลงชื่อเข้าใช้ และแจ้งเลขด้านล่างกับฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>Look at it in History before you redeem more points on this bill.</source>
        <translation>โปรดดูในประวัติก่อน แล้วค่อยแลกคะแนนเพิ่มในบิลนี้</translation>
    </message>
    <message>
        <source>Look at the redemption in History before you give back more.</source>
        <translation>โปรดดูรายการแลกในประวัติก่อนคืนเพิ่ม</translation>
    </message>
    <message>
        <source>Look at the redemption in History before you try again. Tell support the number below.</source>
        <translation>โปรดดูรายการแลกในประวัติก่อนลองอีกครั้ง และแจ้งเลขด้านล่างกับฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>Look for a window that asks to unlock it. If there is none, sign in to this computer again.</source>
        <translation>โปรดหาหน้าต่างที่ขอให้ปลดล็อก ถ้าไม่มี ให้ลงชื่อเข้าใช้คอมพิวเตอร์นี้ใหม่</translation>
    </message>
    <message>
        <source>Look for the redemption in History.</source>
        <translation>โปรดค้นหารายการแลกในประวัติ</translation>
    </message>
    <message>
        <source>Look in History before you redeem again. Tell support the number below.</source>
        <translation>โปรดดูในประวัติก่อนแลกอีกครั้ง และแจ้งเลขด้านล่างกับฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>No call from this number has come in.</source>
        <translation>ยังไม่มีสายเรียกเข้าจากเบอร์นี้</translation>
    </message>
    <message>
        <source>No member has this number.</source>
        <translation>ไม่พบสมาชิกที่ใช้เบอร์นี้</translation>
    </message>
    <message>
        <source>No points were given back. Check the network cable or Wi-Fi, then try again.</source>
        <translation>ไม่มีการคืนคะแนน โปรดตรวจสอบสายเครือข่ายหรือ Wi-Fi แล้วลองอีกครั้ง</translation>
    </message>
    <message>
        <source>No points were given back. Enter fewer points.</source>
        <translation>ไม่มีการคืนคะแนน โปรดกรอกคะแนนให้น้อยลง</translation>
    </message>
    <message>
        <source>No points were given back. Enter the points again.</source>
        <translation>ไม่มีการคืนคะแนน โปรดกรอกคะแนนใหม่</translation>
    </message>
    <message>
        <source>No points were given back. Look for it in History and try again.</source>
        <translation>ไม่มีการคืนคะแนน โปรดค้นหารายการในประวัติ แล้วลองอีกครั้ง</translation>
    </message>
    <message>
        <source>No points were given back. Tell support the number below.</source>
        <translation>ไม่มีการคืนคะแนน โปรดแจ้งเลขด้านล่างกับฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>No points were given back. Wait a minute, then try again.</source>
        <translation>ไม่มีการคืนคะแนน โปรดรอสัก 1 นาที แล้วลองอีกครั้ง</translation>
    </message>
    <message>
        <source>No points were taken. Check the network cable or Wi-Fi, then try again.</source>
        <translation>ไม่มีการหักคะแนน โปรดตรวจสอบสายเครือข่ายหรือ Wi-Fi แล้วลองอีกครั้ง</translation>
    </message>
    <message>
        <source>No points were taken. Check this till’s date and time, then tell support the number below.</source>
        <translation>ไม่มีการหักคะแนน โปรดตรวจสอบวันที่และเวลาของเครื่องนี้ แล้วแจ้งเลขด้านล่างกับฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>No points were taken. Check this till’s date and time. If they are right, tell support the number below.</source>
        <translation>ไม่มีการหักคะแนน โปรดตรวจสอบวันที่และเวลาของเครื่องนี้ ถ้าถูกต้อง ให้แจ้งเลขด้านล่างกับฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>No points were taken. Redeem again if the member still wants to.</source>
        <translation>ไม่มีการหักคะแนน ถ้าสมาชิกยังต้องการ ให้แลกใหม่</translation>
    </message>
    <message>
        <source>No points were taken. Tell support that they have to be entered again in Settings.</source>
        <translation>ไม่มีการหักคะแนน โปรดแจ้งฝ่ายสนับสนุน ให้กรอกใหม่ในหน้าตั้งค่า</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below.</source>
        <translation>ไม่มีการหักคะแนน โปรดแจ้งเลขด้านล่างกับฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below: the address or the network has to be checked.</source>
        <translation>ไม่มีการหักคะแนน โปรดแจ้งเลขด้านล่างกับฝ่ายสนับสนุน: ต้องตรวจสอบที่อยู่หรือเครือข่าย</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below: the file has to be corrected.</source>
        <translation>ไม่มีการหักคะแนน โปรดแจ้งเลขด้านล่างกับฝ่ายสนับสนุน: ต้องแก้ไฟล์ให้ถูกต้อง</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below: the name and password for it have to be checked.</source>
        <translation>ไม่มีการหักคะแนน โปรดแจ้งเลขด้านล่างกับฝ่ายสนับสนุน: ต้องตรวจสอบชื่อและรหัสผ่านของเครือข่าย</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below: this computer may have to be set up for it.</source>
        <translation>ไม่มีการหักคะแนน โปรดแจ้งเลขด้านล่างกับฝ่ายสนับสนุน: อาจต้องตั้งค่าคอมพิวเตอร์นี้</translation>
    </message>
    <message>
        <source>No points were taken. Try again when you are ready.</source>
        <translation>ไม่มีการหักคะแนน เมื่อพร้อมแล้วลองอีกครั้ง</translation>
    </message>
    <message>
        <source>No points were taken. Try again. If that does not help, tell support the number below.</source>
        <translation>ไม่มีการหักคะแนน โปรดลองอีกครั้ง ถ้ายังไม่ได้ ให้แจ้งเลขด้านล่างกับฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>No points were taken. Wait a minute, then try again.</source>
        <translation>ไม่มีการหักคะแนน โปรดรอสัก 1 นาที แล้วลองอีกครั้ง</translation>
    </message>
    <message>
        <source>No printer was found at its address.</source>
        <translation>ไม่พบเครื่องพิมพ์ที่ที่อยู่นั้น</translation>
    </message>
    <message>
        <source>No supervisor’s PIN is set on this till.</source>
        <translation>เครื่องนี้ยังไม่ได้ตั้ง PIN ของหัวหน้า</translation>
    </message>
    <message>
        <source>Not known yet whether the points were given back.</source>
        <translation>ยังไม่ทราบว่าคืนคะแนนสำเร็จหรือไม่</translation>
    </message>
    <message>
        <source>Not known yet whether the points were redeemed.</source>
        <translation>ยังไม่ทราบว่าแลกคะแนนสำเร็จหรือไม่</translation>
    </message>
    <message>
        <source>Nothing more has to be done.</source>
        <translation>ไม่ต้องทำอะไรเพิ่มเติม</translation>
    </message>
    <message>
        <source>Only points of a redemption that went through can be given back.</source>
        <translation>คืนได้เฉพาะคะแนนของการแลกที่สำเร็จ</translation>
    </message>
    <message>
        <source>Other points were tried for this bill or this member before.</source>
        <translation>บิลนี้หรือสมาชิกรายนี้เคยลองแลกด้วยจำนวนคะแนนอื่น</translation>
    </message>
    <message>
        <source>Points cannot be given back at this till.</source>
        <translation>คืนคะแนนที่เครื่องนี้ไม่ได้</translation>
    </message>
    <message>
        <source>Points can have at most three digits after the decimal mark.</source>
        <translation>คะแนนมีทศนิยมได้ไม่เกินสามตำแหน่ง</translation>
    </message>
    <message>
        <source>Points that counted as not given back are back after all.</source>
        <translation>คะแนนที่บันทึกว่าไม่ได้คืนนั้นคืนแล้ว</translation>
    </message>
    <message>
        <source>Printing on this computer does not work at the moment.</source>
        <translation>การพิมพ์ในเครื่องนี้ใช้ไม่ได้ในขณะนี้</translation>
    </message>
    <message>
        <source>Redeem at another till, and tell support the number below.</source>
        <translation>โปรดแลกคะแนนที่เครื่องอื่น และแจ้งเลขด้านล่างกับฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>That is more than is left of this redemption.</source>
        <translation>มากกว่าที่เหลือของการแลกนี้</translation>
    </message>
    <message>
        <source>That looks like a customer’s number.</source>
        <translation>ดูเหมือนเป็นหมายเลขของลูกค้า</translation>
    </message>
    <message>
        <source>The company’s network does not accept the till’s login.</source>
        <translation>เครือข่ายของบริษัทไม่ยอมรับการเข้าสู่ระบบของเครื่องนี้</translation>
    </message>
    <message>
        <source>The password for the company’s network is not set.</source>
        <translation>ยังไม่ได้ตั้งรหัสผ่านของเครือข่ายบริษัท</translation>
    </message>
    <message>
        <source>The points are back, but the till could not keep a record of it.</source>
        <translation>คืนคะแนนแล้ว แต่เครื่องบันทึกไม่ได้</translation>
    </message>
    <message>
        <source>The points are not affected. Check its power and its cable, then print again.</source>
        <translation>คะแนนไม่ได้รับผลกระทบ โปรดตรวจไฟและสาย แล้วพิมพ์อีกครั้ง</translation>
    </message>
    <message>
        <source>The points are not affected. Check that it is on and connected, then print again, or choose another printer.</source>
        <translation>คะแนนไม่ได้รับผลกระทบ โปรดตรวจว่าเปิดและต่ออยู่ แล้วพิมพ์อีกครั้ง หรือเลือกเครื่องพิมพ์อื่น</translation>
    </message>
    <message>
        <source>The points are not affected. Choose another printer, and have the address in Settings checked.</source>
        <translation>คะแนนไม่ได้รับผลกระทบ โปรดเลือกเครื่องพิมพ์อื่น และให้ตรวจที่อยู่ในหน้าตั้งค่า</translation>
    </message>
    <message>
        <source>The points are not affected. Choose another printer, and tell support the number below.</source>
        <translation>คะแนนไม่ได้รับผลกระทบ โปรดเลือกเครื่องพิมพ์อื่น และแจ้งเลขด้านล่างกับฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>The points are not affected. Close the cover, then print again.</source>
        <translation>คะแนนไม่ได้รับผลกระทบ โปรดปิดฝา แล้วพิมพ์อีกครั้ง</translation>
    </message>
    <message>
        <source>The points are not affected. Check whether the receipt came out, and print again if it did not.</source>
        <translation>คะแนนไม่ได้รับผลกระทบ โปรดดูว่าสลิปออกมาหรือไม่ ถ้าไม่ ให้พิมพ์อีกครั้ง</translation>
    </message>
    <message>
        <source>The points are not affected. Check whether the receipt came out. If not, switch the printer off and on, then print again.</source>
        <translation>คะแนนไม่ได้รับผลกระทบ โปรดดูว่าสลิปออกมาหรือไม่ ถ้าไม่ ให้ปิดและเปิดเครื่องพิมพ์ แล้วพิมพ์อีกครั้ง</translation>
    </message>
    <message>
        <source>The points are not affected. Print again if the member needs it.</source>
        <translation>คะแนนไม่ได้รับผลกระทบ โปรดพิมพ์อีกครั้งถ้าสมาชิกต้องการ</translation>
    </message>
    <message>
        <source>The points are not affected. Print again if the member still needs it.</source>
        <translation>คะแนนไม่ได้รับผลกระทบ โปรดพิมพ์อีกครั้งถ้าสมาชิกยังต้องการ</translation>
    </message>
    <message>
        <source>The points are not affected. Put in a new roll, then print again.</source>
        <translation>คะแนนไม่ได้รับผลกระทบ โปรดใส่ม้วนใหม่ แล้วพิมพ์อีกครั้ง</translation>
    </message>
    <message>
        <source>The points are not affected. Resume the printer on this computer, then print again, or choose another printer.</source>
        <translation>คะแนนไม่ได้รับผลกระทบ โปรดสั่งเครื่องพิมพ์ให้ทำงานต่อในเครื่องนี้ แล้วพิมพ์อีกครั้ง หรือเลือกเครื่องพิมพ์อื่น</translation>
    </message>
    <message>
        <source>The points are not affected. Save the receipt, and tell support the number below.</source>
        <translation>คะแนนไม่ได้รับผลกระทบ โปรดบันทึกสลิป และแจ้งเลขด้านล่างกับฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>The points are not affected. Save the receipt, or restart this computer.</source>
        <translation>คะแนนไม่ได้รับผลกระทบ โปรดบันทึกสลิป หรือเริ่มเครื่องนี้ใหม่</translation>
    </message>
    <message>
        <source>The points are not affected. Tear off what came out, check the cable, then print again.</source>
        <translation>คะแนนไม่ได้รับผลกระทบ โปรดฉีกส่วนที่ออกมา ตรวจสาย แล้วพิมพ์อีกครั้ง</translation>
    </message>
    <message>
        <source>The points were not given back.</source>
        <translation>ไม่มีการคืนคะแนน</translation>
    </message>
    <message>
        <source>The printer does not take new work.</source>
        <translation>เครื่องพิมพ์ไม่รับงานใหม่</translation>
    </message>
    <message>
        <source>The printer has no paper.</source>
        <translation>เครื่องพิมพ์ไม่มีกระดาษ</translation>
    </message>
    <message>
        <source>The printer is paused.</source>
        <translation>เครื่องพิมพ์หยุดชั่วคราว</translation>
    </message>
    <message>
        <source>The printer is switched off or not connected.</source>
        <translation>เครื่องพิมพ์ปิดอยู่หรือไม่ได้ต่อ</translation>
    </message>
    <message>
        <source>The printer stopped while printing.</source>
        <translation>เครื่องพิมพ์หยุดขณะพิมพ์</translation>
    </message>
    <message>
        <source>The printer took only part of the receipt.</source>
        <translation>เครื่องพิมพ์รับสลิปเพียงบางส่วน</translation>
    </message>
    <message>
        <source>The printer’s address does not exist.</source>
        <translation>ที่อยู่ของเครื่องพิมพ์ไม่มีอยู่</translation>
    </message>
    <message>
        <source>The printer’s cover is open.</source>
        <translation>ฝาเครื่องพิมพ์เปิดอยู่</translation>
    </message>
    <message>
        <source>The receipt cannot be put in line for printing.</source>
        <translation>นำสลิปเข้าคิวพิมพ์ไม่ได้</translation>
    </message>
    <message>
        <source>The receipt was removed from the printer’s list.</source>
        <translation>สลิปถูกลบจากรายการของเครื่องพิมพ์</translation>
    </message>
    <message>
        <source>The safe place for the till’s password does not answer.</source>
        <translation>ที่เก็บรหัสผ่านของเครื่องอย่างปลอดภัยไม่ตอบ</translation>
    </message>
    <message>
        <source>The safe place for the till’s password has a fault.</source>
        <translation>ที่เก็บรหัสผ่านของเครื่องอย่างปลอดภัยขัดข้อง</translation>
    </message>
    <message>
        <source>The service could not make a code just now.</source>
        <translation>ระบบสร้างรหัสไม่ได้ในขณะนี้</translation>
    </message>
    <message>
        <source>The service did not give the points back.</source>
        <translation>ระบบไม่ได้คืนคะแนน</translation>
    </message>
    <message>
        <source>The service did not let this till sign in.</source>
        <translation>ระบบไม่ให้เครื่องนี้ลงชื่อเข้าใช้</translation>
    </message>
    <message>
        <source>The service does not accept the token that it gave this till.</source>
        <translation>ระบบไม่รับโทเค็นที่ให้เครื่องนี้ไว้</translation>
    </message>
    <message>
        <source>The service does not accept this till’s key and secret.</source>
        <translation>ระบบไม่รับคีย์และข้อมูลลับของเครื่องนี้</translation>
    </message>
    <message>
        <source>The service does not accept this.</source>
        <translation>ระบบไม่ยอมรับสิ่งนี้</translation>
    </message>
    <message>
        <source>The service does not show everything about this redemption right now.</source>
        <translation>ตอนนี้ระบบไม่แสดงทุกอย่างของการแลกนี้</translation>
    </message>
    <message>
        <source>The service does not have enough points left of this redemption.</source>
        <translation>ระบบเหลือคะแนนของการแลกนี้ไม่พอ</translation>
    </message>
    <message>
        <source>The service is not set up for giving points back.</source>
        <translation>ระบบไม่ได้ตั้งค่าให้คืนคะแนน</translation>
    </message>
    <message>
        <source>The service offers no connection that is safe today.</source>
        <translation>ระบบไม่มีการเชื่อมต่อที่ถือว่าปลอดภัยในปัจจุบัน</translation>
    </message>
    <message>
        <source>The settings could not be saved.</source>
        <translation>บันทึกการตั้งค่าไม่สำเร็จ</translation>
    </message>
    <message>
        <source>The till cannot count the PIN attempts, so no one can sign on.</source>
        <translation>เครื่องนับจำนวนครั้งที่กรอก PIN ไม่ได้ จึงไม่มีใครลงชื่อเข้าใช้ได้</translation>
    </message>
    <message>
        <source>The till cannot count the PIN attempts.</source>
        <translation>เครื่องนับจำนวนครั้งที่กรอก PIN ไม่ได้</translation>
    </message>
    <message>
        <source>The till cannot read the cashiers’ PINs, so no one can sign on.</source>
        <translation>เครื่องอ่าน PIN ของพนักงานไม่ได้ จึงไม่มีใครลงชื่อเข้าใช้ได้</translation>
    </message>
    <message>
        <source>The till could not make a secure connection to the service.</source>
        <translation>เครื่องเชื่อมต่อกับระบบอย่างปลอดภัยไม่ได้</translation>
    </message>
    <message>
        <source>The till is not allowed to write its record of redemptions.</source>
        <translation>เครื่องไม่มีสิทธิ์เขียนบันทึกการแลกคะแนน</translation>
    </message>
    <message>
        <source>The till is open in another login on this computer.</source>
        <translation>แอปนี้เปิดอยู่ในบัญชีอื่นของคอมพิวเตอร์นี้</translation>
    </message>
    <message>
        <source>The till no longer knows the member of this redemption.</source>
        <translation>เครื่องไม่รู้จักสมาชิกของการแลกนี้แล้ว</translation>
    </message>
    <message>
        <source>The till was closed while a receipt was printing.</source>
        <translation>ปิดเครื่องขณะกำลังพิมพ์สลิป</translation>
    </message>
    <message>
        <source>There is no loyalty service at the address in Settings.</source>
        <translation>ไม่พบระบบสะสมคะแนนตามที่อยู่ในหน้าตั้งค่า</translation>
    </message>
    <message>
        <source>There is no printer.</source>
        <translation>ไม่พบเครื่องพิมพ์</translation>
    </message>
    <message>
        <source>This computer does not trust what answers in place of the service.</source>
        <translation>คอมพิวเตอร์นี้ไม่เชื่อถือสิ่งที่ตอบแทนระบบ</translation>
    </message>
    <message>
        <source>This is less than the minimum that can be redeemed.</source>
        <translation>น้อยกว่าคะแนนขั้นต่ำที่แลกได้</translation>
    </message>
    <message>
        <source>This member has been sent too many codes.</source>
        <translation>ส่งรหัสให้สมาชิกคนนี้มากเกินไป</translation>
    </message>
    <message>
        <source>This member may have reached a limit for giving points back.</source>
        <translation>สมาชิกคนนี้อาจถึงขีดจำกัดการคืนคะแนน</translation>
    </message>
    <message>
        <source>This member’s points were tried before on a similar bill, or without a bill.</source>
        <translation>เคยลองแลกคะแนนของสมาชิกรายนี้ด้วยเลขที่บิลที่เกือบเหมือนกันหรือโดยไม่มีเลขที่บิล</translation>
    </message>
    <message>
        <source>This redemption is too old to be given back.</source>
        <translation>การแลกนี้เก่าเกินกว่าจะคืน</translation>
    </message>
    <message>
        <source>This redemption was made with another loyalty service.</source>
        <translation>รายการแลกนี้ทำกับระบบสะสมคะแนนอื่น</translation>
    </message>
    <message>
        <source>This till does not know that cashier.</source>
        <translation>เครื่องนี้ไม่รู้จักพนักงานคนนั้น</translation>
    </message>
    <message>
        <source>This till is not allowed to look up this member.</source>
        <translation>เครื่องนี้ไม่มีสิทธิ์ดูข้อมูลสมาชิกรายนี้</translation>
    </message>
    <message>
        <source>This till is not allowed to redeem without a code.</source>
        <translation>เครื่องนี้ไม่มีสิทธิ์แลกคะแนนโดยไม่ใช้รหัส</translation>
    </message>
    <message>
        <source>This till’s disk is full.</source>
        <translation>พื้นที่เก็บข้อมูลของเครื่องนี้เต็ม</translation>
    </message>
    <message>
        <source>This till’s key and secret are not set.</source>
        <translation>ยังไม่ได้ตั้งคีย์และข้อมูลลับของเครื่องนี้</translation>
    </message>
    <message>
        <source>Try again if the member still wants them.</source>
        <translation>โปรดลองอีกครั้งถ้าสมาชิกยังต้องการ</translation>
    </message>
    <message>
        <source>Use the last message that came, or wait a few minutes and send the code again.</source>
        <translation>โปรดใช้ข้อความล่าสุดที่มา หรือรอสักครู่แล้วส่งรหัสอีกครั้ง</translation>
    </message>
    <message>
        <source>Wait 15 minutes, or let another cashier sign on.</source>
        <translation>โปรดรอ 15 นาที หรือให้พนักงานคนอื่นลงชื่อเข้าใช้</translation>
    </message>
    <message>
        <source>Wait a minute, then send the code again. If that does not help, finish the sale without points.</source>
        <translation>โปรดรอสัก 1 นาที แล้วส่งรหัสอีกครั้ง ถ้ายังไม่ได้ ให้คิดเงินต่อโดยไม่ใช้คะแนน</translation>
    </message>
    <message>
        <source>What answers has another name, so it is not the real service.</source>
        <translation>สิ่งที่ตอบไม่ใช่ระบบจริง แต่ใช้ชื่ออื่น</translation>
    </message>
    <message>
        <source>What is shown here is correct. Redeem at another till from now on and call support.</source>
        <translation>ผลที่แสดงที่นี่ถูกต้อง จากนี้ให้แลกคะแนนที่เครื่องอื่น และโทรหาฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>What proves that this is the real service has expired.</source>
        <translation>สิ่งที่ยืนยันว่านี่คือระบบจริงหมดอายุแล้ว</translation>
    </message>
    <message>
        <source>What proves that this is the real service is not valid yet.</source>
        <translation>สิ่งที่ยืนยันว่านี่คือระบบจริงยังใช้ไม่ได้</translation>
    </message>
    <message>
        <source>What this window shows is correct. Enter it at the POS by hand, and tell support the number below.</source>
        <translation>สิ่งที่หน้าต่างนี้แสดงถูกต้อง โปรดกรอกลงใน POS ด้วยตนเอง และแจ้งเลขด้านล่างกับฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>Write down the points, the bill and the time, and call support now.</source>
        <translation>โปรดจดคะแนน บิล และเวลา แล้วโทรหาฝ่ายสนับสนุนทันที</translation>
    </message>
    <message>
        <source>Your PIN cannot be checked on this till.</source>
        <translation>ตรวจสอบ PIN ของคุณที่เครื่องนี้ไม่ได้</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Send a code to the member, and tell support the number below.</source>
        <translation>ยังไม่ได้แลกคะแนน โปรดส่งรหัสไปที่สมาชิก และแจ้งเลขด้านล่างกับฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Send a code to the member, or tell support the number below.</source>
        <translation>ยังไม่ได้แลกคะแนน โปรดส่งรหัสไปที่สมาชิก หรือแจ้งเลขด้านล่างกับฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>As far as the service shows, no points were taken. It is safe to press Redeem again.</source>
        <translation>ตามที่ระบบแสดง ไม่มีการหักคะแนน กดแลกคะแนนอีกครั้งได้อย่างปลอดภัย</translation>
    </message>
    <message>
        <source>Ask at that till first. Go on only if no points were redeemed there.</source>
        <translation>โปรดถามที่เครื่องนั้นก่อน ทำต่อเฉพาะเมื่อที่นั่นไม่ได้แลกคะแนน</translation>
    </message>
    <message>
        <source>Check the number with them. If it is correct, they have to join first.</source>
        <translation>โปรดตรวจสอบเบอร์กับลูกค้า ถ้าเบอร์ถูกต้อง ต้องสมัครสมาชิกก่อน</translation>
    </message>
    <message>
        <source>Do not take the points off the bill yet. Wait a moment, then press Redeem again.</source>
        <translation>อย่าเพิ่งหักคะแนนออกจากบิล โปรดรอสักครู่ แล้วกดแลกคะแนนอีกครั้ง</translation>
    </message>
    <message>
        <source>Enter the password for this address in Settings, or ask support for it.</source>
        <translation>โปรดกรอกรหัสผ่านของที่อยู่นี้ในหน้าตั้งค่า หรือขอจากฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>No points were taken.</source>
        <translation>ไม่มีการหักคะแนน</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Ask the supervisor to enter it again.</source>
        <translation>ยังไม่ได้แลกคะแนน ให้หัวหน้ากรอก PIN ใหม่</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Wait 15 minutes, or send a code to the member.</source>
        <translation>ยังไม่ได้แลกคะแนน โปรดรอ 15 นาที หรือส่งรหัสไปที่สมาชิก</translation>
    </message>
    <message>
        <source>Points can only be redeemed in fixed steps.</source>
        <translation>แลกคะแนนได้เฉพาะตามขั้นที่กำหนด</translation>
    </message>
    <message>
        <source>Points of this account cannot be used at the counter.</source>
        <translation>คะแนนของบัญชีนี้ใช้ที่เคาน์เตอร์ไม่ได้</translation>
    </message>
    <message>
        <source>Points of this group cannot be redeemed.</source>
        <translation>คะแนนของกลุ่มนี้แลกไม่ได้</translation>
    </message>
    <message>
        <source>Points of this program cannot be given back.</source>
        <translation>คะแนนของโปรแกรมนี้คืนไม่ได้</translation>
    </message>
    <message>
        <source>Points were redeemed on this bill already.</source>
        <translation>บิลนี้แลกคะแนนไปแล้ว</translation>
    </message>
    <message>
        <source>Redeem at another till. Call support and do not delete anything here.</source>
        <translation>โปรดแลกคะแนนที่เครื่องอื่น โทรหาฝ่ายสนับสนุน และห้ามลบอะไรในเครื่องนี้</translation>
    </message>
    <message>
        <source>Redeem at another till. Tell support that this one has to be updated.</source>
        <translation>โปรดแลกคะแนนที่เครื่องอื่น และแจ้งฝ่ายสนับสนุนว่าเครื่องนี้ต้องอัปเดต</translation>
    </message>
    <message>
        <source>Redeem at another till. Tell support the number below.</source>
        <translation>โปรดแลกคะแนนที่เครื่องอื่น และแจ้งเลขด้านล่างกับฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>Redeeming points is not switched on for this shop.</source>
        <translation>ร้านนี้ยังไม่ได้เปิดใช้การแลกคะแนน</translation>
    </message>
    <message>
        <source>Send a code to the member instead.</source>
        <translation>ให้ส่งรหัสไปที่สมาชิกแทน</translation>
    </message>
    <message>
        <source>Send the code again.</source>
        <translation>โปรดส่งรหัสอีกครั้ง</translation>
    </message>
    <message>
        <source>Several cashiers have this name or number.</source>
        <translation>มีพนักงานหลายคนที่ใช้ชื่อหรือหมายเลขนี้</translation>
    </message>
    <message>
        <source>Sign in to this computer again, then try again.</source>
        <translation>โปรดลงชื่อเข้าใช้คอมพิวเตอร์นี้ใหม่ แล้วลองอีกครั้ง</translation>
    </message>
    <message>
        <source>Something unexpected happened.</source>
        <translation>เกิดเหตุที่ไม่คาดคิด</translation>
    </message>
    <message>
        <source>Tell support that the address in Settings has to be checked.</source>
        <translation>โปรดแจ้งฝ่ายสนับสนุน ให้ตรวจสอบที่อยู่ในหน้าตั้งค่า</translation>
    </message>
    <message>
        <source>Tell support that they have to be entered again in Settings.</source>
        <translation>โปรดแจ้งฝ่ายสนับสนุน ให้กรอกใหม่ในหน้าตั้งค่า</translation>
    </message>
    <message>
        <source>Tell support that this till’s clock has to be set.</source>
        <translation>โปรดแจ้งฝ่ายสนับสนุน ให้ตั้งเวลาของเครื่องนี้</translation>
    </message>
    <message>
        <source>Tell support the number below.</source>
        <translation>โปรดแจ้งเลขด้านล่างกับฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>Tell support the number below. Finish the sale without points.</source>
        <translation>โปรดแจ้งเลขด้านล่างกับฝ่ายสนับสนุน และคิดเงินต่อโดยไม่ใช้คะแนน</translation>
    </message>
    <message>
        <source>Tell support the number below: the group set-up has to be changed.</source>
        <translation>โปรดแจ้งเลขด้านล่างกับฝ่ายสนับสนุน: ต้องแก้การตั้งค่ากลุ่ม</translation>
    </message>
    <message>
        <source>Tell support the number below: this till needs permission.</source>
        <translation>โปรดแจ้งเลขด้านล่างกับฝ่ายสนับสนุน: เครื่องนี้ต้องได้รับสิทธิ์</translation>
    </message>
    <message>
        <source>Tell the member that more have to be collected first. Finish the sale without points.</source>
        <translation>โปรดแจ้งสมาชิกว่าต้องสะสมคะแนนเพิ่มก่อน และคิดเงินต่อโดยไม่ใช้คะแนน</translation>
    </message>
    <message>
        <source>Tell the member that more purchases are needed first. Finish the sale without points.</source>
        <translation>โปรดแจ้งสมาชิกว่าต้องมียอดซื้อเพิ่มก่อน และคิดเงินต่อโดยไม่ใช้คะแนน</translation>
    </message>
    <message>
        <source>That PIN is wrong.</source>
        <translation>PIN ไม่ถูกต้อง</translation>
    </message>
    <message>
        <source>That code is wrong or has expired.</source>
        <translation>รหัสไม่ถูกต้องหรือหมดอายุแล้ว</translation>
    </message>
    <message>
        <source>The code could not be sent to the member.</source>
        <translation>ส่งรหัสไปที่สมาชิกไม่ได้</translation>
    </message>
    <message>
        <source>The connection broke before the answer was complete.</source>
        <translation>การเชื่อมต่อขาดก่อนได้คำตอบครบ</translation>
    </message>
    <message>
        <source>The file could not be saved.</source>
        <translation>บันทึกไฟล์ไม่สำเร็จ</translation>
    </message>
    <message>
        <source>The member does not have this many points.</source>
        <translation>สมาชิกมีคะแนนไม่พอ</translation>
    </message>
    <message>
        <source>The member has not confirmed this mobile number yet.</source>
        <translation>สมาชิกยังไม่ได้ยืนยันเบอร์มือถือนี้</translation>
    </message>
    <message>
        <source>The points can be redeemed, but the code could not be sent.</source>
        <translation>แลกคะแนนได้ แต่ส่งรหัสไม่สำเร็จ</translation>
    </message>
    <message>
        <source>The receipt did not print.</source>
        <translation>พิมพ์สลิปไม่สำเร็จ</translation>
    </message>
    <message>
        <source>The redemption did not go through.</source>
        <translation>แลกคะแนนไม่สำเร็จ</translation>
    </message>
    <message>
        <source>The service cannot show yet whether an earlier try went through.</source>
        <translation>ระบบยังบอกไม่ได้ว่าครั้งก่อนแลกสำเร็จหรือไม่</translation>
    </message>
    <message>
        <source>The service could not accept that code.</source>
        <translation>ระบบไม่รับรหัสนี้</translation>
    </message>
    <message>
        <source>The service could not redeem the points.</source>
        <translation>ระบบแลกคะแนนไม่สำเร็จ</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>ระบบไม่ตอบภายในเวลาที่กำหนด</translation>
    </message>
    <message>
        <source>The service did not give these points back again.</source>
        <translation>ระบบไม่ได้คืนคะแนนนี้ซ้ำ</translation>
    </message>
    <message>
        <source>The service does not accept this bill number.</source>
        <translation>ระบบไม่รับเลขที่บิลนี้</translation>
    </message>
    <message>
        <source>The service does not accept this number of points.</source>
        <translation>ระบบไม่รับจำนวนคะแนนนี้</translation>
    </message>
    <message>
        <source>The service does not accept this number.</source>
        <translation>ระบบไม่รับเบอร์นี้</translation>
    </message>
    <message>
        <source>The service does not accept this till’s date and time.</source>
        <translation>ระบบไม่รับวันที่และเวลาของเครื่องนี้</translation>
    </message>
    <message>
        <source>The service does not accept this till’s name and password.</source>
        <translation>ระบบไม่รับชื่อและรหัสผ่านของเครื่องนี้</translation>
    </message>
    <message>
        <source>The service does not allow this till to do that.</source>
        <translation>ระบบไม่อนุญาตให้เครื่องนี้ทำรายการนั้น</translation>
    </message>
    <message>
        <source>The service is not set up correctly for groups.</source>
        <translation>ระบบยังตั้งค่าเรื่องกลุ่มไม่ถูกต้อง</translation>
    </message>
    <message>
        <source>The service said no.</source>
        <translation>ระบบไม่อนุมัติ</translation>
    </message>
    <message>
        <source>The stored password belongs to another address.</source>
        <translation>รหัสผ่านที่เก็บไว้เป็นของที่อยู่อื่น</translation>
    </message>
    <message>
        <source>The service does not know this group.</source>
        <translation>ระบบไม่รู้จักกลุ่มนี้</translation>
    </message>
    <message>
        <source>Several members match.</source>
        <translation>พบสมาชิกหลายคน</translation>
    </message>
    <message>
        <source>Tell support the number below. They can correct it in Settings.</source>
        <translation>โปรดแจ้งเลขด้านล่างกับฝ่ายสนับสนุน ซึ่งแก้ไขได้ในหน้าตั้งค่า</translation>
    </message>
    <message>
        <source>That is more points than were redeemed.</source>
        <translation>คะแนนนี้มากกว่าที่แลกไป</translation>
    </message>
    <message>
        <source>The company’s network blocked the till.</source>
        <translation>เครือข่ายของบริษัทปิดกั้นเครื่องนี้</translation>
    </message>
    <message>
        <source>The loyalty program is not set up correctly for this shop.</source>
        <translation>โปรแกรมสะสมคะแนนของร้านนี้ ยังตั้งค่าไม่ถูกต้อง</translation>
    </message>
    <message>
        <source>The member has not bought enough in total to redeem points yet.</source>
        <translation>ยอดซื้อรวมของสมาชิกยังไม่ถึงเกณฑ์แลกคะแนน</translation>
    </message>
    <message>
        <source>The member has not collected enough points in total to redeem any yet.</source>
        <translation>คะแนนสะสมรวมของสมาชิกยังไม่ถึงเกณฑ์แลก</translation>
    </message>
    <message>
        <source>The outcome could not be sent to the POS.</source>
        <translation>แจ้งผลให้ POS ไม่ได้</translation>
    </message>
    <message>
        <source>The outcome is known, but the till could not record it.</source>
        <translation>ทราบผลแล้ว แต่เครื่องบันทึกผลไม่ได้</translation>
    </message>
    <message>
        <source>The points are not affected. Check the paper and the cable, then print again.</source>
        <translation>คะแนนไม่ได้รับผลกระทบ โปรดตรวจสอบกระดาษและสาย แล้วพิมพ์อีกครั้ง</translation>
    </message>
    <message>
        <source>The points are not affected. Choose another folder in Settings, then save again.</source>
        <translation>คะแนนไม่ได้รับผลกระทบ โปรดเลือกโฟลเดอร์อื่นในหน้าตั้งค่า แล้วบันทึกอีกครั้ง</translation>
    </message>
    <message>
        <source>The points are not affected. Save the receipt, or choose a printer in Settings.</source>
        <translation>คะแนนไม่ได้รับผลกระทบ โปรดบันทึกสลิป หรือเลือกเครื่องพิมพ์ในหน้าตั้งค่า</translation>
    </message>
    <message>
        <source>The loyalty service is not responding.</source>
        <translation>ระบบสะสมคะแนนไม่ตอบรับ</translation>
    </message>
    <message>
        <source>The service cannot handle points right now.</source>
        <translation>ขณะนี้ระบบทำรายการคะแนนไม่ได้</translation>
    </message>
    <message>
        <source>The service could not answer right now.</source>
        <translation>ขณะนี้ระบบตอบไม่ได้</translation>
    </message>
    <message>
        <source>The service could not give these points back right now.</source>
        <translation>ขณะนี้ระบบคืนคะแนนนี้ไม่ได้</translation>
    </message>
    <message>
        <source>The service does not know this loyalty program.</source>
        <translation>ระบบไม่รู้จักโปรแกรมสะสมคะแนนนี้</translation>
    </message>
    <message>
        <source>The service does not know this redemption.</source>
        <translation>ระบบไม่พบรายการแลกคะแนนนี้</translation>
    </message>
    <message>
        <source>The service is still busy with this member.</source>
        <translation>ระบบยังทำรายการของสมาชิกรายนี้อยู่</translation>
    </message>
    <message>
        <source>The service is very busy.</source>
        <translation>ขณะนี้ระบบมีผู้ใช้มาก</translation>
    </message>
    <message>
        <source>The till cannot be sure that this is the real service.</source>
        <translation>เครื่องไม่แน่ใจว่านี่คือระบบจริง</translation>
    </message>
    <message>
        <source>The till cannot open its record of redemptions.</source>
        <translation>เครื่องเปิดบันทึกการแลกคะแนนไม่ได้</translation>
    </message>
    <message>
        <source>The till cannot reach the service.</source>
        <translation>เครื่องติดต่อระบบไม่ได้</translation>
    </message>
    <message>
        <source>The till could not understand the service’s answer.</source>
        <translation>เครื่องไม่เข้าใจคำตอบของระบบ</translation>
    </message>
    <message>
        <source>The till stopped waiting before the answer came.</source>
        <translation>เครื่องหยุดรอก่อนได้คำตอบ</translation>
    </message>
    <message>
        <source>The till’s record of redemptions is damaged.</source>
        <translation>บันทึกการแลกคะแนนของเครื่องเสียหาย</translation>
    </message>
    <message>
        <source>The till’s record was written by a newer version of this program.</source>
        <translation>บันทึกของเครื่องสร้างจากแอปรุ่นใหม่กว่า</translation>
    </message>
    <message>
        <source>These points have been given back already.</source>
        <translation>คืนคะแนนนี้ไปแล้ว</translation>
    </message>
    <message>
        <source>This computer has no safe place for the till’s password.</source>
        <translation>คอมพิวเตอร์นี้ไม่มีที่เก็บรหัสผ่านของเครื่องอย่างปลอดภัย</translation>
    </message>
    <message>
        <source>This is more than can be redeemed at one time.</source>
        <translation>มากกว่าที่แลกได้ในครั้งเดียว</translation>
    </message>
    <message>
        <source>This person is not in the loyalty program.</source>
        <translation>ลูกค้ารายนี้ไม่ได้เป็นสมาชิกสะสมคะแนน</translation>
    </message>
    <message>
        <source>This redemption was tried at another till before.</source>
        <translation>รายการแลกนี้เคยลองทำที่เครื่องอื่น</translation>
    </message>
    <message>
        <source>This till’s password is not set.</source>
        <translation>ยังไม่ได้ตั้งรหัสผ่านของเครื่องนี้</translation>
    </message>
    <message>
        <source>This was stopped before anything was sent.</source>
        <translation>หยุดรายการก่อนส่งข้อมูล</translation>
    </message>
    <message>
        <source>Too many wrong PINs.</source>
        <translation>กรอก PIN ผิดหลายครั้งเกินไป</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>โปรดลองอีกครั้ง</translation>
    </message>
    <message>
        <source>Try again. If that does not help, tell support the number below.</source>
        <translation>โปรดลองอีกครั้ง ถ้ายังไม่ได้ ให้แจ้งเลขด้านล่างกับฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>Try once more. If that does not help, tell support the number below.</source>
        <translation>โปรดลองอีกหนึ่งครั้ง ถ้ายังไม่ได้ ให้แจ้งเลขด้านล่างกับฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>Wait a few seconds, then try again.</source>
        <translation>โปรดรอไม่กี่วินาที แล้วลองอีกครั้ง</translation>
    </message>
    <message>
        <source>Wait a minute, then look at the redemption in History before you try again.</source>
        <translation>โปรดรอสัก 1 นาที แล้วดูรายการในประวัติก่อนลองอีกครั้ง</translation>
    </message>
    <message>
        <source>Wait a minute, then try again.</source>
        <translation>โปรดรอสัก 1 นาที แล้วลองอีกครั้ง</translation>
    </message>
    <message>
        <source>Wait a minute, then try again. If that does not help, finish the sale without points.</source>
        <translation>โปรดรอสัก 1 นาที แล้วลองอีกครั้ง ถ้ายังไม่ได้ ให้คิดเงินต่อโดยไม่ใช้คะแนน</translation>
    </message>
</context>
<context>
    <name>MissedCallView</name>
    <message>
        <source>Ask the member to call this number and hang up:</source>
        <translation>ให้สมาชิกโทรเบอร์นี้แล้ววางสาย:</translation>
    </message>
    <message>
        <source>Number to call</source>
        <translation>เบอร์ที่ต้องโทร</translation>
    </message>
    <message>
        <source>the number that support gave you</source>
        <translation>เบอร์ที่ได้จากฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>The call has to come from {number}. Then redeem.</source>
        <translation>ต้องโทรจากเบอร์ {number} แล้วจึงแลกคะแนน</translation>
    </message>
    <message>
        <source>The call has to come from the member’s own phone. Then redeem.</source>
        <translation>ต้องโทรจากมือถือของสมาชิกเอง แล้วจึงแลกคะแนน</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Sign on first.</source>
        <translation>โปรดลงชื่อเข้าใช้ก่อน</translation>
    </message>
    <message>
        <source>What you changed in the settings was not saved.</source>
        <translation>สิ่งที่คุณแก้ไขในการตั้งค่าไม่ได้ถูกบันทึก</translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>Note</source>
        <translation>หมายเหตุ</translation>
    </message>
    <message>
        <source>Characters left</source>
        <translation>ตัวอักษรที่เหลือ</translation>
    </message>
    <message>
        <source>Note templates</source>
        <translation>ข้อความด่วนสำหรับหมายเหตุ</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>ข้อความด่วน</translation>
    </message>
    <message>
        <source>Remove note</source>
        <translation>ลบหมายเหตุ</translation>
    </message>
    <message>
        <source>{used} of {limit}</source>
        <translation>{used} จาก {limit}</translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Keys</source>
        <translation>แป้น</translation>
    </message>
</context>
<context>
    <name>Outcomes</name>
    <message>
        <source>The service does not know a field of this shop ({fields}). No points were taken. Leave it empty where you can, and tell support the number below.</source>
        <translation>ระบบไม่รู้จักช่องข้อมูลของร้านนี้ ({fields}) ไม่มีการหักคะแนน เว้นว่างไว้ถ้าทำได้ และแจ้งเลขด้านล่างกับฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>Five wrong codes. No points were taken. Send the code again and use the new message only; if the service still refuses it, wait 15 minutes.</source>
        <translation>รหัสผิด 5 ครั้ง ไม่มีการหักคะแนน โปรดส่งรหัสอีกครั้งและใช้รหัสจากข้อความใหม่เท่านั้น ถ้าระบบยังไม่รับ ให้รอ 15 นาที</translation>
    </message>
    <message numerus="yes">
        <source>The outcome of %Ln earlier redemption(s) is not known yet. The till is asking the service. Do not redeem them again.</source>
        <translation>
            <numerusform>มี %Ln รายการแลกก่อนหน้านี้ที่ยังไม่ทราบผล เครื่องกำลังตรวจสอบกับระบบ ห้ามแลกรายการเหล่านี้ซ้ำ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is not known yet whether the points of %Ln earlier redemption(s) were given back. The till is asking the service. Do not give them back again.</source>
        <translation>
            <numerusform>ยังไม่ทราบว่าคืนคะแนนของ %Ln รายการแลกก่อนหน้านี้แล้วหรือไม่ เครื่องกำลังตรวจสอบกับระบบ ห้ามคืนซ้ำ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A redemption that was recorded as not done did happen: {points} points for {who}. Take them off the bill, or tell support to give them back.</source>
        <translation>
            <numerusform>รายการที่เข้าใจว่าไม่ได้แลก แลกสำเร็จจริง: {points} คะแนน สำหรับ {who} โปรดหักออกจากบิล หรือแจ้งฝ่ายสนับสนุนให้คืนคะแนน</numerusform>
        </translation>
    </message>
    <message>
        <source>{news} Go back, then try again.</source>
        <translation>{news} โปรดย้อนกลับ แล้วลองอีกครั้ง</translation>
    </message>
    <message numerus="yes">
        <source>Now known: {points} points were redeemed for {who}. The receipt is in the history.</source>
        <translation>
            <numerusform>ทราบผลแล้ว: แลก {points} คะแนน สำหรับ {who} สำเร็จ ดูสลิปได้ในประวัติ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Now known: the {points} points for {who} were not redeemed. Nothing was taken.</source>
        <translation>
            <numerusform>ทราบผลแล้ว: ไม่ได้แลก {points} คะแนน สำหรับ {who} ไม่มีการหักคะแนน</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutlookLine</name>
    <message numerus="yes">
        <source>{points} points expire on {day}</source>
        <translation>
            <numerusform>{points} คะแนนจะหมดอายุ {day}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} of the {all} points expire on {day}</source>
        <translation>
            <numerusform>{points} จาก {all} คะแนนจะหมดอายุ {day}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PadDock</name>
    <message>
        <source>Hide keys</source>
        <translation>ซ่อนแป้น</translation>
    </message>
</context>
<context>
    <name>PaperRequests</name>
    <message>
        <source>Printing the receipt…</source>
        <translation>กำลังพิมพ์สลิป…</translation>
    </message>
    <message>
        <source>Saving the receipt…</source>
        <translation>กำลังบันทึกสลิป…</translation>
    </message>
    <message>
        <source>Printing the report…</source>
        <translation>กำลังพิมพ์รายงาน…</translation>
    </message>
    <message>
        <source>Saving the report…</source>
        <translation>กำลังบันทึกรายงาน…</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>บันทึกไว้ที่ {path}</translation>
    </message>
    <message>
        <source>It has been sent to the printer.</source>
        <translation>ส่งไปเครื่องพิมพ์แล้ว</translation>
    </message>
    <message>
        <source>The receipt has been sent to the printer.</source>
        <translation>ส่งสลิปไปที่เครื่องพิมพ์แล้ว</translation>
    </message>
    <message>
        <source>The receipt is printed.</source>
        <translation>พิมพ์สลิปแล้ว</translation>
    </message>
    <message>
        <source>It is printed.</source>
        <translation>พิมพ์แล้ว</translation>
    </message>
    <message>
        <source>A receipt was not printed. {reason} It can be printed again in History.</source>
        <translation>สลิปไม่ได้พิมพ์ {reason} พิมพ์อีกครั้งได้ในประวัติ</translation>
    </message>
    <message>
        <source>A report, a test page or a receipt for points given back was not printed. {reason}</source>
        <translation>รายงาน หน้าทดสอบ หรือสลิปคืนคะแนนไม่ได้พิมพ์ {reason}</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Receipt</source>
        <translation>สลิป</translation>
    </message>
    <message>
        <source>As it will be printed</source>
        <translation>ตัวอย่างก่อนพิมพ์</translation>
    </message>
</context>
<context>
    <name>PointsStep</name>
    <message>
        <source>How many points?</source>
        <translation>แลกกี่คะแนน</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>แก้ไข</translation>
    </message>
    <message>
        <source>Change points</source>
        <translation>แก้ไขคะแนน</translation>
    </message>
    <message>
        <source>Points to redeem</source>
        <translation>คะแนนที่จะแลก</translation>
    </message>
    <message>
        <source>Bill number</source>
        <translation>เลขที่บิล</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>มูลค่า</translation>
    </message>
    <message>
        <source>Send code</source>
        <translation>ส่งรหัส</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>ลูกค้าถัดไป</translation>
    </message>
    <message>
        <source>Next: the code</source>
        <translation>ต่อไป: รหัส</translation>
    </message>
    <message>
        <source>Sending code…</source>
        <translation>กำลังส่งรหัส…</translation>
    </message>
    <message>
        <source>from the POS</source>
        <translation>จาก POS</translation>
    </message>
    <message>
        <source>up to {points}</source>
        <translation>ไม่เกิน {points}</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} คะแนน</numerusform>
        </translation>
    </message>
    <message>
        <source>bill {bill}</source>
        <translation>บิล {bill}</translation>
    </message>
    <message>
        <source>from a group</source>
        <translation>จากกลุ่ม</translation>
    </message>
    <message>
        <source>Back to the POS</source>
        <translation>กลับไป POS</translation>
    </message>
    <message>
        <source>{money} to pay.</source>
        <translation>ต้องจ่าย {money}</translation>
    </message>
    <message>
        <source>Amount of money</source>
        <translation>จำนวนเงิน</translation>
    </message>
    <message>
        <source>{money} more than the bill.</source>
        <translation>มากกว่าบิล {money}</translation>
    </message>
    <message numerus="yes">
        <source>{words}. Leaves {remaining} points in the group.</source>
        <translation>
            <numerusform>{words} กลุ่มเหลือ {remaining} คะแนน</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{words}. Leaves {remaining} points.</source>
        <translation>
            <numerusform>{words} เหลือ {remaining} คะแนน</numerusform>
        </translation>
    </message>
    <message>
        <source>{money} off the bill</source>
        <translation>หัก {money} ออกจากบิล</translation>
    </message>
</context>
<context>
    <name>PrintStateView</name>
    <message>
        <source>Test page</source>
        <translation>หน้าทดสอบ</translation>
    </message>
</context>
<context>
    <name>PrintStatus</name>
    <message>
        <source>Print again</source>
        <translation>พิมพ์อีกครั้ง</translation>
    </message>
    <message>
        <source>Another printer</source>
        <translation>เครื่องพิมพ์อื่น</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>เครื่องพิมพ์</translation>
    </message>
    <message>
        <source>Printing the receipt…</source>
        <translation>กำลังพิมพ์สลิป…</translation>
    </message>
    <message>
        <source>The receipt has been sent to the printer.</source>
        <translation>ส่งสลิปไปเครื่องพิมพ์แล้ว</translation>
    </message>
    <message>
        <source>The receipt is printed.</source>
        <translation>พิมพ์สลิปแล้ว</translation>
    </message>
    <message>
        <source>Choose a printer</source>
        <translation>เลือกเครื่องพิมพ์</translation>
    </message>
    <message>
        <source>No other printer was found</source>
        <translation>ไม่พบเครื่องพิมพ์อื่น</translation>
    </message>
    <message>
        <source>{name} (receipt printer)</source>
        <translation>{name} (เครื่องพิมพ์สลิป)</translation>
    </message>
</context>
<context>
    <name>PrinterControl</name>
    <message>
        <source>Default printer</source>
        <translation>เครื่องพิมพ์เริ่มต้น</translation>
    </message>
</context>
<context>
    <name>QuestionPanel</name>
    <message>
        <source>Go back</source>
        <translation>ย้อนกลับ</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Redeem anyway</source>
        <translation>แลกต่อ</translation>
    </message>
    <message numerus="yes">
        <source>Redeem {points} points anyway</source>
        <translation>
            <numerusform>แลก {points} คะแนนต่อ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>TRAINING. Not a receipt.</source>
        <translation>โหมดฝึก ไม่ใช่สลิปจริง</translation>
    </message>
    <message>
        <source>COPY</source>
        <translation>สำเนา</translation>
    </message>
    <message>
        <source>Till {till} · Cashier {cashier}</source>
        <translation>เครื่อง {till} · พนักงาน {cashier}</translation>
    </message>
    <message>
        <source>Till {till}</source>
        <translation>เครื่อง {till}</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>บิล</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>สมาชิก</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>คะแนน</translation>
    </message>
    <message>
        <source>From the group’s points</source>
        <translation>จากคะแนนของกลุ่ม</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>มูลค่า</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>คงเหลือ</translation>
    </message>
    <message>
        <source>Redemption</source>
        <translation>เลขที่การแลก</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>เลขอ้างอิง</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>ขอบคุณ</translation>
    </message>
    <message>
        <source>POINTS GIVEN BACK</source>
        <translation>คืนคะแนนแล้ว</translation>
    </message>
    <message>
        <source>Points given back</source>
        <translation>คะแนนที่คืนแล้ว</translation>
    </message>
    <message>
        <source>Expired, not given back</source>
        <translation>หมดอายุ ไม่ได้คืน</translation>
    </message>
    <message>
        <source>Points for the member</source>
        <translation>คะแนนให้สมาชิก</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <source>Reversal</source>
        <translation>การคืนคะแนน</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>แลกแล้ว</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>คืนแล้ว</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>ถูกปฏิเสธ</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>ยังไม่ทราบผล</translation>
    </message>
    <message>
        <source>Not given back</source>
        <translation>ไม่ได้คืน</translation>
    </message>
    <message>
        <source>Giving back</source>
        <translation>กำลังคืน</translation>
    </message>
    <message>
        <source>End of day</source>
        <translation>สิ้นวัน</translation>
    </message>
    <message>
        <source>{name} × {count}</source>
        <translation>{name} × {count}</translation>
    </message>
    <message>
        <source>Net points</source>
        <translation>คะแนนสุทธิ</translation>
    </message>
    <message>
        <source>Net value</source>
        <translation>มูลค่าสุทธิ</translation>
    </message>
    <message>
        <source>By cashier</source>
        <translation>ตามพนักงาน</translation>
    </message>
    <message>
        <source>By program</source>
        <translation>ตามโปรแกรม</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>ไม่มีชื่อ</translation>
    </message>
    <message>
        <source>Default program</source>
        <translation>โปรแกรมเริ่มต้น</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>ยังค้างอยู่</translation>
    </message>
    <message>
        <source>Since it was closed</source>
        <translation>หลังปิดวัน</translation>
    </message>
    <message>
        <source>Settled since, of other days</source>
        <translation>ทราบผลแล้ว จากวันอื่น ๆ</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} ถึง {last}</translation>
    </message>
    <message>
        <source>No events</source>
        <translation>ไม่มีเหตุการณ์</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>แฮช</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>พิมพ์แล้ว</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>ปิดแล้ว</translation>
    </message>
    <message>
        <source>Closed by {cashier}</source>
        <translation>ปิดโดย {cashier}</translation>
    </message>
    <message>
        <source>The day is open</source>
        <translation>ยังไม่ปิดวัน</translation>
    </message>
    <message>
        <source>TRAINING</source>
        <translation>โหมดฝึก</translation>
    </message>
    <message>
        <source>Practice store</source>
        <translation>ร้านสำหรับฝึก</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>ทดสอบพิมพ์</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>เครื่อง</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>เครื่องพิมพ์</translation>
    </message>
    <message>
        <source>Default printer</source>
        <translation>เครื่องพิมพ์เริ่มต้น</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>กระดาษ</translation>
    </message>
    <message>
        <source>If you can read this, the printer works.</source>
        <translation>ถ้าคุณอ่านข้อความนี้ได้ เครื่องพิมพ์ใช้งานได้</translation>
    </message>
</context>
<context>
    <name>ReceiptPage</name>
    <message>
        <source>Points redeemed</source>
        <translation>คะแนนที่แลก</translation>
    </message>
    <message>
        <source>Updated balance</source>
        <translation>คะแนนคงเหลือล่าสุด</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>พิมพ์สลิป</translation>
    </message>
    <message>
        <source>Save receipt</source>
        <translation>บันทึกสลิป</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>ลูกค้าถัดไป</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Back to POS</source>
        <translation>กลับไป POS</translation>
    </message>
    <message>
        <source>The points have been given back since</source>
        <translation>คืนคะแนนแล้วหลังจากนั้น</translation>
    </message>
    <message numerus="yes">
        <source>Take {points} points off the bill</source>
        <translation>
            <numerusform>หัก {points} คะแนนจากบิล</numerusform>
        </translation>
    </message>
    <message>
        <source>Bill {bill}</source>
        <translation>บิล {bill}</translation>
    </message>
    <message>
        <source>The service did not say what they are worth.</source>
        <translation>ระบบไม่ได้บอกมูลค่า</translation>
    </message>
    <message numerus="yes">
        <source>{points} points have been given back since.</source>
        <translation>
            <numerusform>คืน {points} คะแนนแล้วหลังจากนั้น</numerusform>
        </translation>
    </message>
    <message>
        <source>not known</source>
        <translation>ไม่ทราบ</translation>
    </message>
    <message>
        <source>Take {value} off the bill</source>
        <translation>หัก {value} ออกจากบิล</translation>
    </message>
</context>
<context>
    <name>Redeeming</name>
    <message numerus="yes">
        <source>{points} points are worth {worth}. Check the amount with the member.</source>
        <translation>
            <numerusform>{points} คะแนน มีมูลค่า {worth} โปรดตรวจสอบยอดกับสมาชิก</numerusform>
        </translation>
    </message>
    <message>
        <source>The code has been sent again.</source>
        <translation>ส่งรหัสอีกครั้งแล้ว</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Enter the supervisor’s PIN and a reason.</source>
        <translation>ยังไม่ได้แลกคะแนน ต้องกรอก PIN ของหัวหน้าและเหตุผล</translation>
    </message>
</context>
<context>
    <name>RequestedGiveBack</name>
    <message>
        <source>The POS no longer asks to give points back.</source>
        <translation>POS ไม่ขอให้คืนคะแนนแล้ว</translation>
    </message>
</context>
<context>
    <name>ScanHint</name>
    <message>
        <source>Or scan the card or the code</source>
        <translation>หรือสแกนบัตรหรือรหัส</translation>
    </message>
    <message>
        <source>It goes into the field, wherever the cursor is.</source>
        <translation>ข้อมูลเข้าช่องเสมอ ไม่ว่าเคอร์เซอร์อยู่ที่ใด</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The settings are saved.</source>
        <translation>บันทึกการตั้งค่าแล้ว</translation>
    </message>
    <message>
        <source>Cannot be used, so the default counts: {settings}. F10 shows why.</source>
        <translation>ใช้ไม่ได้ จึงใช้ค่าเริ่มต้น: {settings} กด F10 ดูสาเหตุ</translation>
    </message>
    <message>
        <source>The till works with a new record now.</source>
        <translation>เครื่องนี้ใช้บันทึกใหม่แล้ว</translation>
    </message>
    <message>
        <source>The till works with a new record now. The damaged one is kept as {name}.</source>
        <translation>เครื่องนี้ใช้บันทึกใหม่แล้ว บันทึกที่เสียหายเก็บไว้ในชื่อ {name}</translation>
    </message>
    <message>
        <source>Another window on this computer is open for the same service and till name. The two do not know about each other’s redemptions. Close one of them.</source>
        <translation>มีอีกหน้าต่างหนึ่งเปิดอยู่ในคอมพิวเตอร์นี้ โดยใช้ระบบและชื่อเครื่องเดียวกัน ทั้งสองไม่ทราบรายการแลกของกันและกัน โปรดปิดหน้าต่างหนึ่ง</translation>
    </message>
    <message>
        <source>This till’s record of redemptions was copied from another computer or from a backup. Nothing that was started there is sent again. Ask support before you also use the other one.</source>
        <translation>บันทึกการแลกคะแนนของเครื่องนี้คัดลอกมาจากคอมพิวเตอร์เครื่องอื่นหรือจากข้อมูลสำรอง รายการที่เริ่มไว้ที่นั่นจะไม่ถูกส่งซ้ำ โปรดถามฝ่ายสนับสนุนก่อนใช้คอมพิวเตอร์อีกเครื่องด้วย</translation>
    </message>
    <message>
        <source>The settings are saved. They count after this customer.</source>
        <translation>บันทึกการตั้งค่าแล้ว จะมีผลหลังลูกค้ารายนี้</translation>
    </message>
</context>
<context>
    <name>SettingControl</name>
    <message>
        <source>Error: {why}</source>
        <translation>ข้อผิดพลาด: {why}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Service</source>
        <translation>ระบบสะสมคะแนน</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>ร้าน</translation>
    </message>
    <message>
        <source>Redeeming</source>
        <translation>การแลก</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>รหัส</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>การพิมพ์</translation>
    </message>
    <message>
        <source>Cashiers</source>
        <translation>พนักงาน</translation>
    </message>
    <message>
        <source>POS</source>
        <translation>POS</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation>สำนักงานใหญ่</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>หน้าตาและภาษา</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>ฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>Address of the service</source>
        <translation>ที่อยู่ของระบบ</translation>
    </message>
    <message>
        <source>Address of the loyalty service, which begins with https://.</source>
        <translation>ที่อยู่ของระบบสะสมคะแนน ซึ่งขึ้นต้นด้วย https://</translation>
    </message>
    <message>
        <source>Name of this till</source>
        <translation>ชื่อเครื่องนี้</translation>
    </message>
    <message>
        <source>The user of the service’s Basic authentication. ${HOSTNAME} is this computer’s name.</source>
        <translation>ผู้ใช้สำหรับการยืนยันตัวแบบ Basic ของระบบ โดย ${HOSTNAME} คือชื่อคอมพิวเตอร์เครื่องนี้</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>ลงชื่อเข้าใช้ด้วย</translation>
    </message>
    <message>
        <source>How the till signs in to the service.</source>
        <translation>เครื่องลงชื่อเข้าใช้ระบบอย่างไร</translation>
    </message>
    <message>
        <source>Name and password</source>
        <translation>ชื่อและรหัสผ่าน</translation>
    </message>
    <message>
        <source>Key and secret (OAuth)</source>
        <translation>คีย์และข้อมูลลับ (OAuth)</translation>
    </message>
    <message>
        <source>Password is a digest</source>
        <translation>รหัสผ่านเป็นค่าแฮช</translation>
    </message>
    <message>
        <source>The stored password is its MD5 digest already.</source>
        <translation>รหัสผ่านที่เก็บไว้เป็นค่าแฮช MD5 แล้ว</translation>
    </message>
    <message>
        <source>Time to connect</source>
        <translation>เวลาเชื่อมต่อ</translation>
    </message>
    <message>
        <source>Seconds to wait for a connection.</source>
        <translation>วินาทีที่รอการเชื่อมต่อ</translation>
    </message>
    <message>
        <source>Time for a call</source>
        <translation>เวลาต่อการเรียก</translation>
    </message>
    <message>
        <source>Seconds for the whole of a call.</source>
        <translation>วินาทีสำหรับการเรียกทั้งครั้ง</translation>
    </message>
    <message>
        <source>Settle after</source>
        <translation>สรุปผลหลังจาก</translation>
    </message>
    <message>
        <source>Seconds after the end of a call. From then on, several look-ups that find nothing prove that no points moved.</source>
        <translation>วินาทีหลังการเรียกจบ ซึ่งหลังจากนั้นการค้นไม่พบหลายครั้งถือเป็นหลักฐานว่าไม่มีการหักคะแนน</translation>
    </message>
    <message>
        <source>Look again after</source>
        <translation>ดูอีกครั้งหลังจาก</translation>
    </message>
    <message>
        <source>Seconds until a redemption recorded as not redeemed is looked up again.</source>
        <translation>วินาทีจนกว่าจะค้นการแลกที่บันทึกว่าไม่ได้แลกอีกครั้ง</translation>
    </message>
    <message>
        <source>Calls per minute</source>
        <translation>การเรียกต่อนาที</translation>
    </message>
    <message>
        <source>The service’s rate limit for this till.</source>
        <translation>ขีดจำกัดของระบบสำหรับเครื่องนี้</translation>
    </message>
    <message>
        <source>Attribution type</source>
        <translation>ประเภทการระบุ</translation>
    </message>
    <message>
        <source>X-CAP-API-ATTRIBUTION-ENTITY-TYPE, such as TILL or STORE_CODE.</source>
        <translation>X-CAP-API-ATTRIBUTION-ENTITY-TYPE เช่น TILL หรือ STORE_CODE</translation>
    </message>
    <message>
        <source>Attribution code</source>
        <translation>รหัสการระบุ</translation>
    </message>
    <message>
        <source>X-CAP-API-ATTRIBUTION-ENTITY-CODE.</source>
        <translation>X-CAP-API-ATTRIBUTION-ENTITY-CODE</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>พร็อกซี</translation>
    </message>
    <message>
        <source>http://host:port of the proxy, direct for none; empty for the one of this computer.</source>
        <translation>http://host:port ของพร็อกซี ใส่ direct ถ้าไม่ใช้ เว้นว่างให้ใช้ของเครื่องนี้</translation>
    </message>
    <message>
        <source>Name for the proxy</source>
        <translation>ชื่อสำหรับพร็อกซี</translation>
    </message>
    <message>
        <source>Who logs in at the proxy; empty if it asks for no login.</source>
        <translation>ผู้ที่เข้าสู่ระบบที่พร็อกซี เว้นว่างถ้าพร็อกซีไม่ต้องเข้าสู่ระบบ</translation>
    </message>
    <message>
        <source>File of certificates</source>
        <translation>ไฟล์ใบรับรอง</translation>
    </message>
    <message>
        <source>Path of a PEM file of certificate authorities to trust beside those of this computer.</source>
        <translation>พาธของไฟล์ PEM ของผู้ออกใบรับรองที่เชื่อถือเพิ่มจากของเครื่องนี้</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ร้าน</translation>
    </message>
    <message>
        <source>The store’s name, for the window and the receipt.</source>
        <translation>ชื่อร้าน สำหรับหน้าต่างและสลิป</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>ประเทศ</translation>
    </message>
    <message>
        <source>Region of numbers without a country code.</source>
        <translation>ภูมิภาคของหมายเลขที่ไม่มีรหัสประเทศ</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>สกุลเงิน</translation>
    </message>
    <message>
        <source>Currency; empty for the country’s own.</source>
        <translation>สกุลเงิน เว้นว่างให้ใช้ของประเทศ</translation>
    </message>
    <message>
        <source>Form of mobile numbers</source>
        <translation>รูปแบบเบอร์มือถือ</translation>
    </message>
    <message>
        <source>How the service wants numbers: digits, plus, national.</source>
        <translation>รูปแบบหมายเลขที่ระบบต้องการ: ตัวเลข บวก ในประเทศ</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>ตัวเลข</translation>
    </message>
    <message>
        <source>With +</source>
        <translation>มี +</translation>
    </message>
    <message>
        <source>National</source>
        <translation>ในประเทศ</translation>
    </message>
    <message>
        <source>Days to keep numbers</source>
        <translation>จำนวนวันที่เก็บหมายเลข</translation>
    </message>
    <message>
        <source>Days that mobile numbers of settled attempts are kept.</source>
        <translation>จำนวนวันที่เก็บเบอร์มือถือของรายการที่ทราบผลแล้ว</translation>
    </message>
    <message>
        <source>Loyalty program</source>
        <translation>โปรแกรมสะสมคะแนน</translation>
    </message>
    <message>
        <source>Fixed program; empty for the default one or the cashier’s choice.</source>
        <translation>โปรแกรมตายตัว เว้นว่างให้ใช้ค่าเริ่มต้นหรือให้พนักงานเลือก</translation>
    </message>
    <message>
        <source>Bill number required</source>
        <translation>ต้องมีเลขที่บิล</translation>
    </message>
    <message>
        <source>Whether a redemption needs a bill number.</source>
        <translation>การแลกต้องมีเลขที่บิลหรือไม่</translation>
    </message>
    <message>
        <source>Points of a group</source>
        <translation>คะแนนของกลุ่ม</translation>
    </message>
    <message>
        <source>Whether points of a group can be redeemed.</source>
        <translation>แลกคะแนนของกลุ่มได้หรือไม่</translation>
    </message>
    <message>
        <source>Groups by hand</source>
        <translation>ใส่กลุ่มเอง</translation>
    </message>
    <message>
        <source>Whether a group that the service does not show can be entered by hand.</source>
        <translation>ใส่กลุ่มที่ระบบไม่แสดงเองได้หรือไม่</translation>
    </message>
    <message>
        <source>Look ahead</source>
        <translation>ดูล่วงหน้า</translation>
    </message>
    <message>
        <source>Ask at once, for a member, which points expire and whether they can be redeemed.</source>
        <translation>ถามทันทีว่าคะแนนใดของสมาชิกจะหมดอายุและแลกได้หรือไม่</translation>
    </message>
    <message>
        <source>Amounts of money</source>
        <translation>จำนวนเงิน</translation>
    </message>
    <message>
        <source>Whether an amount of money can be entered for points.</source>
        <translation>ใส่จำนวนเงินแทนคะแนนได้หรือไม่</translation>
    </message>
    <message>
        <source>Find members by</source>
        <translation>ค้นหาสมาชิกด้วย</translation>
    </message>
    <message>
        <source>How a member can be found beside the mobile number: card, email, external_id.</source>
        <translation>วิธีค้นหาสมาชิกนอกจากเบอร์มือถือ: card, email, external_id</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>บัตร</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>อีเมล</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>เลขลูกค้า</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>หมายเหตุ</translation>
    </message>
    <message>
        <source>Whether a redemption can carry a note.</source>
        <translation>การแลกมีหมายเหตุได้หรือไม่</translation>
    </message>
    <message>
        <source>Length of a note</source>
        <translation>ความยาวหมายเหตุ</translation>
    </message>
    <message>
        <source>Characters that a note has at most.</source>
        <translation>จำนวนอักขระสูงสุดของหมายเหตุ</translation>
    </message>
    <message>
        <source>Notes to choose from</source>
        <translation>หมายเหตุให้เลือก</translation>
    </message>
    <message>
        <source>Notes to choose from (JSON list of texts).</source>
        <translation>หมายเหตุให้เลือก (รายการข้อความ JSON)</translation>
    </message>
    <message>
        <source>Additional fields</source>
        <translation>ช่องเพิ่มเติม</translation>
    </message>
    <message>
        <source>Fields that the organisation has added (JSON list).</source>
        <translation>ช่องที่องค์กรเพิ่ม (รายการ JSON)</translation>
    </message>
    <message>
        <source>Who may give points back</source>
        <translation>ใครคืนคะแนนได้</translation>
    </message>
    <message>
        <source>Supervisor means the cashier with the supervisor’s PIN.</source>
        <translation>หัวหน้าหมายถึงพนักงานที่มี PIN ของหัวหน้า</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>พนักงาน</translation>
    </message>
    <message>
        <source>Who is at the till, for the receipt and the audit trail, if no one signs on.</source>
        <translation>ใครอยู่ที่เครื่อง สำหรับสลิปและบันทึกตรวจสอบ ถ้าไม่มีใครลงชื่อเข้าใช้</translation>
    </message>
    <message>
        <source>Cashiers sign on</source>
        <translation>พนักงานลงชื่อเข้าใช้</translation>
    </message>
    <message>
        <source>Whether cashiers sign on before they serve.</source>
        <translation>พนักงานลงชื่อเข้าใช้ก่อนให้บริการหรือไม่</translation>
    </message>
    <message>
        <source>Cashiers to choose from</source>
        <translation>พนักงานให้เลือก</translation>
    </message>
    <message>
        <source>Names to choose from (JSON list of texts). A number before a name can be typed in its place: 1042 Meera Nair.</source>
        <translation>ชื่อให้เลือก (รายการข้อความ JSON) พิมพ์หมายเลขหน้าชื่อแทนชื่อได้: 1042 Meera Nair</translation>
    </message>
    <message>
        <source>No other cashiers</source>
        <translation>ไม่รับพนักงานคนอื่น</translation>
    </message>
    <message>
        <source>Whether only the cashiers to choose from can sign on.</source>
        <translation>ให้เฉพาะพนักงานที่มีให้เลือกลงชื่อเข้าใช้หรือไม่</translation>
    </message>
    <message>
        <source>Sign off after</source>
        <translation>ลงชื่อออกหลังจาก</translation>
    </message>
    <message>
        <source>Seconds without a key or a touch after which the till signs off; 0: never.</source>
        <translation>วินาทีที่ไม่มีการกดหรือแตะ แล้วเครื่องลงชื่อออก 0: ไม่เคย</translation>
    </message>
    <message>
        <source>File of cashiers’ PINs</source>
        <translation>ไฟล์ PIN ของพนักงาน</translation>
    </message>
    <message>
        <source>Path of a JSON file with each cashier’s PIN as `points-till pin hash` makes it. Cashiers then sign on by PIN.</source>
        <translation>พาธของไฟล์ JSON ที่มี PIN ของพนักงานแต่ละคนตามที่ `points-till pin hash` สร้าง จากนั้นพนักงานลงชื่อเข้าใช้ด้วย PIN</translation>
    </message>
    <message>
        <source>Port of the local interface</source>
        <translation>พอร์ตของอินเทอร์เฟซภายใน</translation>
    </message>
    <message>
        <source>Port on which this till serves the POS’s local interface; 0: it does not.</source>
        <translation>พอร์ตที่เครื่องนี้ให้บริการอินเทอร์เฟซภายในแก่ POS 0: ไม่ให้บริการ</translation>
    </message>
    <message>
        <source>Web pages that may call</source>
        <translation>หน้าเว็บที่เรียกได้</translation>
    </message>
    <message>
        <source>Web pages that may call the local interface, such as https://pos.example (JSON list).</source>
        <translation>หน้าเว็บที่เรียกอินเทอร์เฟซภายในได้ เช่น https://pos.example (รายการ JSON)</translation>
    </message>
    <message>
        <source>Address of head office</source>
        <translation>ที่อยู่ของสำนักงานใหญ่</translation>
    </message>
    <message>
        <source>Address of head office, which begins with https://. Empty: nothing is sent.</source>
        <translation>ที่อยู่ของสำนักงานใหญ่ ซึ่งขึ้นต้นด้วย https:// เว้นว่าง: ไม่ส่งอะไร</translation>
    </message>
    <message>
        <source>Key for head office</source>
        <translation>คีย์สำหรับสำนักงานใหญ่</translation>
    </message>
    <message>
        <source>This till’s key, as `points-till head-office enrol` prints it.</source>
        <translation>คีย์ของเครื่องนี้ ตามที่ `points-till head-office enrol` แสดง</translation>
    </message>
    <message>
        <source>Pause between sends</source>
        <translation>เวลาพักระหว่างการส่ง</translation>
    </message>
    <message>
        <source>Seconds between looks for something new to send.</source>
        <translation>วินาทีระหว่างการตรวจหาสิ่งใหม่ที่จะส่ง</translation>
    </message>
    <message>
        <source>Bandwidth for head office</source>
        <translation>แบนด์วิดท์สำหรับสำนักงานใหญ่</translation>
    </message>
    <message>
        <source>Kilobytes a second that sending to head office may use; 0: no limit.</source>
        <translation>กิโลไบต์ต่อวินาทีที่การส่งไปสำนักงานใหญ่ใช้ได้ 0: ไม่จำกัด</translation>
    </message>
    <message>
        <source>Numbers for head office</source>
        <translation>หมายเลขสำหรับสำนักงานใหญ่</translation>
    </message>
    <message>
        <source>Whether head office gets mobile numbers in full, and not only as keyed digests.</source>
        <translation>สำนักงานใหญ่ได้รับเบอร์มือถือแบบเต็มหรือไม่ ไม่ใช่เฉพาะค่าแฮชแบบมีคีย์</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>คีย์</translation>
    </message>
    <message>
        <source>It is kept in this computer’s keyring, with the secret. Leave both empty to keep those that are stored.</source>
        <translation>เก็บในพวงกุญแจของเครื่องนี้พร้อมกับข้อมูลลับ เว้นว่างทั้งสองช่องให้ใช้ที่เก็บไว้</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>ข้อมูลลับ</translation>
    </message>
    <message>
        <source>It was shown once, when the key was made. Leave both empty to keep those that are stored.</source>
        <translation>แสดงครั้งเดียวเมื่อสร้างคีย์ เว้นว่างทั้งสองช่องให้ใช้ที่เก็บไว้</translation>
    </message>
    <message>
        <source>Password for the proxy</source>
        <translation>รหัสผ่านสำหรับพร็อกซี</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>ต้องเป็นข้อความ</translation>
    </message>
    <message>
        <source>must be one line without control characters</source>
        <translation>ต้องเป็นบรรทัดเดียวที่ไม่มีอักขระควบคุม</translation>
    </message>
    <message>
        <source>must be text without control characters</source>
        <translation>ต้องเป็นข้อความที่ไม่มีอักขระควบคุม</translation>
    </message>
    <message>
        <source>must not be longer than {longest} characters</source>
        <translation>ต้องไม่เกิน {longest} อักขระ</translation>
    </message>
    <message>
        <source>must not have a colon in it</source>
        <translation>ต้องไม่มีเครื่องหมายทวิภาค (:)</translation>
    </message>
    <message>
        <source>must be ASCII letters, digits and marks</source>
        <translation>ต้องเป็นตัวอักษร ตัวเลข และเครื่องหมายแบบ ASCII</translation>
    </message>
    <message>
        <source>must not have {name} in it: only {known} is known</source>
        <translation>ต้องไม่มี {name} รู้จักเฉพาะ {known}</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>ต้องเป็น true หรือ false</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>ต้องเป็นตัวเลข</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>ต้องเป็นจำนวนเต็ม</translation>
    </message>
    <message>
        <source>must be from {lowest} to {highest}</source>
        <translation>ต้องอยู่ระหว่าง {lowest} ถึง {highest}</translation>
    </message>
    <message>
        <source>must be an amount of points, such as 100 or 12.5</source>
        <translation>ต้องเป็นจำนวนคะแนน เช่น 100 หรือ 12.5</translation>
    </message>
    <message>
        <source>must be one of {choices}, or empty for the system’s own</source>
        <translation>ต้องเป็นค่าใดค่าหนึ่งใน {choices} หรือเว้นว่างเพื่อใช้ค่าของระบบ</translation>
    </message>
    <message>
        <source>must be one of {choices}</source>
        <translation>ต้องเป็นค่าใดค่าหนึ่งใน {choices}</translation>
    </message>
    <message>
        <source>must be some of {choices}</source>
        <translation>ต้องมีเฉพาะค่าใน {choices}</translation>
    </message>
    <message>
        <source>must be an ISO 4217 code such as INR</source>
        <translation>ต้องเป็นรหัส ISO 4217 เช่น INR</translation>
    </message>
    <message>
        <source>must be an ISO 3166 region such as IN</source>
        <translation>ต้องเป็นภูมิภาค ISO 3166 เช่น IN</translation>
    </message>
    <message>
        <source>is not an address</source>
        <translation>ไม่ใช่ที่อยู่</translation>
    </message>
    <message>
        <source>must not carry a user name or password</source>
        <translation>ต้องไม่มีชื่อผู้ใช้หรือรหัสผ่าน</translation>
    </message>
    <message>
        <source>must not carry a query</source>
        <translation>ต้องไม่มีพารามิเตอร์หลังเครื่องหมายคำถาม</translation>
    </message>
    <message>
        <source>must begin with https:// (http:// is for this machine alone)</source>
        <translation>ต้องขึ้นต้นด้วย https:// (http:// ใช้ได้เฉพาะกับคอมพิวเตอร์เครื่องนี้)</translation>
    </message>
    <message>
        <source>must begin with https://</source>
        <translation>ต้องขึ้นต้นด้วย https://</translation>
    </message>
    <message>
        <source>must not carry a login: that is the setting proxy_user and a password of its own</source>
        <translation>ต้องไม่มีข้อมูลเข้าสู่ระบบ ให้ใช้การตั้งค่า proxy_user และรหัสผ่านที่แยกต่างหาก</translation>
    </message>
    <message>
        <source>must begin with http:// (it opens a tunnel, so what passes is encrypted all the same)</source>
        <translation>ต้องขึ้นต้นด้วย http:// (เปิดเป็นอุโมงค์ ข้อมูลที่ผ่านจึงยังเข้ารหัสอยู่)</translation>
    </message>
    <message>
        <source>must be http://host:port</source>
        <translation>ต้องเป็น http://host:port</translation>
    </message>
    <message>
        <source>must be tcp://HOST:PORT</source>
        <translation>ต้องเป็น tcp://HOST:PORT</translation>
    </message>
    <message>
        <source>must name a queue after raw:</source>
        <translation>ต้องระบุชื่อคิวหลัง raw:</translation>
    </message>
    <message>
        <source>must be a list of addresses such as https://pos.example</source>
        <translation>ต้องเป็นรายการที่อยู่ เช่น https://pos.example</translation>
    </message>
    <message>
        <source>must be addresses such as https://pos.example, without a path or a *</source>
        <translation>ต้องเป็นที่อยู่แบบ https://pos.example โดยไม่มีเส้นทางและไม่มี *</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>ต้องเป็นรายการ</translation>
    </message>
    <message>
        <source>must be a list of texts</source>
        <translation>ต้องเป็นรายการข้อความ</translation>
    </message>
    <message>
        <source>must be a list of fields</source>
        <translation>ต้องเป็นรายการช่อง</translation>
    </message>
    <message>
        <source>must be a JSON list of texts</source>
        <translation>ต้องเป็นรายการข้อความแบบ JSON</translation>
    </message>
    <message>
        <source>must be a JSON list of fields</source>
        <translation>ต้องเป็นรายการช่องแบบ JSON</translation>
    </message>
    <message>
        <source>must not have more than {most} entries</source>
        <translation>ต้องมีไม่เกิน {most} รายการ</translation>
    </message>
    <message>
        <source>every field needs a name</source>
        <translation>ทุกช่องต้องมีชื่อ</translation>
    </message>
    <message>
        <source>choices must be a list</source>
        <translation>choices ต้องเป็นรายการ</translation>
    </message>
    <message>
        <source>{name} needs choices</source>
        <translation>{name} ต้องมีตัวเลือก</translation>
    </message>
    <message>
        <source>{name} is there twice</source>
        <translation>มี {name} สองครั้ง</translation>
    </message>
    <message>
        <source>unknown: {names}</source>
        <translation>ไม่รู้จัก: {names}</translation>
    </message>
    <message>
        <source>must be what `points-till pin hash` makes of the PIN</source>
        <translation>ต้องเป็นค่าที่ `points-till pin hash` สร้างจาก PIN</translation>
    </message>
    <message>
        <source>is not a key that `points-till head-office enrol` has printed</source>
        <translation>ไม่ใช่คีย์ที่ `points-till head-office enrol` แสดง</translation>
    </message>
    <message>
        <source>is not a text</source>
        <translation>ไม่ใช่ข้อความ</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>หัวหน้า</translation>
    </message>
    <message>
        <source>The cashier</source>
        <translation>พนักงาน</translation>
    </message>
    <message>
        <source>No one</source>
        <translation>ไม่มีใคร</translation>
    </message>
    <message>
        <source>Days to give back</source>
        <translation>จำนวนวันที่คืนได้</translation>
    </message>
    <message>
        <source>Days after a redemption within which its points can be given back.</source>
        <translation>จำนวนวันหลังการแลกที่คืนคะแนนได้</translation>
    </message>
    <message>
        <source>Codes are valid for</source>
        <translation>อายุของรหัส</translation>
    </message>
    <message>
        <source>Seconds that the organisation’s codes are good for; 0: not known.</source>
        <translation>วินาทีที่รหัสขององค์กรใช้ได้ 0: ไม่ทราบ</translation>
    </message>
    <message>
        <source>New code after</source>
        <translation>รหัสใหม่หลังจาก</translation>
    </message>
    <message>
        <source>Seconds until a code can be sent again.</source>
        <translation>วินาทีจนกว่าจะส่งรหัสอีกครั้งได้</translation>
    </message>
    <message>
        <source>Codes in capitals</source>
        <translation>รหัสตัวพิมพ์ใหญ่</translation>
    </message>
    <message>
        <source>Codes are in capitals: small letters become capitals while they are typed.</source>
        <translation>รหัสเป็นตัวพิมพ์ใหญ่: ตัวเล็กจะกลายเป็นตัวใหญ่ขณะพิมพ์</translation>
    </message>
    <message>
        <source>Codes by e-mail</source>
        <translation>รหัสทางอีเมล</translation>
    </message>
    <message>
        <source>Whether a code can be asked for by the member’s e-mail address.</source>
        <translation>ขอรหัสด้วยอีเมลของสมาชิกได้หรือไม่</translation>
    </message>
    <message>
        <source>Codes by card number</source>
        <translation>รหัสด้วยเลขบัตร</translation>
    </message>
    <message>
        <source>Whether a code can be asked for by the card number with which the member was found.</source>
        <translation>ขอรหัสด้วยเลขบัตรที่ใช้ค้นหาสมาชิกได้หรือไม่</translation>
    </message>
    <message>
        <source>Code needed from</source>
        <translation>ต้องใช้รหัสตั้งแต่</translation>
    </message>
    <message>
        <source>Points from which a redemption needs the member’s code. 0: every redemption.</source>
        <translation>จำนวนคะแนนตั้งแต่ที่ต้องใช้รหัสของสมาชิก 0: ทุกครั้ง</translation>
    </message>
    <message>
        <source>Missed calls</source>
        <translation>มิสคอล</translation>
    </message>
    <message>
        <source>Whether a missed call can take the place of the code.</source>
        <translation>ใช้มิสคอลแทนรหัสได้หรือไม่</translation>
    </message>
    <message>
        <source>Number for missed calls</source>
        <translation>เบอร์สำหรับมิสคอล</translation>
    </message>
    <message>
        <source>The number that a member calls and hangs up.</source>
        <translation>เบอร์ที่สมาชิกโทรแล้ววางสาย</translation>
    </message>
    <message>
        <source>Missed call first</source>
        <translation>มิสคอลก่อน</translation>
    </message>
    <message>
        <source>Whether a missed call is asked for at once, in place of a code.</source>
        <translation>ขอมิสคอลทันทีแทนรหัสหรือไม่</translation>
    </message>
    <message>
        <source>Redeem without a code</source>
        <translation>แลกโดยไม่ใช้รหัส</translation>
    </message>
    <message>
        <source>Whether a supervisor can let a redemption go without a code; needs supervisor_pin.</source>
        <translation>หัวหน้าอนุญาตให้แลกโดยไม่ใช้รหัสได้หรือไม่ ต้องมี supervisor_pin</translation>
    </message>
    <message>
        <source>Supervisor PIN</source>
        <translation>PIN ของหัวหน้า</translation>
    </message>
    <message>
        <source>The supervisor’s PIN as `points-till pin hash` makes it, never as it is typed.</source>
        <translation>PIN ของหัวหน้าตามที่ `points-till pin hash` สร้าง ไม่ใช่ตามที่พิมพ์</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>เครื่องพิมพ์</translation>
    </message>
    <message>
        <source>A system queue, raw:QUEUE or tcp://HOST:PORT; empty for the default printer.</source>
        <translation>คิวของเครื่อง raw:QUEUE หรือ tcp://HOST:PORT เว้นว่างให้ใช้เครื่องพิมพ์เริ่มต้น</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>กระดาษ</translation>
    </message>
    <message>
        <source>The width of the roll, or a sheet.</source>
        <translation>ความกว้างม้วน หรือแผ่น</translation>
    </message>
    <message>
        <source>58 mm</source>
        <translation>58 มม.</translation>
    </message>
    <message>
        <source>80 mm</source>
        <translation>80 มม.</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Print automatically</source>
        <translation>พิมพ์อัตโนมัติ</translation>
    </message>
    <message>
        <source>After each redemption.</source>
        <translation>หลังการแลกทุกครั้ง</translation>
    </message>
    <message>
        <source>First lines of the receipt</source>
        <translation>บรรทัดแรกของสลิป</translation>
    </message>
    <message>
        <source>Below the store’s name, such as its address.</source>
        <translation>ใต้ชื่อร้าน เช่น ที่อยู่</translation>
    </message>
    <message>
        <source>Last lines of the receipt</source>
        <translation>บรรทัดท้ายของสลิป</translation>
    </message>
    <message>
        <source>In place of the thanks, in the store’s language.</source>
        <translation>แทนคำขอบคุณ ในภาษาของร้าน</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>โลโก้</translation>
    </message>
    <message>
        <source>Path of a PNG or SVG file, for receipts and the customer’s screen.</source>
        <translation>พาธของไฟล์ PNG หรือ SVG สำหรับสลิปและจอลูกค้า</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>เปิดลิ้นชัก</translation>
    </message>
    <message>
        <source>Whether a receipt opens the drawer at a thermal printer.</source>
        <translation>สลิปเปิดลิ้นชักที่เครื่องพิมพ์ความร้อนหรือไม่</translation>
    </message>
    <message>
        <source>Cut the paper</source>
        <translation>ตัดกระดาษ</translation>
    </message>
    <message>
        <source>Whether a thermal printer cuts the paper.</source>
        <translation>เครื่องพิมพ์ความร้อนตัดกระดาษหรือไม่</translation>
    </message>
    <message>
        <source>Printer’s commands</source>
        <translation>คำสั่งเครื่องพิมพ์</translation>
    </message>
    <message>
        <source>How a thermal printer takes pictures; columns for older models.</source>
        <translation>วิธีที่เครื่องพิมพ์ความร้อนรับภาพ รุ่นเก่าใช้คอลัมน์</translation>
    </message>
    <message>
        <source>Raster (GS v 0)</source>
        <translation>แรสเตอร์ (GS v 0)</translation>
    </message>
    <message>
        <source>Columns (ESC *)</source>
        <translation>คอลัมน์ (ESC *)</translation>
    </message>
    <message>
        <source>Folder for receipts</source>
        <translation>โฟลเดอร์สลิป</translation>
    </message>
    <message>
        <source>Where saved receipts go; empty for Documents.</source>
        <translation>ที่เก็บสลิปที่บันทึก เว้นว่างให้ใช้เอกสาร</translation>
    </message>
    <message>
        <source>Language of receipts</source>
        <translation>ภาษาของสลิป</translation>
    </message>
    <message>
        <source>Language of the receipt; empty for the window’s.</source>
        <translation>ภาษาของสลิป เว้นว่างให้ใช้ภาษาของหน้าต่าง</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>ภาษา</translation>
    </message>
    <message>
        <source>Language of the window; empty for the system’s own.</source>
        <translation>ภาษาของหน้าต่าง เว้นว่างให้ใช้ภาษาของเครื่อง</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>สี</translation>
    </message>
    <message>
        <source>system, light, dark or high-contrast.</source>
        <translation>ตามเครื่อง สว่าง มืด หรือคอนทราสต์สูง</translation>
    </message>
    <message>
        <source>System</source>
        <translation>ตามเครื่อง</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>สว่าง</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>มืด</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>คอนทราสต์สูง</translation>
    </message>
    <message>
        <source>Number pad</source>
        <translation>แป้นตัวเลข</translation>
    </message>
    <message>
        <source>When to show it; automatic: if there is a touch screen.</source>
        <translation>แสดงเมื่อใด อัตโนมัติ: เมื่อมีจอสัมผัส</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>อัตโนมัติ</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>เสมอ</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>ไม่เคย</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>ลดการเคลื่อนไหว</translation>
    </message>
    <message>
        <source>Still patterns take the place of moving ones.</source>
        <translation>ใช้ลายนิ่งแทนลายเคลื่อนไหว</translation>
    </message>
    <message>
        <source>Screen for the customer</source>
        <translation>จอสำหรับลูกค้า</translation>
    </message>
    <message>
        <source>Points, value and code for the customer’s eyes.</source>
        <translation>คะแนน มูลค่า และรหัสให้ลูกค้าดู</translation>
    </message>
    <message>
        <source>None</source>
        <translation>ไม่มี</translation>
    </message>
    <message>
        <source>A window</source>
        <translation>หน้าต่าง</translation>
    </message>
    <message>
        <source>Second display</source>
        <translation>จอที่สอง</translation>
    </message>
    <message>
        <source>Log level</source>
        <translation>ระดับของล็อก</translation>
    </message>
    <message>
        <source>The least important lines that are written.</source>
        <translation>บรรทัดที่สำคัญน้อยที่สุดที่ยังเขียน</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>ข้อผิดพลาด</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>คำเตือน</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>ปกติ</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>ทุกอย่าง</translation>
    </message>
    <message>
        <source>Log format</source>
        <translation>รูปแบบของล็อก</translation>
    </message>
    <message>
        <source>Text for people, or JSON lines for programs.</source>
        <translation>ข้อความสำหรับคน หรือบรรทัด JSON สำหรับโปรแกรม</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>ข้อความ</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>บรรทัด JSON</translation>
    </message>
    <message>
        <source>Password of this till</source>
        <translation>รหัสผ่านของเครื่องนี้</translation>
    </message>
    <message>
        <source>It is kept in this computer’s keyring, never in a file. Leave it empty to keep the one that is stored.</source>
        <translation>เก็บในพวงกุญแจของเครื่องนี้ ไม่เก็บในไฟล์ เว้นว่างให้ใช้ที่เก็บไว้</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Search settings</source>
        <translation>ค้นหาการตั้งค่า</translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation>กลุ่มการตั้งค่า</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>กลุ่ม</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>ไม่มีการตั้งค่าที่มีคำเหล่านี้</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>ตามเครื่อง</translation>
    </message>
    <message>
        <source>Same as the window</source>
        <translation>เหมือนหน้าต่าง</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>ค้นหา</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln settings</source>
        <translation>
            <numerusform>{count} จาก %Ln การตั้งค่า</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Test connection</source>
        <translation>ทดสอบการเชื่อมต่อ</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>ทดสอบพิมพ์</translation>
    </message>
    <message>
        <source>Support file</source>
        <translation>ไฟล์สำหรับฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>ปิด</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <source>What was saved counts once no customer is being served. Until then, this is what counted before.</source>
        <translation>สิ่งที่บันทึกไว้จะมีผลเมื่อไม่มีลูกค้าที่กำลังรับบริการ จนกว่าจะถึงตอนนั้น ที่แสดงอยู่คือค่าเดิม</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>ตั้งค่า</translation>
    </message>
    <message>
        <source>Head office has other records under this till’s numbers. Call support.</source>
        <translation>สำนักงานใหญ่มีบันทึกอื่นภายใต้หมายเลขของเครื่องนี้ โทรหาฝ่ายสนับสนุน</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) wait to be sent.</source>
        <translation>
            <numerusform>บันทึก %Ln รายการรอส่ง</numerusform>
        </translation>
    </message>
    <message>
        <source>Head office has not answered yet.</source>
        <translation>สำนักงานใหญ่ยังไม่ตอบ</translation>
    </message>
    <message>
        <source>Head office has everything.</source>
        <translation>สำนักงานใหญ่ได้รับครบแล้ว</translation>
    </message>
    <message>
        <source>Head office cannot be reached just now. {waiting}</source>
        <translation>ขณะนี้ติดต่อสำนักงานใหญ่ไม่ได้ {waiting}</translation>
    </message>
    <message>
        <source>Head office does not know this till’s key. {waiting}</source>
        <translation>สำนักงานใหญ่ไม่รู้จักคีย์ของเครื่องนี้ {waiting}</translation>
    </message>
    <message>
        <source>Head office does not accept this till’s records. Call support. {waiting}</source>
        <translation>สำนักงานใหญ่ไม่ยอมรับบันทึกของเครื่องนี้ โทรหาฝ่ายสนับสนุน {waiting}</translation>
    </message>
    <message>
        <source>Set by policy</source>
        <translation>กำหนดโดยนโยบาย</translation>
    </message>
    <message>
        <source>Set by environment</source>
        <translation>กำหนดโดยสภาพแวดล้อม</translation>
    </message>
    <message>
        <source>Set by command line</source>
        <translation>กำหนดโดยบรรทัดคำสั่ง</translation>
    </message>
    <message>
        <source>Your company’s default</source>
        <translation>ค่าเริ่มต้นของบริษัท</translation>
    </message>
    <message>
        <source>Enter the key and the secret, or neither.</source>
        <translation>โปรดกรอกทั้งคีย์และข้อมูลลับ หรือไม่กรอกทั้งคู่</translation>
    </message>
    <message>
        <source>Enter the address of the service.</source>
        <translation>โปรดกรอกที่อยู่ของระบบ</translation>
    </message>
    <message>
        <source>Enter the name of this till.</source>
        <translation>โปรดกรอกชื่อเครื่องนี้</translation>
    </message>
    <message>
        <source>Collecting the support file… This can take a minute.</source>
        <translation>กำลังรวบรวมไฟล์สำหรับฝ่ายสนับสนุน… อาจใช้เวลาหนึ่งนาที</translation>
    </message>
    <message>
        <source>The support file is saved: {path}</source>
        <translation>บันทึกไฟล์สำหรับฝ่ายสนับสนุนแล้ว: {path}</translation>
    </message>
    <message>
        <source>In training the service’s address, the till and the password are those of the practice service.</source>
        <translation>ในโหมดฝึก ที่อยู่ของระบบ ชื่อเครื่อง และรหัสผ่าน เป็นของระบบฝึก</translation>
    </message>
    <message>
        <source>Connecting to the service…</source>
        <translation>กำลังติดต่อระบบ…</translation>
    </message>
    <message>
        <source>{setting}: {problem}</source>
        <translation>{setting}: {problem}</translation>
    </message>
</context>
<context>
    <name>SettlingByHand</name>
    <message>
        <source>Nothing was recorded. Enter the supervisor’s PIN and a reason.</source>
        <translation>ยังไม่ได้บันทึก ต้องกรอก PIN ของหัวหน้าและเหตุผล</translation>
    </message>
    <message>
        <source>Checking the PIN…</source>
        <translation>กำลังตรวจสอบ PIN…</translation>
    </message>
    <message>
        <source>That PIN is wrong. Nothing was recorded.</source>
        <translation>PIN ไม่ถูกต้อง ยังไม่ได้บันทึก</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Nothing was recorded. Try again in 15 minutes.</source>
        <translation>กรอก PIN ผิดหลายครั้งเกินไป ยังไม่ได้บันทึก โปรดลองอีกครั้งในอีก 15 นาที</translation>
    </message>
    <message>
        <source>A supervisor’s PIN cannot be checked here. Nothing was recorded. Tell support.</source>
        <translation>ตรวจสอบ PIN ของหัวหน้าที่นี่ไม่ได้ ยังไม่ได้บันทึก โปรดแจ้งฝ่ายสนับสนุน</translation>
    </message>
</context>
<context>
    <name>SetupBar</name>
    <message>
        <source>First start</source>
        <translation>เริ่มครั้งแรก</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>ภาษาของหน้าต่าง</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>ตามเครื่อง</translation>
    </message>
    <message>
        <source>Points Till</source>
        <translation>Points Till</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>Address and till</source>
        <translation>ที่อยู่และเครื่อง</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>ร้าน</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>เครื่องพิมพ์</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>กลับ</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>ทดสอบการเชื่อมต่อ</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>ทดสอบพิมพ์</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>ตามเครื่อง</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>ถัดไป</translation>
    </message>
    <message>
        <source>Enter the address of the service.</source>
        <translation>โปรดกรอกที่อยู่ของระบบ</translation>
    </message>
    <message>
        <source>Enter the name of this till.</source>
        <translation>โปรดกรอกชื่อเครื่องนี้</translation>
    </message>
    <message>
        <source>Enter the key and the secret, or neither.</source>
        <translation>โปรดกรอกทั้งคีย์และข้อมูลลับ หรือไม่กรอกทั้งคู่</translation>
    </message>
    <message>
        <source>{setting}: {problem}</source>
        <translation>{setting}: {problem}</translation>
    </message>
    <message>
        <source>Connecting to the service…</source>
        <translation>กำลังติดต่อระบบ…</translation>
    </message>
</context>
<context>
    <name>SetupSide</name>
    <message>
        <source>Three short pages</source>
        <translation>สามหน้าสั้น ๆ</translation>
    </message>
    <message>
        <source>Your company’s support has given you the address, the name and the password.</source>
        <translation>ฝ่ายสนับสนุนของบริษัทให้ที่อยู่ ชื่อ และรหัสผ่านแก่คุณแล้ว</translation>
    </message>
    <message>
        <source>Page 2 opens once the test has passed.</source>
        <translation>หน้า 2 เปิดเมื่อทดสอบผ่าน</translation>
    </message>
    <message>
        <source>The password is kept in this computer’s keyring, never in a file.</source>
        <translation>รหัสผ่านเก็บในพวงกุญแจของเครื่องนี้ ไม่เก็บในไฟล์</translation>
    </message>
    <message>
        <source>Only looking?</source>
        <translation>แค่ดู?</translation>
    </message>
    <message>
        <source>No account, no network. You can leave it again at any time.</source>
        <translation>ไม่ต้องมีบัญชีหรือเครือข่าย ออกได้ทุกเมื่อ</translation>
    </message>
    <message>
        <source>Try with sample customers</source>
        <translation>ลองกับลูกค้าตัวอย่าง</translation>
    </message>
</context>
<context>
    <name>SignOnPage</name>
    <message>
        <source>Who is at the till?</source>
        <translation>ใครอยู่ที่เครื่องนี้</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>พนักงาน</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Sign on</source>
        <translation>ลงชื่อเข้าใช้</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Choose your name, or type your name or number under Cashier.</source>
        <translation>เลือกชื่อของคุณ หรือพิมพ์ชื่อหรือหมายเลขของคุณใต้ “พนักงาน”</translation>
    </message>
    <message>
        <source>Not in the list? Type your name or number under Cashier.</source>
        <translation>ไม่มีในรายการหรือ? พิมพ์ชื่อหรือหมายเลขของคุณใต้ “พนักงาน”</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>กำลังตรวจสอบ…</translation>
    </message>
    <message>
        <source>{unknown}. Do not redeem again.</source>
        <translation>{unknown} ห้ามแลกซ้ำ</translation>
    </message>
    <message>
        <source>{unknown}. Do not redeem bill {bill} again.</source>
        <translation>{unknown} ห้ามแลกซ้ำสำหรับบิล {bill}</translation>
    </message>
</context>
<context>
    <name>SigningOn</name>
    <message>
        <source>The till is not ready yet. Try again in a moment.</source>
        <translation>เครื่องยังไม่พร้อม โปรดลองอีกครั้งในอีกสักครู่</translation>
    </message>
    <message>
        <source>Enter your name or number.</source>
        <translation>โปรดกรอกชื่อหรือหมายเลขของคุณ</translation>
    </message>
    <message>
        <source>Enter your PIN.</source>
        <translation>โปรดกรอก PIN ของคุณ</translation>
    </message>
    <message>
        <source>The POS says that {named} serves, but {cashier} has signed on and is recorded. Sign off if that is wrong.</source>
        <translation>POS แจ้งว่า {named} ให้บริการอยู่ แต่ {cashier} ลงชื่อเข้าใช้และถูกบันทึกไว้ โปรดลงชื่อออกถ้าไม่ถูกต้อง</translation>
    </message>
</context>
<context>
    <name>StandingWarning</name>
    <message>
        <source>Warning</source>
        <translation>คำเตือน</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Redeemed</source>
        <translation>แลกแล้ว</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>ถูกปฏิเสธ</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>ไม่ได้ส่ง</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>ยังไม่ทราบผล</translation>
    </message>
    <message>
        <source>Not redeemed</source>
        <translation>ไม่ได้แลก</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>คืนแล้ว</translation>
    </message>
</context>
<context>
    <name>SupervisorForm</name>
    <message>
        <source>Supervisor’s PIN</source>
        <translation>PIN ของหัวหน้า</translation>
    </message>
    <message>
        <source>Why is there no code?</source>
        <translation>ทำไมไม่มีรหัส</translation>
    </message>
    <message>
        <source>The approval and the reason are kept with this redemption; the PIN is not.</source>
        <translation>เครื่องจะบันทึกการอนุมัติและเหตุผลไว้กับรายการแลกนี้ แต่ไม่เก็บ PIN</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>ย้อนกลับ</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Allow and redeem</source>
        <translation>อนุมัติและแลก</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>SupportPanel</name>
    <message>
        <source>Support file</source>
        <translation>ไฟล์สำหรับฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>This is what the file will contain. It has no number, name or e-mail address of a customer, no code and no password.</source>
        <translation>ไฟล์จะมีสิ่งเหล่านี้ ไม่มีหมายเลข ชื่อ หรืออีเมลของลูกค้า ไม่มีรหัส และไม่มีรหัสผ่าน</translation>
    </message>
    <message>
        <source>Contents of the support file</source>
        <translation>เนื้อหาของไฟล์สำหรับฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ยกเลิก</translation>
    </message>
    <message>
        <source>Save support file</source>
        <translation>บันทึกไฟล์</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n ไฟล์</numerusform>
        </translation>
    </message>
    <message>
        <source>{count}, {size} as a zip</source>
        <translation>{count} ขนาด {size} เป็น zip</translation>
    </message>
    <message>
        <source>About this file, and versions</source>
        <translation>เกี่ยวกับไฟล์นี้ และรุ่น</translation>
    </message>
    <message>
        <source>Settings, without secrets</source>
        <translation>การตั้งค่า โดยไม่มีข้อมูลลับ</translation>
    </message>
    <message>
        <source>What was checked, and the results</source>
        <translation>สิ่งที่ตรวจและผลลัพธ์</translation>
    </message>
    <message>
        <source>Redemptions as numbers only</source>
        <translation>การแลก เป็นตัวเลขเท่านั้น</translation>
    </message>
    <message>
        <source>What the program did</source>
        <translation>สิ่งที่โปรแกรมทำ</translation>
    </message>
    <message>
        <source>Report of a crash</source>
        <translation>รายงานเมื่อโปรแกรมหยุดทำงานกะทันหัน</translation>
    </message>
</context>
<context>
    <name>Switch</name>
    <message>
        <source>On</source>
        <translation>เปิด</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>ปิด</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Error: {why}</source>
        <translation>ข้อผิดพลาด: {why}</translation>
    </message>
</context>
<context>
    <name>TillView</name>
    <message>
        <source>Training</source>
        <translation>โหมดฝึก</translation>
    </message>
    <message>
        <source>What you typed while the till was busy was ignored. Type it again.</source>
        <translation>เครื่องไม่ได้รับสิ่งที่คุณพิมพ์ขณะเครื่องไม่ว่าง โปรดพิมพ์ใหม่</translation>
    </message>
</context>
<context>
    <name>TodayList</name>
    <message>
        <source>Today</source>
        <translation>วันนี้</translation>
    </message>
    <message>
        <source>History</source>
        <translation>ประวัติ</translation>
    </message>
    <message>
        <source>History of today</source>
        <translation>ประวัติวันนี้</translation>
    </message>
    <message numerus="yes">
        <source>{count} redeemed</source>
        <translation>
            <numerusform>แลก {count} ครั้ง</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} คะแนน</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points given back</source>
        <translation>
            <numerusform>คืน {points} คะแนน</numerusform>
        </translation>
    </message>
    <message>
        <source>No redemptions yet today.</source>
        <translation>วันนี้ยังไม่มีการแลก</translation>
    </message>
</context>
<context>
    <name>TrailWords</name>
    <message>
        <source>Recorded and sent</source>
        <translation>บันทึกและส่งแล้ว</translation>
    </message>
    <message>
        <source>Sent again with the same reference</source>
        <translation>ส่งอีกครั้งด้วยเลขอ้างอิงเดิม</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>แลกแล้ว</translation>
    </message>
    <message>
        <source>Found: redeemed</source>
        <translation>พบแล้ว: แลกแล้ว</translation>
    </message>
    <message>
        <source>Balance learned</source>
        <translation>ทราบคะแนนคงเหลือแล้ว</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>ถูกปฏิเสธ</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>ไม่ได้ส่ง</translation>
    </message>
    <message>
        <source>Proved not redeemed</source>
        <translation>พิสูจน์แล้วว่าไม่ได้แลก</translation>
    </message>
    <message>
        <source>No answer that proves it</source>
        <translation>ไม่มีคำตอบที่เป็นหลักฐาน</translation>
    </message>
    <message>
        <source>Perhaps found</source>
        <translation>อาจพบแล้ว</translation>
    </message>
    <message>
        <source>Asked: not there yet</source>
        <translation>ถามแล้ว: ยังไม่มี</translation>
    </message>
    <message>
        <source>Waited for a busy service</source>
        <translation>รอระบบที่มีผู้ใช้มาก</translation>
    </message>
    <message>
        <source>Signed in again, looked, and sent again</source>
        <translation>ลงชื่อเข้าใช้ใหม่ ตรวจดู แล้วส่งอีกครั้ง</translation>
    </message>
    <message>
        <source>All points given back</source>
        <translation>คืนคะแนนทั้งหมดแล้ว</translation>
    </message>
    <message>
        <source>Points given back</source>
        <translation>คะแนนที่คืนแล้ว</translation>
    </message>
    <message>
        <source>A supervisor agreed</source>
        <translation>หัวหน้าอนุมัติ</translation>
    </message>
    <message>
        <source>A supervisor did not agree</source>
        <translation>หัวหน้าไม่อนุมัติ</translation>
    </message>
    <message>
        <source>Settled by hand</source>
        <translation>ยืนยันผลด้วยตนเอง</translation>
    </message>
    <message>
        <source>Taken over by {cashier}</source>
        <translation>รับช่วงโดย {cashier}</translation>
    </message>
    <message>
        <source>Asked for again</source>
        <translation>ขออีกครั้ง</translation>
    </message>
    <message>
        <source>No code needed</source>
        <translation>ไม่ต้องใช้รหัส</translation>
    </message>
    <message>
        <source>Without a code</source>
        <translation>ไม่ใช้รหัส</translation>
    </message>
    <message>
        <source>Bill number sent</source>
        <translation>ส่งเลขที่บิลแล้ว</translation>
    </message>
    <message>
        <source>Bill number attached</source>
        <translation>เพิ่มเลขที่บิลแล้ว</translation>
    </message>
    <message>
        <source>Taken from another journal</source>
        <translation>นำมาจากบันทึกอื่น</translation>
    </message>
    <message>
        <source>Personal data deleted</source>
        <translation>ลบข้อมูลส่วนตัวแล้ว</translation>
    </message>
    <message>
        <source>Found: given back</source>
        <translation>พบแล้ว: คืนแล้ว</translation>
    </message>
    <message>
        <source>Proved not given back</source>
        <translation>พิสูจน์แล้วว่าไม่ได้คืน</translation>
    </message>
    <message>
        <source>Giving back: {event}</source>
        <translation>การคืนคะแนน: {event}</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Redeem points</source>
        <translation>แลกคะแนน</translation>
    </message>
    <message>
        <source>Type Asha’s mobile number, 97777 88221, and press Enter.</source>
        <translation>พิมพ์เบอร์มือถือของ Asha 97777 88221 แล้วกด Enter</translation>
    </message>
    <message>
        <source>Type 10 points and press Enter. Asha’s phone gets a code.</source>
        <translation>พิมพ์ 10 คะแนนแล้วกด Enter มือถือของ Asha จะได้รหัส</translation>
    </message>
    <message>
        <source>Type the code from the member’s phone and press Enter.</source>
        <translation>พิมพ์รหัสจากมือถือของสมาชิกแล้วกด Enter</translation>
    </message>
    <message>
        <source>A wrong code</source>
        <translation>รหัสผิด</translation>
    </message>
    <message>
        <source>Asha misreads the code: type WRONG1 and press Enter.</source>
        <translation>Asha อ่านรหัสผิด: พิมพ์ WRONG1 แล้วกด Enter</translation>
    </message>
    <message>
        <source>No points were taken. Now type the code as it is on the phone.</source>
        <translation>ไม่มีการหักคะแนน ตอนนี้พิมพ์รหัสตามที่อยู่ในมือถือ</translation>
    </message>
    <message>
        <source>More points than there are</source>
        <translation>คะแนนมากกว่าที่มี</translation>
    </message>
    <message>
        <source>Type Vikram’s mobile number, 98765 43001, and press Enter.</source>
        <translation>พิมพ์เบอร์มือถือของ Vikram 98765 43001 แล้วกด Enter</translation>
    </message>
    <message>
        <source>He asks for 20 points but has fewer: type 20 and press Enter.</source>
        <translation>เขาขอ 20 คะแนนแต่มีน้อยกว่า: พิมพ์ 20 แล้วกด Enter</translation>
    </message>
    <message>
        <source>Press F6 for all that he has, then Enter.</source>
        <translation>กด F6 เพื่อใช้ทั้งหมดที่มี แล้วกด Enter</translation>
    </message>
    <message>
        <source>An answer that gets lost</source>
        <translation>คำตอบที่หายไป</translation>
    </message>
    <message>
        <source>Type the code and press Enter. This time the answer gets lost.</source>
        <translation>พิมพ์รหัสแล้วกด Enter ครั้งนี้คำตอบจะหายไป</translation>
    </message>
    <message>
        <source>Read what the till says. Do not redeem again. Press Enter for the next customer.</source>
        <translation>อ่านสิ่งที่เครื่องบอก ห้ามแลกซ้ำ กด Enter สำหรับลูกค้าถัดไป</translation>
    </message>
    <message>
        <source>The till finds out by itself. Wait until it tells you.</source>
        <translation>เครื่องจะหาคำตอบเอง รอจนกว่าจะบอกคุณ</translation>
    </message>
    <message>
        <source>Give points back</source>
        <translation>คืนคะแนน</translation>
    </message>
    <message>
        <source>Asha changes her mind. Open History with F2 and press “Give points back”.</source>
        <translation>Asha เปลี่ยนใจ เปิดประวัติด้วย F2 แล้วกด “คืนคะแนน”</translation>
    </message>
    <message>
        <source>Enter all the points and a reason, then press “Give back”.</source>
        <translation>กรอกคะแนนทั้งหมดและเหตุผล แล้วกด “คืน”</translation>
    </message>
    <message>
        <source>Everyday customers</source>
        <translation>ลูกค้าทั่วไป</translation>
    </message>
    <message>
        <source>Programs and groups</source>
        <translation>โปรแกรมและกลุ่ม</translation>
    </message>
    <message>
        <source>Limits on points</source>
        <translation>ขีดจำกัดคะแนน</translation>
    </message>
    <message>
        <source>Trouble with the code</source>
        <translation>ปัญหาเรื่องรหัส</translation>
    </message>
    <message>
        <source>Cannot be found</source>
        <translation>ค้นไม่พบ</translation>
    </message>
    <message>
        <source>May not redeem</source>
        <translation>แลกไม่ได้</translation>
    </message>
    <message>
        <source>Refused at the last moment</source>
        <translation>ถูกปฏิเสธในนาทีสุดท้าย</translation>
    </message>
    <message>
        <source>Giving points back</source>
        <translation>การคืนคะแนน</translation>
    </message>
    <message>
        <source>Slow or no answer</source>
        <translation>ช้าหรือไม่ตอบ</translation>
    </message>
    <message>
        <source>The points move, the answer is lost</source>
        <translation>หักคะแนนแล้ว คำตอบหาย</translation>
    </message>
    <message>
        <source>Nothing is done</source>
        <translation>ไม่มีอะไรเกิดขึ้น</translation>
    </message>
    <message>
        <source>The service is busy</source>
        <translation>ระบบมีผู้ใช้มาก</translation>
    </message>
    <message>
        <source>The code is wrong</source>
        <translation>รหัสผิด</translation>
    </message>
    <message>
        <source>The till cannot sign in</source>
        <translation>เครื่องลงชื่อเข้าใช้ไม่ได้</translation>
    </message>
    <message>
        <source>Odd answers</source>
        <translation>คำตอบแปลก ๆ</translation>
    </message>
    <message>
        <source>Everything works: 1,991 points to redeem.</source>
        <translation>ทุกอย่างใช้ได้: มี 1,991 คะแนนให้แลก</translation>
    </message>
    <message>
        <source>Exactly 12.345 points, for parts of a point.</source>
        <translation>12.345 คะแนนพอดี สำหรับเศษของคะแนน</translation>
    </message>
    <message>
        <source>No points at all.</source>
        <translation>ไม่มีคะแนนเลย</translation>
    </message>
    <message>
        <source>A very large balance: 123,456,789.125 points.</source>
        <translation>คะแนนคงเหลือสูงมาก: 123,456,789.125 คะแนน</translation>
    </message>
    <message>
        <source>Several programs; in Travel Club a point is worth 0.5, Partner Miles cannot be redeemed</source>
        <translation>หลายโปรแกรม ใน Travel Club หนึ่งคะแนนมีค่า 0.5 ส่วน Partner Miles แลกไม่ได้</translation>
    </message>
    <message>
        <source>Has few points, but her family group has 5,000.</source>
        <translation>มีคะแนนน้อย แต่กลุ่มครอบครัวมี 5,000 คะแนน</translation>
    </message>
    <message>
        <source>The primary member of the same family group.</source>
        <translation>สมาชิกหลักของกลุ่มครอบครัวเดียวกัน</translation>
    </message>
    <message>
        <source>A name in Arabic script.</source>
        <translation>ชื่อในอักษรอาหรับ</translation>
    </message>
    <message>
        <source>A very long name.</source>
        <translation>ชื่อที่ยาวมาก</translation>
    </message>
    <message>
        <source>This account was merged into another one of hers, which answers instead.</source>
        <translation>บัญชีนี้ถูกรวมเข้ากับอีกบัญชีของเธอ ซึ่งตอบแทน</translation>
    </message>
    <message>
        <source>The account that took over a merged one.</source>
        <translation>บัญชีที่รับช่วงบัญชีที่ถูกรวม</translation>
    </message>
    <message>
        <source>Has made a missed call: no code is needed.</source>
        <translation>โทรมิสคอลแล้ว: ไม่ต้องใช้รหัส</translation>
    </message>
    <message>
        <source>412 of her 1,991 points expire in 8 days.</source>
        <translation>412 จาก 1,991 คะแนนของเธอจะหมดอายุใน 8 วัน</translation>
    </message>
    <message>
        <source>Of each redemption, 40 points have expired when they are given back.</source>
        <translation>ในการแลกแต่ละครั้ง 40 คะแนนหมดอายุไปแล้วเมื่อคืน</translation>
    </message>
    <message>
        <source>Has been sent too many codes</source>
        <translation>ได้รับรหัสมากเกินไป</translation>
    </message>
    <message>
        <source>Is locked twice, then it works</source>
        <translation>ถูกล็อกสองครั้ง แล้วจึงใช้ได้</translation>
    </message>
    <message>
        <source>Gets a code, but every code is called wrong</source>
        <translation>ได้รหัส แต่ทุกรหัสถูกบอกว่าผิด</translation>
    </message>
    <message>
        <source>Can redeem, but a code cannot be made</source>
        <translation>แลกได้ แต่สร้างรหัสไม่ได้</translation>
    </message>
    <message>
        <source>Cannot be looked up: marked as fraud</source>
        <translation>ค้นหาไม่ได้: ถูกระบุว่าทุจริต</translation>
    </message>
    <message>
        <source>Has not joined the loyalty program</source>
        <translation>ยังไม่ได้เข้าร่วมโปรแกรมสะสมคะแนน</translation>
    </message>
    <message>
        <source>Is refused for too few points</source>
        <translation>ถูกปฏิเสธเพราะคะแนนน้อยเกินไป</translation>
    </message>
    <message>
        <source>Is refused for too few current points</source>
        <translation>ถูกปฏิเสธเพราะคะแนนปัจจุบันน้อยเกินไป</translation>
    </message>
    <message>
        <source>Has not collected enough points in total</source>
        <translation>สะสมคะแนนรวมยังไม่พอ</translation>
    </message>
    <message>
        <source>Has not bought enough in total</source>
        <translation>ซื้อรวมยังไม่พอ</translation>
    </message>
    <message>
        <source>May only redeem multiples of 50</source>
        <translation>แลกได้เฉพาะจำนวนเท่าของ 50</translation>
    </message>
    <message>
        <source>Is marked as fraud</source>
        <translation>ถูกระบุว่าทุจริต</translation>
    </message>
    <message>
        <source>Is refused for too few points for a redemption</source>
        <translation>ถูกปฏิเสธเพราะคะแนนไม่พอสำหรับการแลก</translation>
    </message>
    <message>
        <source>Gets a code, but then points cannot be processed at the moment</source>
        <translation>ได้รหัส แต่แล้วประมวลผลคะแนนไม่ได้ในขณะนี้</translation>
    </message>
    <message>
        <source>Gets a code, but then the redemption fails</source>
        <translation>ได้รหัส แต่แล้วการแลกล้มเหลว</translation>
    </message>
    <message>
        <source>May redeem at most 500 points at a time</source>
        <translation>แลกได้ไม่เกิน 500 คะแนนต่อครั้ง</translation>
    </message>
    <message>
        <source>Is marked as fraud, by another number</source>
        <translation>ถูกระบุว่าทุจริต ด้วยหมายเลขอื่น</translation>
    </message>
    <message>
        <source>Must redeem at least 100 points</source>
        <translation>ต้องแลกอย่างน้อย 100 คะแนน</translation>
    </message>
    <message>
        <source>Cannot use a missed call; a code works</source>
        <translation>ใช้มิสคอลไม่ได้ แต่ใช้รหัสได้</translation>
    </message>
    <message>
        <source>Has not confirmed the mobile number</source>
        <translation>ยังไม่ได้ยืนยันเบอร์มือถือ</translation>
    </message>
    <message>
        <source>Gets a code, but then a signature is required</source>
        <translation>ได้รหัส แต่แล้วต้องมีลายเซ็น</translation>
    </message>
    <message>
        <source>Is refused because of a wrong set-up</source>
        <translation>ถูกปฏิเสธเพราะตั้งค่าผิด</translation>
    </message>
    <message>
        <source>Is refused because redeeming is not enabled</source>
        <translation>ถูกปฏิเสธเพราะไม่ได้เปิดให้แลก</translation>
    </message>
    <message>
        <source>Is in a group that may not redeem</source>
        <translation>อยู่ในกลุ่มที่แลกไม่ได้</translation>
    </message>
    <message>
        <source>Gets a code, but then the time is not accepted</source>
        <translation>ได้รหัส แต่แล้วเวลาไม่เป็นที่ยอมรับ</translation>
    </message>
    <message>
        <source>Can redeem, but a code cannot be sent</source>
        <translation>แลกได้ แต่ส่งรหัสไม่ได้</translation>
    </message>
    <message>
        <source>Is known, but not in the loyalty program</source>
        <translation>เป็นที่รู้จัก แต่ไม่อยู่ในโปรแกรมสะสมคะแนน</translation>
    </message>
    <message>
        <source>Is refused because points cannot be processed at the moment</source>
        <translation>ถูกปฏิเสธเพราะประมวลผลคะแนนไม่ได้ในขณะนี้</translation>
    </message>
    <message>
        <source>Redeems, but points cannot be given back at the moment</source>
        <translation>แลกได้ แต่คืนคะแนนไม่ได้ในขณะนี้</translation>
    </message>
    <message>
        <source>Redeems, but giving points back is not enabled</source>
        <translation>แลกได้ แต่ไม่ได้เปิดให้คืนคะแนน</translation>
    </message>
    <message>
        <source>Cannot be looked up: not in the program</source>
        <translation>ค้นหาไม่ได้: ไม่อยู่ในโปรแกรม</translation>
    </message>
    <message>
        <source>Cannot be looked up: no permission</source>
        <translation>ค้นหาไม่ได้: ไม่มีสิทธิ์</translation>
    </message>
    <message>
        <source>Sees a program that the service no longer knows</source>
        <translation>เห็นโปรแกรมที่ระบบไม่รู้จักแล้ว</translation>
    </message>
    <message>
        <source>Is in a group that the service no longer knows</source>
        <translation>อยู่ในกลุ่มที่ระบบไม่รู้จักแล้ว</translation>
    </message>
    <message>
        <source>Is marked as fraud, by a third number</source>
        <translation>ถูกระบุว่าทุจริต ด้วยหมายเลขที่สาม</translation>
    </message>
    <message>
        <source>Is refused because of a wrong group set-up</source>
        <translation>ถูกปฏิเสธเพราะตั้งค่ากลุ่มผิด</translation>
    </message>
    <message>
        <source>Gets a code, but then no valid code is found</source>
        <translation>ได้รหัส แต่แล้วไม่พบรหัสที่ใช้ได้</translation>
    </message>
    <message>
        <source>Every answer takes 2 seconds</source>
        <translation>ทุกคำตอบใช้เวลา 2 วินาที</translation>
    </message>
    <message>
        <source>No answer ever comes, nothing is done</source>
        <translation>ไม่มีคำตอบมาเลย และไม่มีอะไรเกิดขึ้น</translation>
    </message>
    <message>
        <source>The points move, then no answer ever comes</source>
        <translation>คะแนนถูกหัก แล้วไม่มีคำตอบมาเลย</translation>
    </message>
    <message>
        <source>The answer comes byte by byte</source>
        <translation>คำตอบมาทีละไบต์</translation>
    </message>
    <message>
        <source>The points move, then the answer is lost</source>
        <translation>คะแนนถูกหัก แล้วคำตอบหายไป</translation>
    </message>
    <message>
        <source>The connection is cut before anything is done</source>
        <translation>การเชื่อมต่อขาดก่อนจะทำอะไร</translation>
    </message>
    <message>
        <source>The service asks to come back later</source>
        <translation>ระบบขอให้กลับมาใหม่ภายหลัง</translation>
    </message>
    <message>
        <source>The service says when to come back</source>
        <translation>ระบบบอกว่าให้กลับมาเมื่อใด</translation>
    </message>
    <message>
        <source>The member is being served elsewhere</source>
        <translation>สมาชิกกำลังรับบริการที่อื่น</translation>
    </message>
    <message>
        <source>An error page comes, nothing is done</source>
        <translation>หน้าข้อผิดพลาดขึ้นมา ไม่มีอะไรเกิดขึ้น</translation>
    </message>
    <message>
        <source>The points move, then an error page comes</source>
        <translation>คะแนนถูกหัก แล้วหน้าข้อผิดพลาดขึ้นมา</translation>
    </message>
    <message>
        <source>The service has a fault</source>
        <translation>ระบบขัดข้อง</translation>
    </message>
    <message>
        <source>The service is down</source>
        <translation>ระบบล่ม</translation>
    </message>
    <message>
        <source>The service is closed for a while</source>
        <translation>ระบบปิดชั่วคราว</translation>
    </message>
    <message>
        <source>The service takes too long and gives up</source>
        <translation>ระบบใช้เวลานานเกินไปแล้วเลิก</translation>
    </message>
    <message>
        <source>The code has expired</source>
        <translation>รหัสหมดอายุแล้ว</translation>
    </message>
    <message>
        <source>The member reads out a wrong code</source>
        <translation>สมาชิกอ่านรหัสผิด</translation>
    </message>
    <message>
        <source>Answers are written in another way</source>
        <translation>คำตอบถูกเขียนในแบบอื่น</translation>
    </message>
    <message>
        <source>The points move, then the answer breaks off</source>
        <translation>คะแนนถูกหัก แล้วคำตอบขาดกลางคัน</translation>
    </message>
    <message>
        <source>The points move, the answer is half of one</source>
        <translation>คะแนนถูกหัก คำตอบมาเพียงครึ่งเดียว</translation>
    </message>
    <message>
        <source>Redemptions show up late</source>
        <translation>รายการแลกแสดงช้า</translation>
    </message>
    <message>
        <source>Look-ups show every redemption</source>
        <translation>การค้นหาแสดงทุกรายการแลก</translation>
    </message>
    <message>
        <source>Points that came back show up late</source>
        <translation>คะแนนที่คืนมาแสดงช้า</translation>
    </message>
    <message>
        <source>The points come back, then the service says no</source>
        <translation>คืนคะแนนแล้ว จากนั้นระบบปฏิเสธ</translation>
    </message>
    <message>
        <source>The service does not accept this till</source>
        <translation>ระบบไม่ยอมรับเครื่องนี้</translation>
    </message>
    <message>
        <source>The points move, then the till is not accepted</source>
        <translation>คะแนนถูกหัก แล้วเครื่องไม่ได้รับการยอมรับ</translation>
    </message>
    <message>
        <source>The service says that the token has expired</source>
        <translation>ระบบบอกว่าโทเค็นหมดอายุแล้ว</translation>
    </message>
    <message>
        <source>The points move, then the token has expired</source>
        <translation>คะแนนถูกหัก แล้วโทเค็นหมดอายุ</translation>
    </message>
    <message>
        <source>A new token expires at once</source>
        <translation>โทเค็นใหม่หมดอายุทันที</translation>
    </message>
    <message>
        <source>The service gives no token</source>
        <translation>ระบบไม่ให้โทเค็น</translation>
    </message>
    <message>
        <source>No answer comes when a token is asked for</source>
        <translation>ไม่มีคำตอบเมื่อขอโทเค็น</translation>
    </message>
    <message>
        <source>The connection is cut when a token is asked for</source>
        <translation>การเชื่อมต่อขาดเมื่อขอโทเค็น</translation>
    </message>
    <message>
        <source>Something else comes in place of a token</source>
        <translation>มีอย่างอื่นมาแทนโทเค็น</translation>
    </message>
    <message>
        <source>The service does not accept key and secret</source>
        <translation>ระบบไม่ยอมรับคีย์และข้อมูลลับ</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Phone</source>
        <translation>มือถือ</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>สมาชิก</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>บทเรียน</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>แป้นเลข</translation>
    </message>
    <message numerus="yes">
        <source>Your code to redeem {points} points is {code}. It is good for %Ln minute(s).</source>
        <translation>
            <numerusform>รหัสแลก {points} คะแนน คือ {code} ใช้ได้ %Ln นาที</numerusform>
        </translation>
    </message>
    <message>
        <source>The member’s phone</source>
        <translation>มือถือของสมาชิก</translation>
    </message>
    <message>
        <source>What goes wrong next</source>
        <translation>ปัญหาที่จะเกิดครั้งต่อไป</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>โหมดฝึก</translation>
    </message>
    <message>
        <source>Nothing goes wrong</source>
        <translation>ไม่มีปัญหา</translation>
    </message>
    <message>
        <source>Fill in {mobile}</source>
        <translation>กรอก {mobile}</translation>
    </message>
</context>
<context>
    <name>TrialPrint</name>
    <message>
        <source>Printing a test page…</source>
        <translation>กำลังพิมพ์หน้าทดสอบ…</translation>
    </message>
    <message>
        <source>Printed at {time}</source>
        <translation>พิมพ์เมื่อ {time}</translation>
    </message>
    <message>
        <source>Sent to the printer at {time}</source>
        <translation>ส่งไปเครื่องพิมพ์เมื่อ {time}</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>ไม่ได้พิมพ์</translation>
    </message>
</context>
<context>
    <name>UnknownPage</name>
    <message>
        <source>Not known yet</source>
        <translation>ยังไม่ทราบผล</translation>
    </message>
    <message>
        <source>Redeem again</source>
        <translation>แลกใหม่</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>ลูกค้าถัดไป</translation>
    </message>
    <message>
        <source>The customer is waiting?</source>
        <translation>ลูกค้ารออยู่?</translation>
    </message>
    <message>
        <source>Back to POS</source>
        <translation>กลับไป POS</translation>
    </message>
    <message>
        <source>Bill {bill}</source>
        <translation>บิล {bill}</translation>
    </message>
    <message>
        <source>Hold bill {bill} until it is known.</source>
        <translation>พักบิล {bill} ไว้จนกว่าจะทราบผล</translation>
    </message>
    <message>
        <source>Hold the bill until it is known.</source>
        <translation>พักบิลไว้จนกว่าจะทราบผล</translation>
    </message>
    <message>
        <source>Or take full payment. If points were used, give them back in History.</source>
        <translation>หรือรับเงินเต็มจำนวน ถ้าคะแนนถูกใช้ ให้คืนในประวัติ</translation>
    </message>
    <message>
        <source>It was sent to another service, so this one cannot tell. Support can settle it.</source>
        <translation>ส่งไปยังระบบอื่น ระบบนี้จึงบอกไม่ได้ ฝ่ายสนับสนุนช่วยยืนยันผลได้</translation>
    </message>
    <message>
        <source>The service shows a redemption that may be this one. A supervisor or support can settle it.</source>
        <translation>ระบบแสดงรายการแลกที่อาจเป็นรายการนี้ หัวหน้าหรือฝ่ายสนับสนุนช่วยยืนยันผลได้</translation>
    </message>
    <message>
        <source>The till keeps checking.</source>
        <translation>เครื่องตรวจต่อไป</translation>
    </message>
    <message>
        <source>The till keeps checking, up to {span} more.</source>
        <translation>เครื่องตรวจต่อไป อีกไม่เกิน {span}</translation>
    </message>
    <message>
        <source>The outcome appears here, whatever this till is doing then.</source>
        <translation>ผลจะแสดงที่นี่ ไม่ว่าเครื่องกำลังทำอะไร</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>ระบบไม่ตอบทันเวลา</translation>
    </message>
    <message>
        <source>The line was cut before the answer came.</source>
        <translation>สายขาดก่อนคำตอบมาถึง</translation>
    </message>
    <message>
        <source>The service reported a fault of its own.</source>
        <translation>ระบบแจ้งว่าตัวเองขัดข้อง</translation>
    </message>
    <message>
        <source>The answer of the service could not be read.</source>
        <translation>อ่านคำตอบของระบบไม่ได้</translation>
    </message>
    <message>
        <source>The answer of the service contradicts itself.</source>
        <translation>คำตอบของระบบขัดแย้งกันเอง</translation>
    </message>
    <message>
        <source>The till was closed before the answer came.</source>
        <translation>ปิดเครื่องก่อนคำตอบมาถึง</translation>
    </message>
    <message>
        <source>The service refused it, but that does not show whether the points were used.</source>
        <translation>ระบบปฏิเสธ แต่ไม่ได้แสดงว่าคะแนนถูกใช้หรือไม่</translation>
    </message>
    <message>
        <source>The answer that came belongs to another request.</source>
        <translation>คำตอบที่มาเป็นของคำขออื่น</translation>
    </message>
    <message>
        <source>Do not redeem again.</source>
        <translation>ห้ามแลกซ้ำ</translation>
    </message>
    <message>
        <source>The points were not redeemed</source>
        <translation>ไม่ได้แลกคะแนน</translation>
    </message>
    <message numerus="yes">
        <source>The till has asked several times: none of the {points} points were taken. You can redeem again.</source>
        <translation>
            <numerusform>เครื่องตรวจสอบหลายครั้งแล้ว ไม่มีการหัก {points} คะแนนนี้ แลกใหม่ได้</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpdateWatch</name>
    <message>
        <source>An update is being installed. The till closes now. Open it again in a minute.</source>
        <translation>กำลังติดตั้งการอัปเดต แอปจะปิดตอนนี้ เปิดอีกครั้งในอีกหนึ่งนาที</translation>
    </message>
    <message>
        <source>An update is waiting. The till closes when this customer is done.</source>
        <translation>มีการอัปเดตรออยู่ แอปจะปิดเมื่อลูกค้าคนนี้เสร็จแล้ว</translation>
    </message>
</context>
<context>
    <name>WhatIsKnown</name>
    <message>
        <source>What is known</source>
        <translation>สิ่งที่ทราบ</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>สมาชิก</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>มือถือ</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>คะแนน</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>มูลค่า</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>บิล</translation>
    </message>
    <message>
        <source>Reference for support</source>
        <translation>เลขอ้างอิงสำหรับฝ่ายสนับสนุน</translation>
    </message>
    <message>
        <source>in {span}</source>
        <translation>ใน {span}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ตอนนี้</translation>
    </message>
    <message>
        <source>Asks again</source>
        <translation>ถามอีกครั้ง</translation>
    </message>
    <message>
        <source>Recorded and sent</source>
        <translation>บันทึกและส่งแล้ว</translation>
    </message>
    <message>
        <source>No answer that proves it</source>
        <translation>ไม่มีคำตอบที่เป็นหลักฐาน</translation>
    </message>
    <message>
        <source>Asked: not there yet</source>
        <translation>ถามแล้ว: ยังไม่มี</translation>
    </message>
    <message>
        <source>Asked: no answer</source>
        <translation>ถามแล้ว: ไม่มีคำตอบ</translation>
    </message>
    <message>
        <source>Asked: perhaps found</source>
        <translation>ถามแล้ว: อาจพบแล้ว</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} คะแนน</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter how many points the member wants to redeem.</source>
        <translation>โปรดกรอกคะแนนที่สมาชิกต้องการแลก</translation>
    </message>
    <message>
        <source>Type digits only, with one mark for part of a point.</source>
        <translation>พิมพ์เฉพาะตัวเลข และใช้จุดทศนิยมได้จุดเดียว</translation>
    </message>
    <message>
        <source>Leave out the marks that group thousands. Use one mark, for part of a point.</source>
        <translation>ไม่ต้องใส่เครื่องหมายคั่นหลักพัน ใช้จุดทศนิยมได้จุดเดียว</translation>
    </message>
    <message>
        <source>Points have at most three decimal places.</source>
        <translation>คะแนนมีทศนิยมได้ไม่เกิน 3 ตำแหน่ง</translation>
    </message>
    <message>
        <source>Enter more than 0 points.</source>
        <translation>โปรดกรอกคะแนนให้มากกว่า 0</translation>
    </message>
    <message>
        <source>Points are redeemed in steps of {points}.</source>
        <translation>แลกคะแนนได้ทีละ {points} คะแนน</translation>
    </message>
    <message numerus="yes">
        <source>At most {points} points can be redeemed at one time.</source>
        <translation>
            <numerusform>แลกได้ไม่เกิน {points} คะแนนในครั้งเดียว</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least {points} points have to be redeemed.</source>
        <translation>
            <numerusform>ต้องแลกอย่างน้อย {points} คะแนน</numerusform>
        </translation>
    </message>
    <message>
        <source>That is too many points. Check the number.</source>
        <translation>คะแนนมากเกินกว่าที่จะเป็นไปได้ โปรดตรวจสอบตัวเลข</translation>
    </message>
    <message numerus="yes">
        <source>We do not know yet whether the {points} points were used</source>
        <translation>
            <numerusform>เรายังไม่ทราบว่า {points} คะแนนถูกใช้หรือไม่</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>We do not know yet whether {name}’s {points} points were used</source>
        <translation>
            <numerusform>เรายังไม่ทราบว่า {points} คะแนนของ {name} ถูกใช้หรือไม่</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points redeemed</source>
        <translation>
            <numerusform>แลก {points} คะแนนแล้ว</numerusform>
        </translation>
    </message>
    <message>
        <source>take {value} off the bill</source>
        <translation>หัก {value} จากบิล</translation>
    </message>
    <message>
        <source>new balance {points}</source>
        <translation>คะแนนคงเหลือ {points}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a sentence</comment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were given back.</source>
        <translation>
            <numerusform>คืน {points} คะแนนแล้ว</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{expired} of them had expired and did not come back.</source>
        <translation>
            <numerusform>{expired} คะแนนหมดอายุแล้วและไม่ได้คืน</numerusform>
        </translation>
    </message>
    <message>
        <source>New balance {balance}.</source>
        <translation>คะแนนคงเหลือ {balance}</translation>
    </message>
    <message numerus="yes">
        <source>{points} points were refused: points can only be redeemed in fixed steps.</source>
        <translation>
            <numerusform>ระบบไม่รับ {points} คะแนน แลกได้เฉพาะตามขั้นที่กำหนด</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fewer than {points} points can be redeemed at one time.</source>
        <translation>
            <numerusform>แต่ละครั้งต้องแลกน้อยกว่า {points} คะแนน</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than {points} points are needed here.</source>
        <translation>
            <numerusform>ต้องแลกมากกว่า {points} คะแนน</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the member’s mobile number.</source>
        <translation>โปรดกรอกเบอร์มือถือของสมาชิก</translation>
    </message>
    <message>
        <source>Type the digits of the mobile number only.</source>
        <translation>พิมพ์เฉพาะตัวเลขของเบอร์มือถือ</translation>
    </message>
    <message>
        <source>The number is too short. Ask the member to say it again.</source>
        <translation>เบอร์สั้นเกินไป ให้สมาชิกบอกเบอร์อีกครั้ง</translation>
    </message>
    <message>
        <source>The number is too long. Ask the member to say it again.</source>
        <translation>เบอร์ยาวเกินไป ให้สมาชิกบอกเบอร์อีกครั้ง</translation>
    </message>
    <message>
        <source>There is no such country code. Check the digits at the beginning.</source>
        <translation>ไม่มีรหัสประเทศนี้ ตรวจสอบตัวเลขด้านหน้า</translation>
    </message>
    <message>
        <source>That cannot be a mobile number. Ask the member to say it again.</source>
        <translation>เบอร์นี้ไม่ใช่เบอร์มือถือ ให้สมาชิกบอกเบอร์อีกครั้ง</translation>
    </message>
    <message>
        <source>Scan or type what identifies the member.</source>
        <translation>โปรดสแกนหรือพิมพ์ข้อมูลที่ใช้ค้นหาสมาชิก</translation>
    </message>
    <message>
        <source>That cannot belong to one member. Scan or type it again.</source>
        <translation>ข้อมูลนี้ไม่ใช่ของสมาชิกคนเดียว โปรดสแกนหรือพิมพ์ใหม่</translation>
    </message>
    <message>
        <source>An e-mail address needs one @ with text before and after it.</source>
        <translation>อีเมลต้องมี @ หนึ่งตัว และมีข้อความทั้งหน้าและหลัง</translation>
    </message>
    <message>
        <source>Enter the code from the member’s phone.</source>
        <translation>โปรดกรอกรหัสจากมือถือของสมาชิก</translation>
    </message>
    <message>
        <source>That cannot be the code. Ask the member to read it again.</source>
        <translation>รหัสนี้ไม่ถูกต้อง ให้สมาชิกอ่านรหัสอีกครั้ง</translation>
    </message>
    <message>
        <source>That is the bar code of an article or a receipt. Enter the code from the member’s phone. If it is the code, press Enter once more.</source>
        <translation>นี่คือบาร์โค้ดของสินค้าหรือสลิป โปรดกรอกรหัสจากมือถือของสมาชิก ถ้านี่คือรหัสจริง ให้กด Enter อีกครั้ง</translation>
    </message>
</context>
<context>
    <name>_Keys</name>
    <message>
        <source>Backspace</source>
        <translation>ลบถอยหลัง</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>ชิฟต์</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>ตัวอักษร</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>ตัวเลข</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>เว้นวรรค</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>จุดทศนิยม</translation>
    </message>
</context>
<context>
    <name>_LabelledChoice</name>
    <message>
        <source>Error: {why}</source>
        <translation>ข้อผิดพลาด: {why}</translation>
    </message>
</context>
<context>
    <name>_PasswordControl</name>
    <message>
        <source>Set</source>
        <translation>ตั้งแล้ว</translation>
    </message>
</context>
<context>
    <name>_PinControl</name>
    <message>
        <source>Set</source>
        <translation>ตั้งแล้ว</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>ยังไม่ตั้ง</translation>
    </message>
</context>
</TS>
