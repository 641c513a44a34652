<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AmountChips</name>
    <message>
        <source>All points</source>
        <translation>كل النقاط</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>النصف</translation>
    </message>
    <message>
        <source>Cover the bill</source>
        <translation>تغطية الفاتورة</translation>
    </message>
    <message>
        <source>Enter money instead</source>
        <translation>إدخال مبلغ</translation>
    </message>
    <message>
        <source>Enter points instead</source>
        <translation>إدخال نقاط</translation>
    </message>
    <message>
        <source>All {points}</source>
        <translation>الكل {points}</translation>
    </message>
    <message>
        <source>Half {points}</source>
        <translation>النصف {points}</translation>
    </message>
    <message>
        <source>Cover the bill {money}</source>
        <translation>تغطية الفاتورة {money}</translation>
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
        <translation>{unknown}. لا تستبدل مرة أخرى.</translation>
    </message>
    <message>
        <source>The points were not redeemed</source>
        <translation>لم تُستبدل النقاط</translation>
    </message>
    <message>
        <source>{cashier} has signed on</source>
        <translation>تم تسجيل دخول {cashier}</translation>
    </message>
    <message>
        <source>Signed off</source>
        <translation>تم تسجيل الخروج</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقاط</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled, back to the POS</source>
        <translation>تم الإلغاء والعودة إلى نظام البيع</translation>
    </message>
    <message>
        <source>Code sent</source>
        <translation>أُرسل الرمز</translation>
    </message>
    <message>
        <source>Worth {money}</source>
        <translation>القيمة {money}</translation>
    </message>
</context>
<context>
    <name>Banners</name>
    <message>
        <source>News</source>
        <translation>إشعار</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>حسنًا</translation>
    </message>
    <message>
        <source>Open bill {bill}</source>
        <translation>فتح الفاتورة ⁦{bill}⁩</translation>
    </message>
    <message>
        <source>Open it now</source>
        <translation>فتحها الآن</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مجددًا</translation>
    </message>
    <message>
        <source>Set it aside and start a new one</source>
        <translation>وضعه جانبًا وبدء ملف جديد</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>ملف جديد</translation>
    </message>
    <message numerus="yes">
        <source>The POS has handed over %Ln bill(s).</source>
        <translation>
            <numerusform>سلّم نظام البيع %Ln فاتورة.</numerusform>
            <numerusform>سلّم نظام البيع فاتورة واحدة.</numerusform>
            <numerusform>سلّم نظام البيع فاتورتين.</numerusform>
            <numerusform>سلّم نظام البيع %Ln فواتير.</numerusform>
            <numerusform>سلّم نظام البيع %Ln فاتورة.</numerusform>
            <numerusform>سلّم نظام البيع %Ln فاتورة.</numerusform>
        </translation>
    </message>
    <message>
        <source>The POS has handed over bill {bill}.</source>
        <translation>سلّم نظام البيع الفاتورة ⁦{bill}⁩.</translation>
    </message>
    <message>
        <source>The POS has handed over another customer.</source>
        <translation>سلّم نظام البيع عميلًا آخر.</translation>
    </message>
    <message>
        <source>{news} The next one opens when this customer is done.</source>
        <translation>{news} تُفتح التالية بعد الانتهاء من هذا العميل.</translation>
    </message>
    <message>
        <source>Ask support first. What is left of the damaged record is kept under another name. What can be read is copied into the new one; the rest is only in the old one.</source>
        <translation>اسأل الدعم الفني أولًا. يُحفظ ما بقي من ملف العمليات التالف باسم آخر. ما يمكن قراءته يُنسخ إلى الجديد، والباقي في القديم فقط.</translation>
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
        <translation>تدريب. ليس حقيقيًا.</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>عميل جديد</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>الاتصال</translation>
    </message>
    <message>
        <source>Training: phone and members</source>
        <translation>التدريب: الهاتف والأعضاء</translation>
    </message>
    <message>
        <source>Leave training</source>
        <translation>مغادرة التدريب</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known yet</source>
        <translation>
            <numerusform>%Ln غير مؤكدة</numerusform>
            <numerusform>%Ln غير مؤكدة</numerusform>
            <numerusform>%Ln غير مؤكدتين</numerusform>
            <numerusform>%Ln غير مؤكدة</numerusform>
            <numerusform>%Ln غير مؤكدة</numerusform>
            <numerusform>%Ln غير مؤكدة</numerusform>
        </translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>يبدأ التشغيل</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>تدريب</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>بطيء</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>لا يوجد اتصال</translation>
    </message>
    <message>
        <source>Not safe</source>
        <translation>غير آمن</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>غير مقبول</translation>
    </message>
    <message>
        <source>Wrong address</source>
        <translation>عنوان خاطئ</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>محظور</translation>
    </message>
    <message>
        <source>Service error</source>
        <translation>خطأ في الخدمة</translation>
    </message>
    <message>
        <source>Not working</source>
        <translation>لا يعمل</translation>
    </message>
</context>
<context>
    <name>ByHandPanel</name>
    <message>
        <source>Support can settle it. Tell them the reference.</source>
        <translation>يمكن للدعم الفني حسم الأمر. أعطهم رقم المرجع.</translation>
    </message>
    <message>
        <source>Supervisor PIN</source>
        <translation>الرقم السري للمشرف</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>It was redeemed</source>
        <translation>تم الاستبدال</translation>
    </message>
    <message>
        <source>It was not redeemed</source>
        <translation>لم يتم الاستبدال</translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation>رقم {number}</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقاط</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
        </translation>
    </message>
    <message>
        <source>bill {bill}</source>
        <translation>فاتورة ⁦{bill}⁩</translation>
    </message>
    <message>
        <source>The service shows a redemption that may be this one: {facts}.</source>
        <translation>تُظهر الخدمة عملية استبدال قد تكون هذه: {facts}.</translation>
    </message>
</context>
<context>
    <name>ChoicesForm</name>
    <message>
        <source>Redeem from a group</source>
        <translation>استبدال من مجموعة</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>إضافة ملاحظة</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>البرنامج</translation>
    </message>
    <message>
        <source>Group: {name}</source>
        <translation>المجموعة: ⁨{name}⁩</translation>
    </message>
    <message>
        <source>another</source>
        <translation>أخرى</translation>
    </message>
    <message>
        <source>Program {number}</source>
        <translation>البرنامج ⁦{number}⁩</translation>
    </message>
    <message numerus="yes">
        <source>{program} · {points} points · {tier}</source>
        <translation>
            <numerusform>⁨{program}⁩ · {points} نقطة · ⁨{tier}⁩</numerusform>
            <numerusform>⁨{program}⁩ · {points} نقطة · ⁨{tier}⁩</numerusform>
            <numerusform>⁨{program}⁩ · {points} نقطة · ⁨{tier}⁩</numerusform>
            <numerusform>⁨{program}⁩ · {points} نقاط · ⁨{tier}⁩</numerusform>
            <numerusform>⁨{program}⁩ · {points} نقطة · ⁨{tier}⁩</numerusform>
            <numerusform>⁨{program}⁩ · {points} نقطة · ⁨{tier}⁩</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{program} · {points} points</source>
        <translation>
            <numerusform>⁨{program}⁩ · {points} نقطة</numerusform>
            <numerusform>⁨{program}⁩ · {points} نقطة</numerusform>
            <numerusform>⁨{program}⁩ · {points} نقطة</numerusform>
            <numerusform>⁨{program}⁩ · {points} نقاط</numerusform>
            <numerusform>⁨{program}⁩ · {points} نقطة</numerusform>
            <numerusform>⁨{program}⁩ · {points} نقطة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Erase</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
</context>
<context>
    <name>CodeStep</name>
    <message>
        <source>Code from the member’s phone</source>
        <translation>الرمز من هاتف العضو</translation>
    </message>
    <message>
        <source>Validation code</source>
        <translation>رمز التحقق</translation>
    </message>
    <message>
        <source>No code?</source>
        <translation>لا يوجد رمز؟</translation>
    </message>
    <message>
        <source>Redeem without a code</source>
        <translation>استبدال بدون رمز</translation>
    </message>
    <message>
        <source>No code on the phone?</source>
        <translation>لا يوجد رمز على الهاتف؟</translation>
    </message>
    <message>
        <source>Send code again</source>
        <translation>إعادة إرسال الرمز</translation>
    </message>
    <message>
        <source>By e-mail</source>
        <translation>بالبريد الإلكتروني</translation>
    </message>
    <message>
        <source>By card number</source>
        <translation>برقم البطاقة</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>مكالمة فائتة</translation>
    </message>
    <message>
        <source>Redeem</source>
        <translation>استبدال</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Redeeming…</source>
        <translation>جارٍ الاستبدال…</translation>
    </message>
    <message numerus="yes">
        <source>Redeem {points} points</source>
        <translation>
            <numerusform>استبدال {points} نقطة</numerusform>
            <numerusform>استبدال {points} نقطة</numerusform>
            <numerusform>استبدال {points} نقطة</numerusform>
            <numerusform>استبدال {points} نقاط</numerusform>
            <numerusform>استبدال {points} نقطة</numerusform>
            <numerusform>استبدال {points} نقطة</numerusform>
        </translation>
    </message>
    <message>
        <source>A missed call</source>
        <translation>مكالمة فائتة</translation>
    </message>
    <message>
        <source>No code needed</source>
        <translation>لا حاجة إلى رمز</translation>
    </message>
    <message>
        <source>by SMS</source>
        <translation>برسالة نصية</translation>
    </message>
    <message>
        <source>by e-mail</source>
        <translation>بالبريد الإلكتروني</translation>
    </message>
    <message>
        <source>by WhatsApp</source>
        <translation>عبر WhatsApp</translation>
    </message>
    <message>
        <source>by Zalo</source>
        <translation>عبر Zalo</translation>
    </message>
    <message>
        <source>Send a code instead</source>
        <translation>إرسال رمز بدلًا منها</translation>
    </message>
    <message numerus="yes">
        <source>Fewer than {points} points can be redeemed without a code.</source>
        <translation>
            <numerusform>يمكن استبدال أقل من {points} نقطة بلا رمز.</numerusform>
            <numerusform>يمكن استبدال أقل من {points} نقطة بلا رمز.</numerusform>
            <numerusform>يمكن استبدال أقل من {points} نقطة بلا رمز.</numerusform>
            <numerusform>يمكن استبدال أقل من {points} نقاط بلا رمز.</numerusform>
            <numerusform>يمكن استبدال أقل من {points} نقطة بلا رمز.</numerusform>
            <numerusform>يمكن استبدال أقل من {points} نقطة بلا رمز.</numerusform>
        </translation>
    </message>
    <message>
        <source>No code has been sent yet.</source>
        <translation>لم يُرسل أي رمز بعد.</translation>
    </message>
    <message>
        <source>Sent {span} ago {by}</source>
        <translation>أُرسل منذ {span} {by}</translation>
    </message>
    <message>
        <source>Sent {span} ago</source>
        <translation>أُرسل منذ {span}</translation>
    </message>
    <message>
        <source>The code has probably expired. Send it again.</source>
        <translation>غالبًا انتهت صلاحية الرمز. أعد إرساله.</translation>
    </message>
    <message>
        <source>{sent} · good until about {time}</source>
        <translation>{sent} · صالح حتى {time} تقريبًا</translation>
    </message>
    <message>
        <source>Sending code…</source>
        <translation>جارٍ إرسال الرمز…</translation>
    </message>
    <message>
        <source>Send code again in {span}</source>
        <translation>إعادة إرسال الرمز بعد {span}</translation>
    </message>
</context>
<context>
    <name>ConnectionWords</name>
    <message>
        <source>The address answers in {time} ms</source>
        <translation>يجيب العنوان خلال {time} مللي ثانية</translation>
    </message>
    <message>
        <source>The service responds and knows this till.</source>
        <translation>الخدمة تجيب وتعرف هذا الجهاز.</translation>
    </message>
    <message>
        <source>The service does not accept the token that it gave for this key.</source>
        <translation>الخدمة لا تقبل رمز الوصول الذي أعطته لهذا المفتاح.</translation>
    </message>
    <message>
        <source>Ask your company’s support whether the key may be used for this till.</source>
        <translation>اسأل الدعم الفني في شركتك هل يُسمح باستخدام المفتاح لهذا الجهاز.</translation>
    </message>
    <message>
        <source>The address answers</source>
        <translation>العنوان يجيب</translation>
    </message>
    <message>
        <source>The connection is safe</source>
        <translation>الاتصال آمن</translation>
    </message>
    <message>
        <source>The service knows this till, but this computer’s clock says {here}, and the service’s {there}.</source>
        <translation>الخدمة تعرف هذا الجهاز، لكن ساعة هذا الكمبيوتر تشير إلى {here}، وساعة الخدمة إلى {there}.</translation>
    </message>
    <message>
        <source>The service does not accept this key and secret.</source>
        <translation>الخدمة لا تقبل هذا المفتاح والسر.</translation>
    </message>
    <message>
        <source>Enter both again. Capital letters count.</source>
        <translation>أدخلهما مجددًا. الأحرف الكبيرة مهمة.</translation>
    </message>
    <message>
        <source>The service does not accept this name and password.</source>
        <translation>الخدمة لا تقبل هذا الاسم وكلمة المرور.</translation>
    </message>
    <message>
        <source>Enter the password again. Capital letters count. Check the name of this till too.</source>
        <translation>أدخل كلمة المرور مجددًا. الأحرف الكبيرة مهمة. تحقق أيضًا من اسم هذا الجهاز.</translation>
    </message>
    <message>
        <source>The service knows this till, but does not let it look up members.</source>
        <translation>الخدمة تعرف هذا الجهاز، لكنها لا تسمح له بالبحث عن الأعضاء.</translation>
    </message>
    <message>
        <source>Ask your company’s support to allow it.</source>
        <translation>اطلب من الدعم الفني في شركتك السماح بذلك.</translation>
    </message>
    <message>
        <source>There is no loyalty service at this address.</source>
        <translation>لا توجد خدمة ولاء في هذا العنوان.</translation>
    </message>
    <message>
        <source>Something else answered, not the loyalty service.</source>
        <translation>أجاب شيء آخر، لا خدمة الولاء.</translation>
    </message>
    <message>
        <source>It may be a web filter or a sign-in page of this network. Check the address.</source>
        <translation>قد يكون مرشح ويب أو صفحة دخول لهذه الشبكة. تحقق من العنوان.</translation>
    </message>
    <message>
        <source>No computer has this name.</source>
        <translation>لا يوجد كمبيوتر بهذا الاسم.</translation>
    </message>
    <message>
        <source>The computer at this address does not accept connections.</source>
        <translation>الكمبيوتر في هذا العنوان لا يقبل الاتصالات.</translation>
    </message>
    <message>
        <source>Check the address and its port, and whether this computer is online.</source>
        <translation>تحقق من العنوان ومنفذه، ومن اتصال هذا الكمبيوتر بالشبكة.</translation>
    </message>
    <message>
        <source>No computer answers at this address.</source>
        <translation>لا يجيب أي كمبيوتر في هذا العنوان.</translation>
    </message>
    <message>
        <source>Check the address. A firewall may block it: ask who runs the network.</source>
        <translation>تحقق من العنوان. قد يحجبه جدار حماية: اسأل مسؤول الشبكة.</translation>
    </message>
    <message>
        <source>The service gave no token, so this till cannot sign in.</source>
        <translation>لم تعطِ الخدمة رمز وصول، فلا يمكن لهذا الجهاز تسجيل الدخول.</translation>
    </message>
    <message>
        <source>Try again in a minute. If that does not help, check the address.</source>
        <translation>حاول مجددًا بعد دقيقة. إذا لم ينفع ذلك فتحقق من العنوان.</translation>
    </message>
    <message>
        <source>Check this computer’s date ({date}). If it is right, tell support: the certificate must be renewed.</source>
        <translation>تحقق من تاريخ هذا الكمبيوتر ({date}). إن كان صحيحًا فأبلغ الدعم الفني: يجب تجديد الشهادة.</translation>
    </message>
    <message>
        <source>Check this computer’s date ({date}). It may be in the past.</source>
        <translation>تحقق من تاريخ هذا الكمبيوتر ({date}). قد يكون تاريخًا ماضيًا.</translation>
    </message>
    <message>
        <source>The certificate belongs to another address.</source>
        <translation>الشهادة تخص عنوانًا آخر.</translation>
    </message>
    <message>
        <source>This computer does not trust the certificate of this address.</source>
        <translation>هذا الكمبيوتر لا يثق بشهادة هذا العنوان.</translation>
    </message>
    <message>
        <source>If your network inspects secure traffic, its certificate must be installed here.</source>
        <translation>إذا كانت شبكتك تفحص الاتصالات الآمنة، فيجب تثبيت شهادتها هنا.</translation>
    </message>
    <message>
        <source>The certificate of this address cannot be accepted.</source>
        <translation>لا يمكن قبول شهادة هذا العنوان.</translation>
    </message>
    <message>
        <source>The address answers, but not with a safe connection.</source>
        <translation>العنوان يجيب، لكن ليس باتصال آمن.</translation>
    </message>
    <message>
        <source>Check the address and its port.</source>
        <translation>تحقق من العنوان ومنفذه.</translation>
    </message>
    <message>
        <source>The proxy of this network does not let the till through.</source>
        <translation>وكيل هذه الشبكة لا يسمح للجهاز بالمرور.</translation>
    </message>
    <message>
        <source>Check this computer’s date, time and time zone.</source>
        <translation>تحقق من تاريخ هذا الكمبيوتر ووقته ومنطقته الزمنية.</translation>
    </message>
    <message>
        <source>The proxy of this network does not accept the till’s login.</source>
        <translation>وكيل هذه الشبكة لا يقبل بيانات دخول الجهاز.</translation>
    </message>
    <message>
        <source>Check the name and the password for the proxy.</source>
        <translation>تحقق من الاسم وكلمة المرور الخاصين بالوكيل.</translation>
    </message>
    <message>
        <source>Ask who runs the network to allow this address.</source>
        <translation>اطلب من مسؤول الشبكة السماح بهذا العنوان.</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>أُوقف الاختبار.</translation>
    </message>
    <message>
        <source>The certificate of this address has expired.</source>
        <translation>انتهت صلاحية شهادة هذا العنوان.</translation>
    </message>
    <message>
        <source>The certificate of this address is not valid yet.</source>
        <translation>شهادة هذا العنوان ليست صالحة بعد.</translation>
    </message>
    <message>
        <source>The address offers only old connections that are not safe any more.</source>
        <translation>لا يتيح العنوان سوى اتصالات قديمة لم تعد آمنة.</translation>
    </message>
    <message>
        <source>The service must offer TLS 1.2 or newer: tell its support.</source>
        <translation>يجب أن تتيح الخدمة TLS 1.2 أو أحدث: أبلغ الدعم الفني الخاص بها.</translation>
    </message>
    <message>
        <source>The file of certificates cannot be used.</source>
        <translation>لا يمكن استخدام ملف الشهادات.</translation>
    </message>
    <message>
        <source>It must exist, be readable, and have certificates in PEM form.</source>
        <translation>يجب أن يكون موجودًا وقابلًا للقراءة وأن يحتوي على شهادات بصيغة PEM.</translation>
    </message>
    <message>
        <source>Check the spelling of the address.</source>
        <translation>تحقق من كتابة العنوان.</translation>
    </message>
</context>
<context>
    <name>Controller</name>
    <message>
        <source>This bill came from the POS. Press F4 again to cancel it and go back to the POS.</source>
        <translation>هذه الفاتورة من نظام البيع. اضغط F4 مجددًا لإلغائها والعودة إليه.</translation>
    </message>
    <message>
        <source>The POS no longer needs bill {bill}.</source>
        <translation>لم يعد نظام البيع يحتاج إلى الفاتورة ⁦{bill}⁩.</translation>
    </message>
    <message>
        <source>The POS no longer needs this bill.</source>
        <translation>لم يعد نظام البيع يحتاج إلى هذه الفاتورة.</translation>
    </message>
</context>
<context>
    <name>CounterCalls</name>
    <message>
        <source>This takes longer than usual. Please wait until the till says whether the points were redeemed.</source>
        <translation>يستغرق هذا وقتًا أطول من المعتاد. انتظر من فضلك حتى يُظهر الجهاز هل استُبدلت النقاط.</translation>
    </message>
    <message>
        <source>The service is slow. Please wait: the till is finding out whether the points were redeemed.</source>
        <translation>الخدمة بطيئة. انتظر من فضلك: الجهاز يتأكد هل استُبدلت النقاط.</translation>
    </message>
    <message>
        <source>The service is slow. Wait a little longer, or press Esc to go back.</source>
        <translation>الخدمة بطيئة. انتظر قليلًا، أو اضغط Esc للرجوع.</translation>
    </message>
</context>
<context>
    <name>CounterPage</name>
    <message>
        <source>The member has entered the code.</source>
        <translation>أدخل العضو الرمز.</translation>
    </message>
</context>
<context>
    <name>CustomFieldsForm</name>
    <message>
        <source>{field} (required)</source>
        <translation>⁨{field}⁩ (مطلوب)</translation>
    </message>
</context>
<context>
    <name>CustomerWindow</name>
    <message>
        <source>Points Till: for the customer</source>
        <translation>Points Till: للعميل</translation>
    </message>
    <message>
        <source>Enter your code</source>
        <translation>أدخل رمزك</translation>
    </message>
    <message>
        <source>Your code, please</source>
        <translation>رمزك من فضلك</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>أهلًا</translation>
    </message>
    <message>
        <source>Hello, {name}</source>
        <translation>مرحبًا {name}</translation>
    </message>
    <message>
        <source>{name}, you have</source>
        <translation>{name}، لديك</translation>
    </message>
    <message>
        <source>You have</source>
        <translation>لديك</translation>
    </message>
    <message>
        <source>{name}, you are using</source>
        <translation>{name}، تستخدم</translation>
    </message>
    <message>
        <source>You are using</source>
        <translation>تستخدم</translation>
    </message>
    <message>
        <source>{value} off your bill</source>
        <translation>خصم {value} من فاتورتك</translation>
    </message>
    <message>
        <source>Your points now</source>
        <translation>نقاطك الآن</translation>
    </message>
    <message>
        <source>You keep</source>
        <translation>يبقى لك</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>شكرًا</translation>
    </message>
    <message>
        <source>Points used</source>
        <translation>النقاط المستخدمة</translation>
    </message>
    <message>
        <source>Your points were not used</source>
        <translation>لم تُستخدم نقاطك</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>لحظة من فضلك</translation>
    </message>
    <message>
        <source>We are checking whether your points were used.</source>
        <translation>نتحقق مما إذا استُخدمت نقاطك.</translation>
    </message>
    <message>
        <source>That code was not accepted. Please try again.</source>
        <translation>لم يُقبل الرمز. حاول مجددًا من فضلك.</translation>
    </message>
    <message>
        <source>Sent to your phone ending in {digits}</source>
        <translation>أُرسل إلى رقمك المنتهي بـ {digits}</translation>
    </message>
    <message>
        <source>Tell the cashier the code that was sent to your phone ending in {digits}</source>
        <translation>أخبر أمين الصندوق بالرمز المرسل إلى رقمك المنتهي بـ {digits}</translation>
    </message>
    <message>
        <source>We have sent you a code</source>
        <translation>أرسلنا إليك رمزًا</translation>
    </message>
    <message>
        <source>Tell the cashier the code you received</source>
        <translation>أخبر أمين الصندوق بالرمز الذي وصلك</translation>
    </message>
    <message>
        <source>{sent} · good until about {time}</source>
        <translation>{sent} · صالح حتى {time} تقريبًا</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقاط</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayFigures</name>
    <message>
        <source>Count</source>
        <translation>العدد</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>النقاط</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>مستبدلة</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>معادة</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>الصافي</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>غير مؤكدة بعد</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>مرفوضة</translation>
    </message>
    <message numerus="yes">
        <source>%Ln redemption(s)</source>
        <translation>
            <numerusform>%Ln عملية استبدال</numerusform>
            <numerusform>عملية استبدال واحدة</numerusform>
            <numerusform>عمليتا استبدال</numerusform>
            <numerusform>%Ln عمليات استبدال</numerusform>
            <numerusform>%Ln عملية استبدال</numerusform>
            <numerusform>%Ln عملية استبدال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s)</source>
        <translation>
            <numerusform>%Ln مرة</numerusform>
            <numerusform>مرة واحدة</numerusform>
            <numerusform>مرتان</numerusform>
            <numerusform>%Ln مرات</numerusform>
            <numerusform>%Ln مرة</numerusform>
            <numerusform>%Ln مرة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقاط</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
        </translation>
    </message>
    <message>
        <source>By cashier</source>
        <translation>حسب أمين الصندوق</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>بلا اسم</translation>
    </message>
    <message>
        <source>By program</source>
        <translation>حسب البرنامج</translation>
    </message>
    <message>
        <source>Default program</source>
        <translation>البرنامج الافتراضي</translation>
    </message>
    <message numerus="yes">
        <source>{points} points given back</source>
        <translation>
            <numerusform>أُعيدت {points} نقطة</numerusform>
            <numerusform>أُعيدت {points} نقطة</numerusform>
            <numerusform>أُعيدت {points} نقطة</numerusform>
            <numerusform>أُعيدت {points} نقاط</numerusform>
            <numerusform>أُعيدت {points} نقطة</numerusform>
            <numerusform>أُعيدت {points} نقطة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayPage</name>
    <message>
        <source>End of day</source>
        <translation>نهاية اليوم</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Back to History</source>
        <translation>العودة إلى السجل</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>إغلاق اليوم</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>ليس بعد</translation>
    </message>
    <message>
        <source>Closing the day…</source>
        <translation>جارٍ إغلاق اليوم…</translation>
    </message>
    <message>
        <source>Close {day}? It cannot be opened again. What is settled later is in the next day’s report.</source>
        <translation>إغلاق {day}؟ لا يمكن فتحه مجددًا. ما يُحسم لاحقًا يظهر في تقرير اليوم التالي.</translation>
    </message>
    <message>
        <source>Closed by {cashier} on {time}</source>
        <translation>أغلقه {cashier} في {time}</translation>
    </message>
    <message>
        <source>Closed on {time}</source>
        <translation>أُغلق في {time}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>أمس</translation>
    </message>
</context>
<context>
    <name>DaySide</name>
    <message>
        <source>Compare with the service</source>
        <translation>المقارنة مع الخدمة</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>البصمة</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Comparing, {asked} of {lists}…</source>
        <translation>جارٍ المقارنة، {asked} من {lists}…</translation>
    </message>
    <message>
        <source>Journal: nothing on this day</source>
        <translation>ملف العمليات: لا شيء في هذا اليوم</translation>
    </message>
    <message>
        <source>Journal {first} to {last}</source>
        <translation>ملف العمليات {first} إلى {last}</translation>
    </message>
    <message>
        <source>Head {head}</source>
        <translation>البصمة {head}</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>لا شيء معلق</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known yet</source>
        <translation>
            <numerusform>%Ln غير مؤكدة بعد</numerusform>
            <numerusform>%Ln غير مؤكدة بعد</numerusform>
            <numerusform>%Ln غير مؤكدة بعد</numerusform>
            <numerusform>%Ln غير مؤكدة بعد</numerusform>
            <numerusform>%Ln غير مؤكدة بعد</numerusform>
            <numerusform>%Ln غير مؤكدة بعد</numerusform>
        </translation>
    </message>
    <message>
        <source>The till keeps asking. The next day’s report names the outcome.</source>
        <translation>يواصل الجهاز السؤال. يذكر تقرير اليوم التالي النتيجة.</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>مستبدلة</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>مرفوضة</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>غير مؤكدة بعد</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>معادة</translation>
    </message>
    <message>
        <source>The service has no redemption of this day either</source>
        <translation>لا توجد لدى الخدمة أيضًا عمليات استبدال في هذا اليوم</translation>
    </message>
    <message>
        <source>Not given back</source>
        <translation>لم تُعَد</translation>
    </message>
    <message>
        <source>The figures include this. A report that was printed at the closing does not.</source>
        <translation>الأرقام تشمل ذلك. التقرير الذي طُبع عند الإغلاق لا يشمله.</translation>
    </message>
    <message>
        <source>Since it was closed</source>
        <translation>منذ إغلاق اليوم</translation>
    </message>
    <message>
        <source>Settled since, of other days</source>
        <translation>حُسمت منذ ذلك، من أيام أخرى</translation>
    </message>
    <message>
        <source>Compared at {time}</source>
        <translation>قورن في {time}</translation>
    </message>
    <message>
        <source>The service has no list of the store, so only members were compared.</source>
        <translation>ليس لدى الخدمة قائمة للمتجر، فقورن الأعضاء فقط.</translation>
    </message>
    <message>
        <source>Points given back of an earlier redemption are compared with the day of that redemption.</source>
        <translation>تُقارَن النقاط المعادة من عملية استبدال سابقة في يوم تلك العملية.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln redemption(s) could not be compared. Try again later.</source>
        <translation>
            <numerusform>تعذرت مقارنة %Ln عملية. حاول لاحقًا.</numerusform>
            <numerusform>تعذرت مقارنة عملية واحدة. حاول لاحقًا.</numerusform>
            <numerusform>تعذرت مقارنة عمليتين. حاول لاحقًا.</numerusform>
            <numerusform>تعذرت مقارنة %Ln عمليات. حاول لاحقًا.</numerusform>
            <numerusform>تعذرت مقارنة %Ln عملية. حاول لاحقًا.</numerusform>
            <numerusform>تعذرت مقارنة %Ln عملية. حاول لاحقًا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln agree with the service</source>
        <translation>
            <numerusform>كل العمليات (%Ln) متطابقة مع الخدمة</numerusform>
            <numerusform>كل العمليات (%Ln) متطابقة مع الخدمة</numerusform>
            <numerusform>كل العمليات (%Ln) متطابقة مع الخدمة</numerusform>
            <numerusform>كل العمليات (%Ln) متطابقة مع الخدمة</numerusform>
            <numerusform>كل العمليات (%Ln) متطابقة مع الخدمة</numerusform>
            <numerusform>كل العمليات (%Ln) متطابقة مع الخدمة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s) from the service</source>
        <translation>
            <numerusform>%Ln فرق مع الخدمة</numerusform>
            <numerusform>فرق واحد مع الخدمة</numerusform>
            <numerusform>فرقان مع الخدمة</numerusform>
            <numerusform>%Ln فروق مع الخدمة</numerusform>
            <numerusform>%Ln فرقًا مع الخدمة</numerusform>
            <numerusform>%Ln فرق مع الخدمة</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything could be compared</source>
        <translation>تعذرت مقارنة كل شيء</translation>
    </message>
    <message>
        <source>{name}: redeemed at the service, {service} points. This till does not know it yet.</source>
        <translation>{name}: استُبدلت لدى الخدمة {service} من النقاط. لا يعرف هذا الجهاز ذلك بعد.</translation>
    </message>
    <message>
        <source>{name}: the service has redeemed {service} points, and this till has not.</source>
        <translation>{name}: استبدلت الخدمة {service} من النقاط، ولم يفعل هذا الجهاز.</translation>
    </message>
    <message>
        <source>{name}: the service has {service} points of this till that its record does not know.</source>
        <translation>{name}: لدى الخدمة {service} من نقاط هذا الجهاز لا يعرفها ملف عملياته.</translation>
    </message>
    <message>
        <source>{name}: this till redeemed {mine} points, and the service does not show it.</source>
        <translation>{name}: استبدل هذا الجهاز {mine} من النقاط، والخدمة لا تظهرها.</translation>
    </message>
    <message>
        <source>{name}: {mine} points here, {service} at the service.</source>
        <translation>{name}: {mine} من النقاط هنا، و{service} لدى الخدمة.</translation>
    </message>
    <message>
        <source>{name}: only one of the two says that its points were given back.</source>
        <translation>{name}: أحد الطرفين فقط يقول إن نقاطه أُعيدت.</translation>
    </message>
    <message>
        <source>{name}: {mine} points given back here, {service} at the service.</source>
        <translation>{name}: أُعيدت {mine} من النقاط هنا، و{service} لدى الخدمة.</translation>
    </message>
    <message>
        <source>{name}: the store’s list shows {service} points that are not known here.</source>
        <translation>{name}: تظهر قائمة المتجر نقاطًا غير معروفة هنا: {service}.</translation>
    </message>
    <message>
        <source>Giving back</source>
        <translation>قيد الإعادة</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقاط</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Drafting</name>
    <message>
        <source>Enter the amount of money.</source>
        <translation>أدخل المبلغ.</translation>
    </message>
    <message>
        <source>Enter the bill number.</source>
        <translation>أدخل رقم الفاتورة.</translation>
    </message>
    <message>
        <source>The note is too long. Make it shorter.</source>
        <translation>الملاحظة طويلة. اختصرها.</translation>
    </message>
    <message numerus="yes">
        <source>The POS allows up to {points} points. Enter no more than that.</source>
        <translation>
            <numerusform>يسمح نظام البيع بما يصل إلى {points} نقطة. لا تُدخل أكثر.</numerusform>
            <numerusform>يسمح نظام البيع بما يصل إلى {points} نقطة. لا تُدخل أكثر.</numerusform>
            <numerusform>يسمح نظام البيع بما يصل إلى {points} نقطة. لا تُدخل أكثر.</numerusform>
            <numerusform>يسمح نظام البيع بما يصل إلى {points} نقاط. لا تُدخل أكثر.</numerusform>
            <numerusform>يسمح نظام البيع بما يصل إلى {points} نقطة. لا تُدخل أكثر.</numerusform>
            <numerusform>يسمح نظام البيع بما يصل إلى {points} نقطة. لا تُدخل أكثر.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The group has {points} points. Enter no more than that.</source>
        <translation>
            <numerusform>لدى المجموعة {points} نقطة. لا تُدخل أكثر من ذلك.</numerusform>
            <numerusform>لدى المجموعة {points} نقطة. لا تُدخل أكثر من ذلك.</numerusform>
            <numerusform>لدى المجموعة {points} نقطة. لا تُدخل أكثر من ذلك.</numerusform>
            <numerusform>لدى المجموعة {points} نقاط. لا تُدخل أكثر من ذلك.</numerusform>
            <numerusform>لدى المجموعة {points} نقطة. لا تُدخل أكثر من ذلك.</numerusform>
            <numerusform>لدى المجموعة {points} نقطة. لا تُدخل أكثر من ذلك.</numerusform>
        </translation>
    </message>
    <message>
        <source>The member has no points to redeem.</source>
        <translation>ليس لدى العضو نقاط للاستبدال.</translation>
    </message>
    <message numerus="yes">
        <source>The member has {points} points. Enter no more than that.</source>
        <translation>
            <numerusform>لدى العضو {points} نقطة. لا تُدخل أكثر من ذلك.</numerusform>
            <numerusform>لدى العضو {points} نقطة. لا تُدخل أكثر من ذلك.</numerusform>
            <numerusform>لدى العضو {points} نقطة. لا تُدخل أكثر من ذلك.</numerusform>
            <numerusform>لدى العضو {points} نقاط. لا تُدخل أكثر من ذلك.</numerusform>
            <numerusform>لدى العضو {points} نقطة. لا تُدخل أكثر من ذلك.</numerusform>
            <numerusform>لدى العضو {points} نقطة. لا تُدخل أكثر من ذلك.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fill in “{field}”.</source>
        <translation>املأ خانة «⁨{field}⁩».</translation>
    </message>
    <message>
        <source>“{field}” must be a number.</source>
        <translation>خانة «⁨{field}⁩» تقبل رقمًا فقط.</translation>
    </message>
    <message>
        <source>Choose an entry for “{field}”.</source>
        <translation>اختر من قائمة «⁨{field}⁩».</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
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
        <translation>رسالة</translation>
    </message>
    <message>
        <source>For support: {number}</source>
        <translation>للدعم الفني: ⁦{number}⁩</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>That is the number of a receipt. Open History and scan it there to give points back.</source>
        <translation>هذا رقم إيصال. افتح السجل وامسحه هناك لإعادة النقاط.</translation>
    </message>
    <message>
        <source>If it is not a card number, choose below what it is.</source>
        <translation>إذا لم يكن رقم بطاقة، فاختر نوعه أدناه.</translation>
    </message>
    <message>
        <source>If it is not an e-mail address, choose below what it is.</source>
        <translation>إذا لم يكن عنوان بريد إلكتروني، فاختر نوعه أدناه.</translation>
    </message>
    <message>
        <source>If it is not a customer number, choose below what it is.</source>
        <translation>إذا لم يكن رقم عميل، فاختر نوعه أدناه.</translation>
    </message>
    <message>
        <source>If it is not a mobile number, choose below what it is.</source>
        <translation>إذا لم يكن رقم جوال، فاختر نوعه أدناه.</translation>
    </message>
    <message>
        <source>The service is very busy. The till looks again by itself. Press Esc to stop.</source>
        <translation>الخدمة مشغولة جدًا. سيعيد الجهاز البحث تلقائيًا. اضغط Esc للإيقاف.</translation>
    </message>
    <message>
        <source>This member</source>
        <translation>هذا العضو</translation>
    </message>
    <message>
        <source>{name} has no points to redeem.</source>
        <translation>ليس لدى {name} نقاط للاستبدال.</translation>
    </message>
    <message>
        <source>Finish the sale without points.</source>
        <translation>أكمل البيع بدون نقاط.</translation>
    </message>
    <message>
        <source>The service was very busy. The till waited until it answered.</source>
        <translation>كانت الخدمة مشغولة جدًا. انتظر الجهاز حتى أجابت.</translation>
    </message>
    <message>
        <source>This number’s account was merged into that of {number}. Points are redeemed there. Check the name with the member.</source>
        <translation>دُمج حساب هذا الرقم في حساب ⁦{number}⁩. تُستبدل النقاط من هناك. تأكد من الاسم مع العضو.</translation>
    </message>
    <message>
        <source>another</source>
        <translation>رقم آخر</translation>
    </message>
</context>
<context>
    <name>GiveBackController</name>
    <message>
        <source>Item returned</source>
        <translation>سلعة مرتجعة</translation>
    </message>
    <message>
        <source>Sale cancelled</source>
        <translation>بيع ملغى</translation>
    </message>
    <message>
        <source>Wrong member</source>
        <translation>عضو خاطئ</translation>
    </message>
    <message numerus="yes">
        <source>Only {points} points can be given back.</source>
        <translation>
            <numerusform>يمكن إعادة {points} نقطة فقط.</numerusform>
            <numerusform>يمكن إعادة {points} نقطة فقط.</numerusform>
            <numerusform>يمكن إعادة {points} نقطة فقط.</numerusform>
            <numerusform>يمكن إعادة {points} نقاط فقط.</numerusform>
            <numerusform>يمكن إعادة {points} نقطة فقط.</numerusform>
            <numerusform>يمكن إعادة {points} نقطة فقط.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter why the points are given back.</source>
        <translation>أدخل سبب إعادة النقاط.</translation>
    </message>
    <message>
        <source>Enter the supervisor’s PIN.</source>
        <translation>أدخل الرقم السري للمشرف.</translation>
    </message>
    <message numerus="yes">
        <source>{points} points of this redemption were already given back, but not at this till. Go on only if the customer returns something else now.</source>
        <translation>
            <numerusform>سبقت إعادة {points} نقطة من هذا الاستبدال، لكن ليس على هذا الجهاز. تابع فقط إذا كان العميل يعيد شيئًا آخر الآن.</numerusform>
            <numerusform>سبقت إعادة {points} نقطة من هذا الاستبدال، لكن ليس على هذا الجهاز. تابع فقط إذا كان العميل يعيد شيئًا آخر الآن.</numerusform>
            <numerusform>سبقت إعادة {points} نقطة من هذا الاستبدال، لكن ليس على هذا الجهاز. تابع فقط إذا كان العميل يعيد شيئًا آخر الآن.</numerusform>
            <numerusform>سبقت إعادة {points} نقاط من هذا الاستبدال، لكن ليس على هذا الجهاز. تابع فقط إذا كان العميل يعيد شيئًا آخر الآن.</numerusform>
            <numerusform>سبقت إعادة {points} نقطة من هذا الاستبدال، لكن ليس على هذا الجهاز. تابع فقط إذا كان العميل يعيد شيئًا آخر الآن.</numerusform>
            <numerusform>سبقت إعادة {points} نقطة من هذا الاستبدال، لكن ليس على هذا الجهاز. تابع فقط إذا كان العميل يعيد شيئًا آخر الآن.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points of this redemption were already given back at {at} by {cashier}. Go on only if the customer returns something else now.</source>
        <translation>
            <numerusform>سبقت إعادة {points} نقطة من هذا الاستبدال الساعة {at}، وأعادها {cashier}. تابع فقط إذا كان العميل يعيد شيئًا آخر الآن.</numerusform>
            <numerusform>سبقت إعادة {points} نقطة من هذا الاستبدال الساعة {at}، وأعادها {cashier}. تابع فقط إذا كان العميل يعيد شيئًا آخر الآن.</numerusform>
            <numerusform>سبقت إعادة {points} نقطة من هذا الاستبدال الساعة {at}، وأعادها {cashier}. تابع فقط إذا كان العميل يعيد شيئًا آخر الآن.</numerusform>
            <numerusform>سبقت إعادة {points} نقاط من هذا الاستبدال الساعة {at}، وأعادها {cashier}. تابع فقط إذا كان العميل يعيد شيئًا آخر الآن.</numerusform>
            <numerusform>سبقت إعادة {points} نقطة من هذا الاستبدال الساعة {at}، وأعادها {cashier}. تابع فقط إذا كان العميل يعيد شيئًا آخر الآن.</numerusform>
            <numerusform>سبقت إعادة {points} نقطة من هذا الاستبدال الساعة {at}، وأعادها {cashier}. تابع فقط إذا كان العميل يعيد شيئًا آخر الآن.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points of this redemption were already given back at {at}. Go on only if the customer returns something else now.</source>
        <translation>
            <numerusform>سبقت إعادة {points} نقطة من هذا الاستبدال الساعة {at}. تابع فقط إذا كان العميل يعيد شيئًا آخر الآن.</numerusform>
            <numerusform>سبقت إعادة {points} نقطة من هذا الاستبدال الساعة {at}. تابع فقط إذا كان العميل يعيد شيئًا آخر الآن.</numerusform>
            <numerusform>سبقت إعادة {points} نقطة من هذا الاستبدال الساعة {at}. تابع فقط إذا كان العميل يعيد شيئًا آخر الآن.</numerusform>
            <numerusform>سبقت إعادة {points} نقاط من هذا الاستبدال الساعة {at}. تابع فقط إذا كان العميل يعيد شيئًا آخر الآن.</numerusform>
            <numerusform>سبقت إعادة {points} نقطة من هذا الاستبدال الساعة {at}. تابع فقط إذا كان العميل يعيد شيئًا آخر الآن.</numerusform>
            <numerusform>سبقت إعادة {points} نقطة من هذا الاستبدال الساعة {at}. تابع فقط إذا كان العميل يعيد شيئًا آخر الآن.</numerusform>
        </translation>
    </message>
    <message>
        <source>{who}: {news}</source>
        <comment>the outcome for a bill or a mobile number</comment>
        <translation>{who}: {news}</translation>
    </message>
    <message>
        <source>Enter how many points are given back.</source>
        <translation>أدخل عدد النقاط المعادة.</translation>
    </message>
    <message>
        <source>That PIN is wrong. No points were given back.</source>
        <translation>الرقم السري خاطئ. لم تُعَد أي نقاط.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. No points were given back. Try again in 15 minutes.</source>
        <translation>أُدخل رقم سري خاطئ مرات كثيرة. لم تُعَد أي نقاط. حاول بعد ربع ساعة.</translation>
    </message>
    <message>
        <source>A supervisor’s PIN cannot be checked here. No points were given back. Tell support.</source>
        <translation>لا يمكن التحقق من الرقم السري للمشرف هنا. لم تُعَد أي نقاط. أبلغ الدعم الفني.</translation>
    </message>
</context>
<context>
    <name>GiveBackPage</name>
    <message>
        <source>Give points back</source>
        <translation>إعادة نقاط</translation>
    </message>
    <message>
        <source>Back to History</source>
        <translation>العودة إلى السجل</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Points to give back</source>
        <translation>النقاط المراد إعادتها</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Supervisor PIN</source>
        <translation>الرقم السري للمشرف</translation>
    </message>
    <message>
        <source>Expired points do not come back. The receipt shows how many.</source>
        <translation>النقاط المنتهية الصلاحية لا تعود. يبين الإيصال عددها.</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مجددًا</translation>
    </message>
    <message>
        <source>Points given back</source>
        <translation>النقاط المعادة</translation>
    </message>
    <message>
        <source>Expired, not given back</source>
        <translation>منتهية الصلاحية، لم تُعَد</translation>
    </message>
    <message>
        <source>Updated balance</source>
        <translation>الرصيد الجديد</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>طباعة الإيصال</translation>
    </message>
    <message>
        <source>Save receipt</source>
        <translation>حفظ الإيصال</translation>
    </message>
    <message>
        <source>Back to POS</source>
        <translation>العودة إلى نظام البيع</translation>
    </message>
    <message numerus="yes">
        <source>Give back {points} points again</source>
        <translation>
            <numerusform>إعادة {points} نقطة مرة أخرى</numerusform>
            <numerusform>إعادة {points} نقطة مرة أخرى</numerusform>
            <numerusform>إعادة {points} نقطة مرة أخرى</numerusform>
            <numerusform>إعادة {points} نقاط مرة أخرى</numerusform>
            <numerusform>إعادة {points} نقطة مرة أخرى</numerusform>
            <numerusform>إعادة {points} نقطة مرة أخرى</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقاط</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
        </translation>
    </message>
    <message>
        <source>All {points}</source>
        <translation>الكل {points}</translation>
    </message>
    <message numerus="yes">
        <source>Give back {points} points</source>
        <translation>
            <numerusform>إعادة {points} نقطة</numerusform>
            <numerusform>إعادة {points} نقطة</numerusform>
            <numerusform>إعادة {points} نقطة</numerusform>
            <numerusform>إعادة {points} نقاط</numerusform>
            <numerusform>إعادة {points} نقطة</numerusform>
            <numerusform>إعادة {points} نقطة</numerusform>
        </translation>
    </message>
    <message>
        <source>Giving points back…</source>
        <translation>جارٍ إعادة النقاط…</translation>
    </message>
    <message>
        <source>Asking the service…</source>
        <translation>جارٍ سؤال الخدمة…</translation>
    </message>
</context>
<context>
    <name>GivenBackRow</name>
    <message numerus="yes">
        <source>{points} points given back</source>
        <translation>
            <numerusform>أُعيدت {points} نقطة</numerusform>
            <numerusform>أُعيدت {points} نقطة</numerusform>
            <numerusform>أُعيدت {points} نقطة</numerusform>
            <numerusform>أُعيدت {points} نقاط</numerusform>
            <numerusform>أُعيدت {points} نقطة</numerusform>
            <numerusform>أُعيدت {points} نقطة</numerusform>
        </translation>
    </message>
    <message>
        <source>Print receipt for {given_back}</source>
        <translation>طباعة الإيصال: {given_back}</translation>
    </message>
    <message>
        <source>Save receipt for {given_back}</source>
        <translation>حفظ الإيصال: {given_back}</translation>
    </message>
</context>
<context>
    <name>GroupPanel</name>
    <message>
        <source>Group</source>
        <translation>المجموعة</translation>
    </message>
    <message>
        <source>Find group by</source>
        <translation>تحديد المجموعة بـ</translation>
    </message>
    <message>
        <source>Number or name</source>
        <translation>الرقم أو الاسم</translation>
    </message>
    <message>
        <source>Kind of identifier</source>
        <translation>نوع المعرّف</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Account of the source</source>
        <translation>حساب المصدر</translation>
    </message>
    <message>
        <source>Group number</source>
        <translation>رقم المجموعة</translation>
    </message>
    <message>
        <source>Group number in another system</source>
        <translation>رقم المجموعة في نظام آخر</translation>
    </message>
    <message>
        <source>Main member’s user number</source>
        <translation>رقم مستخدم العضو الرئيسي</translation>
    </message>
    <message>
        <source>Main member’s mobile, e-mail or card</source>
        <translation>جوال العضو الرئيسي أو بريده أو بطاقته</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>رقم الجوال</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>رقم البطاقة</translation>
    </message>
    <message>
        <source>Card number in another system</source>
        <translation>رقم البطاقة في نظام آخر</translation>
    </message>
    <message>
        <source>User number</source>
        <translation>رقم المستخدم</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>غير مطلوب</translation>
    </message>
    <message>
        <source>Whose points?</source>
        <translation>لمن النقاط؟</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Use this group</source>
        <translation>استخدام هذه المجموعة</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Another group</source>
        <translation>مجموعة أخرى</translation>
    </message>
    <message>
        <source>The member’s own points</source>
        <translation>نقاط العضو نفسه</translation>
    </message>
    <message numerus="yes">
        <source>{group} · {points} points</source>
        <translation>
            <numerusform>⁨{group}⁩ · {points} نقطة</numerusform>
            <numerusform>⁨{group}⁩ · {points} نقطة</numerusform>
            <numerusform>⁨{group}⁩ · {points} نقطة</numerusform>
            <numerusform>⁨{group}⁩ · {points} نقاط</numerusform>
            <numerusform>⁨{group}⁩ · {points} نقطة</numerusform>
            <numerusform>⁨{group}⁩ · {points} نقطة</numerusform>
        </translation>
    </message>
    <message>
        <source>Use the member’s own points</source>
        <translation>استخدام نقاط العضو نفسه</translation>
    </message>
    <message>
        <source>Type the group’s number or name.</source>
        <translation>اكتب رقم المجموعة أو اسمها.</translation>
    </message>
    <message>
        <source>With a source, also enter the main member’s identifier.</source>
        <translation>المصدر يحتاج معه إلى معرّف العضو الرئيسي.</translation>
    </message>
    <message>
        <source>With an account, also choose its source.</source>
        <translation>الحساب يحتاج معه إلى مصدره.</translation>
    </message>
    <message>
        <source>Choose what kind of identifier this is.</source>
        <translation>اختر نوع المعرّف.</translation>
    </message>
    <message>
        <source>This source has several accounts. Type which one.</source>
        <translation>لهذا المصدر عدة حسابات. اكتب أيها المطلوب.</translation>
    </message>
</context>
<context>
    <name>HandOverBanner</name>
    <message>
        <source>Cancel, back to POS</source>
        <translation>إلغاء والعودة إلى نظام البيع</translation>
    </message>
    <message>
        <source>bill {bill}</source>
        <translation>الفاتورة ⁦{bill}⁩</translation>
    </message>
    <message>
        <source>{money} to pay</source>
        <translation>{money} للدفع</translation>
    </message>
    <message numerus="yes">
        <source>up to {points} points</source>
        <translation>
            <numerusform>حتى {points} نقطة</numerusform>
            <numerusform>حتى {points} نقطة</numerusform>
            <numerusform>حتى {points} نقطة</numerusform>
            <numerusform>حتى {points} نقاط</numerusform>
            <numerusform>حتى {points} نقطة</numerusform>
            <numerusform>حتى {points} نقطة</numerusform>
        </translation>
    </message>
    <message>
        <source>From the POS</source>
        <translation>من نظام البيع</translation>
    </message>
    <message>
        <source>From the POS: {facts}</source>
        <translation>من نظام البيع: {facts}</translation>
    </message>
</context>
<context>
    <name>HandOvers</name>
    <message>
        <source>This bill has been handed over already.</source>
        <translation>سبق استلام هذه الفاتورة.</translation>
    </message>
    <message>
        <source>Too many bills are waiting. The newest one was not accepted: hand it over again later.</source>
        <translation>فواتير كثيرة في الانتظار. لم تُستلم الفاتورة الأخيرة: أرسلها مرة أخرى لاحقًا.</translation>
    </message>
</context>
<context>
    <name>HeldWords</name>
    <message numerus="yes">
        <source>Bill {bill} is held: it is not known yet whether {points} points were redeemed for it at {at}. Wait until the till has found out.</source>
        <translation>
            <numerusform>الفاتورة ⁦{bill}⁩ موقوفة مؤقتًا: لم يتأكد بعد هل استُبدلت لها {points} نقطة الساعة {at}. انتظر حتى يتأكد الجهاز.</numerusform>
            <numerusform>الفاتورة ⁦{bill}⁩ موقوفة مؤقتًا: لم يتأكد بعد هل استُبدلت لها {points} نقطة الساعة {at}. انتظر حتى يتأكد الجهاز.</numerusform>
            <numerusform>الفاتورة ⁦{bill}⁩ موقوفة مؤقتًا: لم يتأكد بعد هل استُبدلت لها {points} نقطة الساعة {at}. انتظر حتى يتأكد الجهاز.</numerusform>
            <numerusform>الفاتورة ⁦{bill}⁩ موقوفة مؤقتًا: لم يتأكد بعد هل استُبدلت لها {points} نقاط الساعة {at}. انتظر حتى يتأكد الجهاز.</numerusform>
            <numerusform>الفاتورة ⁦{bill}⁩ موقوفة مؤقتًا: لم يتأكد بعد هل استُبدلت لها {points} نقطة الساعة {at}. انتظر حتى يتأكد الجهاز.</numerusform>
            <numerusform>الفاتورة ⁦{bill}⁩ موقوفة مؤقتًا: لم يتأكد بعد هل استُبدلت لها {points} نقطة الساعة {at}. انتظر حتى يتأكد الجهاز.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For this member it is not known yet whether {points} points were redeemed at {at}. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>لم يتأكد بعد هل استُبدلت {points} نقطة لهذا العضو الساعة {at}. تابع الاستبدال فقط إذا كانت هذه عملية شراء أخرى.</numerusform>
            <numerusform>لم يتأكد بعد هل استُبدلت {points} نقطة لهذا العضو الساعة {at}. تابع الاستبدال فقط إذا كانت هذه عملية شراء أخرى.</numerusform>
            <numerusform>لم يتأكد بعد هل استُبدلت {points} نقطة لهذا العضو الساعة {at}. تابع الاستبدال فقط إذا كانت هذه عملية شراء أخرى.</numerusform>
            <numerusform>لم يتأكد بعد هل استُبدلت {points} نقاط لهذا العضو الساعة {at}. تابع الاستبدال فقط إذا كانت هذه عملية شراء أخرى.</numerusform>
            <numerusform>لم يتأكد بعد هل استُبدلت {points} نقطة لهذا العضو الساعة {at}. تابع الاستبدال فقط إذا كانت هذه عملية شراء أخرى.</numerusform>
            <numerusform>لم يتأكد بعد هل استُبدلت {points} نقطة لهذا العضو الساعة {at}. تابع الاستبدال فقط إذا كانت هذه عملية شراء أخرى.</numerusform>
        </translation>
    </message>
    <message>
        <source>The service cannot show yet whether an earlier try went through. Try again in a moment. Do not take the points off the bill yet.</source>
        <translation>لا يمكن للخدمة بعد أن تُظهر هل تمت محاولة سابقة. حاول مرة أخرى بعد لحظة. لا تخصم النقاط من الفاتورة بعد.</translation>
    </message>
    <message numerus="yes">
        <source>Another till sent these {points} points at {at}, and this till cannot tell whether they were taken. Ask support first. Redeem anyway only if support says so.</source>
        <translation>
            <numerusform>أرسل جهاز بيع آخر هذه النقاط ({points}) الساعة {at}، ولا يستطيع هذا الجهاز معرفة هل خُصمت. اسأل الدعم الفني أولًا. تابع الاستبدال فقط إذا قال الدعم الفني ذلك.</numerusform>
            <numerusform>أرسل جهاز بيع آخر هذه النقاط ({points}) الساعة {at}، ولا يستطيع هذا الجهاز معرفة هل خُصمت. اسأل الدعم الفني أولًا. تابع الاستبدال فقط إذا قال الدعم الفني ذلك.</numerusform>
            <numerusform>أرسل جهاز بيع آخر هذه النقاط ({points}) الساعة {at}، ولا يستطيع هذا الجهاز معرفة هل خُصمت. اسأل الدعم الفني أولًا. تابع الاستبدال فقط إذا قال الدعم الفني ذلك.</numerusform>
            <numerusform>أرسل جهاز بيع آخر هذه النقاط ({points}) الساعة {at}، ولا يستطيع هذا الجهاز معرفة هل خُصمت. اسأل الدعم الفني أولًا. تابع الاستبدال فقط إذا قال الدعم الفني ذلك.</numerusform>
            <numerusform>أرسل جهاز بيع آخر هذه النقاط ({points}) الساعة {at}، ولا يستطيع هذا الجهاز معرفة هل خُصمت. اسأل الدعم الفني أولًا. تابع الاستبدال فقط إذا قال الدعم الفني ذلك.</numerusform>
            <numerusform>أرسل جهاز بيع آخر هذه النقاط ({points}) الساعة {at}، ولا يستطيع هذا الجهاز معرفة هل خُصمت. اسأل الدعم الفني أولًا. تابع الاستبدال فقط إذا قال الدعم الفني ذلك.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were already redeemed for this member at {at}. Redeem anyway only if you want to take them a second time.</source>
        <translation>
            <numerusform>سبق استبدال {points} نقطة لهذا العضو الساعة {at}. تابع الاستبدال فقط إذا كان المطلوب خصمها مرة ثانية.</numerusform>
            <numerusform>سبق استبدال {points} نقطة لهذا العضو الساعة {at}. تابع الاستبدال فقط إذا كان المطلوب خصمها مرة ثانية.</numerusform>
            <numerusform>سبق استبدال {points} نقطة لهذا العضو الساعة {at}. تابع الاستبدال فقط إذا كان المطلوب خصمها مرة ثانية.</numerusform>
            <numerusform>سبق استبدال {points} نقاط لهذا العضو الساعة {at}. تابع الاستبدال فقط إذا كان المطلوب خصمها مرة ثانية.</numerusform>
            <numerusform>سبق استبدال {points} نقطة لهذا العضو الساعة {at}. تابع الاستبدال فقط إذا كان المطلوب خصمها مرة ثانية.</numerusform>
            <numerusform>سبق استبدال {points} نقطة لهذا العضو الساعة {at}. تابع الاستبدال فقط إذا كان المطلوب خصمها مرة ثانية.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{so_far} points were redeemed on bill {bill} so far, in %Ln redemption(s). Redeem anyway only if you want to take more points for this bill.</source>
        <translation>
            <numerusform>مجموع النقاط المستبدلة حتى الآن على الفاتورة ⁦{bill}⁩: {so_far}. تابع الاستبدال فقط إذا كان المطلوب خصم نقاط أخرى لهذه الفاتورة.</numerusform>
            <numerusform>مجموع النقاط المستبدلة حتى الآن على الفاتورة ⁦{bill}⁩: {so_far}، في عملية واحدة. تابع الاستبدال فقط إذا كان المطلوب خصم نقاط أخرى لهذه الفاتورة.</numerusform>
            <numerusform>مجموع النقاط المستبدلة حتى الآن على الفاتورة ⁦{bill}⁩: {so_far}، في عمليتين. تابع الاستبدال فقط إذا كان المطلوب خصم نقاط أخرى لهذه الفاتورة.</numerusform>
            <numerusform>مجموع النقاط المستبدلة حتى الآن على الفاتورة ⁦{bill}⁩: {so_far}، في %Ln عمليات. تابع الاستبدال فقط إذا كان المطلوب خصم نقاط أخرى لهذه الفاتورة.</numerusform>
            <numerusform>مجموع النقاط المستبدلة حتى الآن على الفاتورة ⁦{bill}⁩: {so_far}، في %Ln عملية. تابع الاستبدال فقط إذا كان المطلوب خصم نقاط أخرى لهذه الفاتورة.</numerusform>
            <numerusform>مجموع النقاط المستبدلة حتى الآن على الفاتورة ⁦{bill}⁩: {so_far}، في %Ln عملية. تابع الاستبدال فقط إذا كان المطلوب خصم نقاط أخرى لهذه الفاتورة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were already redeemed for bill {bill} at {at}. Redeem anyway only if you want to take them a second time.</source>
        <translation>
            <numerusform>سبق استبدال {points} نقطة للفاتورة ⁦{bill}⁩ الساعة {at}. تابع الاستبدال فقط إذا كان المطلوب خصمها مرة ثانية.</numerusform>
            <numerusform>سبق استبدال {points} نقطة للفاتورة ⁦{bill}⁩ الساعة {at}. تابع الاستبدال فقط إذا كان المطلوب خصمها مرة ثانية.</numerusform>
            <numerusform>سبق استبدال {points} نقطة للفاتورة ⁦{bill}⁩ الساعة {at}. تابع الاستبدال فقط إذا كان المطلوب خصمها مرة ثانية.</numerusform>
            <numerusform>سبق استبدال {points} نقاط للفاتورة ⁦{bill}⁩ الساعة {at}. تابع الاستبدال فقط إذا كان المطلوب خصمها مرة ثانية.</numerusform>
            <numerusform>سبق استبدال {points} نقطة للفاتورة ⁦{bill}⁩ الساعة {at}. تابع الاستبدال فقط إذا كان المطلوب خصمها مرة ثانية.</numerusform>
            <numerusform>سبق استبدال {points} نقطة للفاتورة ⁦{bill}⁩ الساعة {at}. تابع الاستبدال فقط إذا كان المطلوب خصمها مرة ثانية.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were redeemed for this member at {at}, and the till found out only later. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>استُبدلت {points} نقطة لهذا العضو الساعة {at}، ولم يعرف الجهاز ذلك إلا لاحقًا. تابع الاستبدال فقط إذا كانت هذه عملية شراء أخرى.</numerusform>
            <numerusform>استُبدلت {points} نقطة لهذا العضو الساعة {at}، ولم يعرف الجهاز ذلك إلا لاحقًا. تابع الاستبدال فقط إذا كانت هذه عملية شراء أخرى.</numerusform>
            <numerusform>استُبدلت {points} نقطة لهذا العضو الساعة {at}، ولم يعرف الجهاز ذلك إلا لاحقًا. تابع الاستبدال فقط إذا كانت هذه عملية شراء أخرى.</numerusform>
            <numerusform>استُبدلت {points} نقاط لهذا العضو الساعة {at}، ولم يعرف الجهاز ذلك إلا لاحقًا. تابع الاستبدال فقط إذا كانت هذه عملية شراء أخرى.</numerusform>
            <numerusform>استُبدلت {points} نقطة لهذا العضو الساعة {at}، ولم يعرف الجهاز ذلك إلا لاحقًا. تابع الاستبدال فقط إذا كانت هذه عملية شراء أخرى.</numerusform>
            <numerusform>استُبدلت {points} نقطة لهذا العضو الساعة {at}، ولم يعرف الجهاز ذلك إلا لاحقًا. تابع الاستبدال فقط إذا كانت هذه عملية شراء أخرى.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points on bill {bill}, and it is not certain that they were not taken. Redeem anyway only if the bill needs other points now.</source>
        <translation>
            <numerusform>الساعة {at} حاول الجهاز استبدال {points} نقطة على الفاتورة ⁦{bill}⁩، وليس مؤكدًا أنها لم تُخصم. تابع الاستبدال فقط إذا كانت الفاتورة تحتاج الآن إلى عدد آخر من النقاط.</numerusform>
            <numerusform>الساعة {at} حاول الجهاز استبدال {points} نقطة على الفاتورة ⁦{bill}⁩، وليس مؤكدًا أنها لم تُخصم. تابع الاستبدال فقط إذا كانت الفاتورة تحتاج الآن إلى عدد آخر من النقاط.</numerusform>
            <numerusform>الساعة {at} حاول الجهاز استبدال {points} نقطة على الفاتورة ⁦{bill}⁩، وليس مؤكدًا أنها لم تُخصم. تابع الاستبدال فقط إذا كانت الفاتورة تحتاج الآن إلى عدد آخر من النقاط.</numerusform>
            <numerusform>الساعة {at} حاول الجهاز استبدال {points} نقاط على الفاتورة ⁦{bill}⁩، وليس مؤكدًا أنها لم تُخصم. تابع الاستبدال فقط إذا كانت الفاتورة تحتاج الآن إلى عدد آخر من النقاط.</numerusform>
            <numerusform>الساعة {at} حاول الجهاز استبدال {points} نقطة على الفاتورة ⁦{bill}⁩، وليس مؤكدًا أنها لم تُخصم. تابع الاستبدال فقط إذا كانت الفاتورة تحتاج الآن إلى عدد آخر من النقاط.</numerusform>
            <numerusform>الساعة {at} حاول الجهاز استبدال {points} نقطة على الفاتورة ⁦{bill}⁩، وليس مؤكدًا أنها لم تُخصم. تابع الاستبدال فقط إذا كانت الفاتورة تحتاج الآن إلى عدد آخر من النقاط.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points for this member without a bill number. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>الساعة {at} حاول الجهاز استبدال {points} نقطة لهذا العضو من دون رقم فاتورة. تابع الاستبدال فقط إذا كانت هذه عملية شراء أخرى.</numerusform>
            <numerusform>الساعة {at} حاول الجهاز استبدال {points} نقطة لهذا العضو من دون رقم فاتورة. تابع الاستبدال فقط إذا كانت هذه عملية شراء أخرى.</numerusform>
            <numerusform>الساعة {at} حاول الجهاز استبدال {points} نقطة لهذا العضو من دون رقم فاتورة. تابع الاستبدال فقط إذا كانت هذه عملية شراء أخرى.</numerusform>
            <numerusform>الساعة {at} حاول الجهاز استبدال {points} نقاط لهذا العضو من دون رقم فاتورة. تابع الاستبدال فقط إذا كانت هذه عملية شراء أخرى.</numerusform>
            <numerusform>الساعة {at} حاول الجهاز استبدال {points} نقطة لهذا العضو من دون رقم فاتورة. تابع الاستبدال فقط إذا كانت هذه عملية شراء أخرى.</numerusform>
            <numerusform>الساعة {at} حاول الجهاز استبدال {points} نقطة لهذا العضو من دون رقم فاتورة. تابع الاستبدال فقط إذا كانت هذه عملية شراء أخرى.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points for this member on bill {bill}. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>الساعة {at} حاول الجهاز استبدال {points} نقطة لهذا العضو على الفاتورة ⁦{bill}⁩. تابع الاستبدال فقط إذا كانت هذه عملية شراء أخرى.</numerusform>
            <numerusform>الساعة {at} حاول الجهاز استبدال {points} نقطة لهذا العضو على الفاتورة ⁦{bill}⁩. تابع الاستبدال فقط إذا كانت هذه عملية شراء أخرى.</numerusform>
            <numerusform>الساعة {at} حاول الجهاز استبدال {points} نقطة لهذا العضو على الفاتورة ⁦{bill}⁩. تابع الاستبدال فقط إذا كانت هذه عملية شراء أخرى.</numerusform>
            <numerusform>الساعة {at} حاول الجهاز استبدال {points} نقاط لهذا العضو على الفاتورة ⁦{bill}⁩. تابع الاستبدال فقط إذا كانت هذه عملية شراء أخرى.</numerusform>
            <numerusform>الساعة {at} حاول الجهاز استبدال {points} نقطة لهذا العضو على الفاتورة ⁦{bill}⁩. تابع الاستبدال فقط إذا كانت هذه عملية شراء أخرى.</numerusform>
            <numerusform>الساعة {at} حاول الجهاز استبدال {points} نقطة لهذا العضو على الفاتورة ⁦{bill}⁩. تابع الاستبدال فقط إذا كانت هذه عملية شراء أخرى.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points for this member on bill {bill}, which is spelt almost like this one. Redeem anyway only if this is another bill.</source>
        <translation>
            <numerusform>الساعة {at} حاول الجهاز استبدال {points} نقطة لهذا العضو على الفاتورة ⁦{bill}⁩، ورقمها شبه مطابق لهذه. تابع الاستبدال فقط إذا كانت هذه فاتورة أخرى.</numerusform>
            <numerusform>الساعة {at} حاول الجهاز استبدال {points} نقطة لهذا العضو على الفاتورة ⁦{bill}⁩، ورقمها شبه مطابق لهذه. تابع الاستبدال فقط إذا كانت هذه فاتورة أخرى.</numerusform>
            <numerusform>الساعة {at} حاول الجهاز استبدال {points} نقطة لهذا العضو على الفاتورة ⁦{bill}⁩، ورقمها شبه مطابق لهذه. تابع الاستبدال فقط إذا كانت هذه فاتورة أخرى.</numerusform>
            <numerusform>الساعة {at} حاول الجهاز استبدال {points} نقاط لهذا العضو على الفاتورة ⁦{bill}⁩، ورقمها شبه مطابق لهذه. تابع الاستبدال فقط إذا كانت هذه فاتورة أخرى.</numerusform>
            <numerusform>الساعة {at} حاول الجهاز استبدال {points} نقطة لهذا العضو على الفاتورة ⁦{bill}⁩، ورقمها شبه مطابق لهذه. تابع الاستبدال فقط إذا كانت هذه فاتورة أخرى.</numerusform>
            <numerusform>الساعة {at} حاول الجهاز استبدال {points} نقطة لهذا العضو على الفاتورة ⁦{bill}⁩، ورقمها شبه مطابق لهذه. تابع الاستبدال فقط إذا كانت هذه فاتورة أخرى.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryDetail</name>
    <message>
        <source>What happened</source>
        <translation>ما حدث</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>طباعة الإيصال</translation>
    </message>
    <message>
        <source>Save receipt</source>
        <translation>حفظ الإيصال</translation>
    </message>
    <message>
        <source>Give points back</source>
        <translation>إعادة نقاط</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>العضو</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>أمين الصندوق</translation>
    </message>
    <message>
        <source>Redemption</source>
        <translation>الاستبدال</translation>
    </message>
    <message>
        <source>Reference {reference}</source>
        <translation>المرجع {reference}</translation>
    </message>
    <message>
        <source>Request {request}</source>
        <translation>الطلب ⁦{request}⁩</translation>
    </message>
    <message>
        <source>Not known yet whether the points were redeemed. The till keeps asking.</source>
        <translation>لم يتأكد بعد هل استُبدلت النقاط. يواصل الجهاز السؤال.</translation>
    </message>
    <message>
        <source>The till looked several times and did not find it. No points were taken.</source>
        <translation>بحث الجهاز عدة مرات ولم يجدها. لم تُخصم أي نقاط.</translation>
    </message>
    <message>
        <source>The points have been given back since.</source>
        <translation>أُعيدت النقاط منذ ذلك.</translation>
    </message>
    <message>
        <source>Found late: it was recorded as not redeemed.</source>
        <translation>وُجدت متأخرة: كانت مسجلة كغير مستبدلة.</translation>
    </message>
    <message numerus="yes">
        <source>{points} points have been given back since.</source>
        <translation>
            <numerusform>أُعيدت {points} نقطة منذ ذلك.</numerusform>
            <numerusform>أُعيدت {points} نقطة منذ ذلك.</numerusform>
            <numerusform>أُعيدت {points} نقطة منذ ذلك.</numerusform>
            <numerusform>أُعيدت {points} نقاط منذ ذلك.</numerusform>
            <numerusform>أُعيدت {points} نقطة منذ ذلك.</numerusform>
            <numerusform>أُعيدت {points} نقطة منذ ذلك.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Not known yet</source>
        <translation>غير مؤكدة بعد</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>End of day</source>
        <translation>نهاية اليوم</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Mobile, bill, receipt number or day</source>
        <translation>جوال أو فاتورة أو رقم إيصال أو يوم</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>أمس</translation>
    </message>
    <message>
        <source>Last seven days</source>
        <translation>آخر سبعة أيام</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>مستبدلة</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>مرفوضة</translation>
    </message>
    <message>
        <source>Not redeemed</source>
        <translation>غير مستبدلة</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>أمين الصندوق</translation>
    </message>
    <message>
        <source>Saving the list…</source>
        <translation>جارٍ حفظ القائمة…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln redemption(s)</source>
        <translation>
            <numerusform>%Ln عملية استبدال</numerusform>
            <numerusform>عملية استبدال واحدة</numerusform>
            <numerusform>عمليتا استبدال</numerusform>
            <numerusform>%Ln عمليات استبدال</numerusform>
            <numerusform>%Ln عملية استبدال</numerusform>
            <numerusform>%Ln عملية استبدال</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} saved as {path}</source>
        <translation>حُفظت {count} في ⁦{path}⁩</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>معادة</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>لا توجد نتائج.</translation>
    </message>
    <message numerus="yes">
        <source>Today: %Ln redemption(s)</source>
        <translation>
            <numerusform>اليوم: لا عمليات استبدال</numerusform>
            <numerusform>اليوم: عملية استبدال واحدة</numerusform>
            <numerusform>اليوم: عمليتا استبدال</numerusform>
            <numerusform>اليوم: %Ln عمليات استبدال</numerusform>
            <numerusform>اليوم: %Ln عملية استبدال</numerusform>
            <numerusform>اليوم: %Ln عملية استبدال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقاط</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points given back</source>
        <translation>
            <numerusform>أُعيدت {points} نقطة</numerusform>
            <numerusform>أُعيدت {points} نقطة</numerusform>
            <numerusform>أُعيدت {points} نقطة</numerusform>
            <numerusform>أُعيدت {points} نقاط</numerusform>
            <numerusform>أُعيدت {points} نقطة</numerusform>
            <numerusform>أُعيدت {points} نقطة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known yet</source>
        <translation>
            <numerusform>%Ln غير مؤكدة</numerusform>
            <numerusform>%Ln غير مؤكدة</numerusform>
            <numerusform>%Ln غير مؤكدتين</numerusform>
            <numerusform>%Ln غير مؤكدة</numerusform>
            <numerusform>%Ln غير مؤكدة</numerusform>
            <numerusform>%Ln غير مؤكدة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryTable</name>
    <message>
        <source>Redemptions</source>
        <translation>عمليات الاستبدال</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>الفاتورة</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>العضو</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>النقاط</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
</context>
<context>
    <name>LessonsPanel</name>
    <message>
        <source>Five short lessons</source>
        <translation>خمسة دروس قصيرة</translation>
    </message>
    <message>
        <source>You can do this.</source>
        <translation>يمكنك فعل ذلك.</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>الدرس</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>الدرس التالي</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>كل الدروس</translation>
    </message>
</context>
<context>
    <name>LocalInterface</name>
    <message>
        <source>The POS cannot reach this till through port {port}, maybe because another program uses it. You can redeem as usual. Tell support.</source>
        <translation>لا يستطيع نظام البيع الوصول إلى هذا الجهاز عبر المنفذ {port}، ربما لأن برنامجًا آخر يستخدمه. يمكنك الاستبدال كالمعتاد. أبلغ الدعم الفني.</translation>
    </message>
</context>
<context>
    <name>MemberStep</name>
    <message>
        <source>Who is redeeming?</source>
        <translation>من يستبدل النقاط؟</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>Change member</source>
        <translation>تغيير العضو</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>رقم الجوال</translation>
    </message>
    <message>
        <source>Find member</source>
        <translation>بحث عن العضو</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Find by</source>
        <translation>البحث بـ</translation>
    </message>
    <message>
        <source>Next: points, then the code</source>
        <translation>التالي: النقاط ثم الرمز</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>العضو</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>Available points</source>
        <translation>النقاط المتاحة</translation>
    </message>
    <message>
        <source>Looking again in {span}</source>
        <translation>إعادة البحث بعد {span}</translation>
    </message>
    <message>
        <source>Looking for the member…</source>
        <translation>جارٍ البحث عن العضو…</translation>
    </message>
    <message>
        <source>No name given</source>
        <translation>بدون اسم</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>غير معروف</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقاط</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points in the group</source>
        <translation>
            <numerusform>{points} نقطة في المجموعة</numerusform>
            <numerusform>{points} نقطة في المجموعة</numerusform>
            <numerusform>{points} نقطة في المجموعة</numerusform>
            <numerusform>{points} نقاط في المجموعة</numerusform>
            <numerusform>{points} نقطة في المجموعة</numerusform>
            <numerusform>{points} نقطة في المجموعة</numerusform>
        </translation>
    </message>
    <message>
        <source>Group points {points}</source>
        <translation>نقاط المجموعة: {points}</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>الجوال</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>البطاقة</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>رقم البطاقة</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>رقم العميل</translation>
    </message>
    <message>
        <source>{number} looks unusual. Check it with the member.</source>
        <translation>الرقم ⁦{number}⁩ غير معتاد. تأكد منه مع العضو.</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Message</source>
        <translation>رسالة</translation>
    </message>
    <message>
        <source>For support: {number}</source>
        <translation>للدعم الفني: ⁦{number}⁩</translation>
    </message>
    <message>
        <source>For support: {number} · request {request}</source>
        <translation>للدعم الفني: ⁦{number}⁩ · الطلب ⁦{request}⁩</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>A missed call cannot be used here.</source>
        <translation>لا يمكن استخدام المكالمة الفائتة هنا.</translation>
    </message>
    <message>
        <source>A receipt was still waiting when the till was closed.</source>
        <translation>كان إيصال لا يزال ينتظر عند إغلاق البرنامج.</translation>
    </message>
    <message>
        <source>A security file that is named in Settings cannot be used.</source>
        <translation>لا يمكن استخدام ملف أمان محدد في الإعدادات.</translation>
    </message>
    <message>
        <source>A setting of this till cannot be used.</source>
        <translation>أحد إعدادات هذا الجهاز غير صالح.</translation>
    </message>
    <message>
        <source>All points of this redemption have been given back already.</source>
        <translation>أُعيدت كل نقاط هذا الاستبدال من قبل.</translation>
    </message>
    <message>
        <source>An earlier redemption went through after all.</source>
        <translation>تبيّن أن عملية استبدال سابقة قد تمت.</translation>
    </message>
    <message>
        <source>An earlier redemption went to another service, so this one does not know it.</source>
        <translation>تمت محاولة استبدال سابقة عبر خدمة أخرى، لذلك لا تعرفها هذه الخدمة.</translation>
    </message>
    <message>
        <source>An earlier try to give these points back went through after all.</source>
        <translation>نجحت محاولة سابقة لإعادة هذه النقاط في النهاية.</translation>
    </message>
    <message>
        <source>Another program is using the till’s record of redemptions.</source>
        <translation>برنامج آخر يستخدم ملف عمليات هذا الجهاز.</translation>
    </message>
    <message>
        <source>Ask for the name and choose the right one.</source>
        <translation>اسأل عن الاسم واختر العضو الصحيح.</translation>
    </message>
    <message>
        <source>Ask support to enter it in Settings.</source>
        <translation>اطلب من الدعم الفني إدخالها في الإعدادات.</translation>
    </message>
    <message>
        <source>Ask the member to call customer care. Finish the sale without points.</source>
        <translation>اطلب من العضو الاتصال بخدمة العملاء. أكمل البيع بدون نقاط.</translation>
    </message>
    <message>
        <source>Ask the member to call once more and hang up. Then try again.</source>
        <translation>اطلب من العضو أن يتصل مرة أخرى ثم يغلق الخط. بعدها حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Ask the member to confirm it with the loyalty program first. Finish the sale without points.</source>
        <translation>اطلب من العضو تأكيده أولًا لدى برنامج الولاء. أكمل البيع بدون نقاط.</translation>
    </message>
    <message>
        <source>Ask the member to read it again, or send a new code in {seconds} s.</source>
        <translation>اطلب من العضو قراءته مجددًا، أو أرسل رمزًا جديدًا بعد {seconds} ث.</translation>
    </message>
    <message>
        <source>Ask the member to read it again, or send a new code.</source>
        <translation>اطلب من العضو قراءته مرة أخرى، أو أرسل رمزًا جديدًا.</translation>
    </message>
    <message>
        <source>Ask your supervisor.</source>
        <translation>اسأل مشرفك.</translation>
    </message>
    <message>
        <source>By this till’s clock, this day has not begun yet.</source>
        <translation>بحسب ساعة هذا الجهاز، لم يبدأ هذا اليوم بعد.</translation>
    </message>
    <message>
        <source>Cannot open the saved password.</source>
        <translation>تعذّر فتح كلمة المرور المحفوظة.</translation>
    </message>
    <message>
        <source>Check the bill number and enter it again.</source>
        <translation>تأكد من رقم الفاتورة وأدخله مرة أخرى.</translation>
    </message>
    <message>
        <source>Check the bill number, if there is one. Go on only if this is another purchase.</source>
        <translation>تأكد من رقم الفاتورة إن وُجد. تابع فقط إذا كانت هذه عملية شراء أخرى.</translation>
    </message>
    <message>
        <source>Check the bill number. Go on only if the member wants to redeem more on the same bill.</source>
        <translation>تأكد من رقم الفاتورة. تابع فقط إذا أراد العضو استبدال المزيد على الفاتورة نفسها.</translation>
    </message>
    <message>
        <source>Check the member’s points first: they may be back already. If not, tell support the number below.</source>
        <translation>تحقق أولًا من نقاط العضو: ربما أُعيدت بالفعل. وإلا فأبلغ الدعم الفني بالرقم أدناه.</translation>
    </message>
    <message>
        <source>Check the name or number, or ask your supervisor.</source>
        <translation>تحقق من الاسم أو الرقم، أو اسأل مشرفك.</translation>
    </message>
    <message>
        <source>Check the number with the member and enter it again.</source>
        <translation>تأكد من الرقم مع العضو وأدخله مرة أخرى.</translation>
    </message>
    <message>
        <source>Check the number with the member, then send the code again.</source>
        <translation>تأكد من الرقم مع العضو، ثم أعد إرسال الرمز.</translation>
    </message>
    <message>
        <source>Check the points and the purchase. Go on only if the member wants these points.</source>
        <translation>تأكد من النقاط وعملية الشراء. تابع فقط إذا كان العضو يريد هذه النقاط.</translation>
    </message>
    <message>
        <source>Choose another group, or the member’s own points.</source>
        <translation>اختر مجموعة أخرى، أو نقاط العضو نفسه.</translation>
    </message>
    <message>
        <source>Choose another program. If there is none, tell support the number below.</source>
        <translation>اختر برنامجًا آخر. إن لم يوجد فأبلغ الدعم الفني بالرقم أدناه.</translation>
    </message>
    <message>
        <source>Choose the member’s own points.</source>
        <translation>اختر نقاط العضو نفسه.</translation>
    </message>
    <message>
        <source>Close it there, or ask the person who is signed in. Then try again.</source>
        <translation>أغلقه هناك، أو اطلب ذلك من الشخص الذي سجّل الدخول. ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Close other windows of this program, then try again.</source>
        <translation>أغلق نوافذ هذا البرنامج الأخرى، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Close this program and start it again. If that does not help, redeem at another till and call support.</source>
        <translation>أغلق هذا البرنامج وشغّله من جديد. إذا لم ينفع ذلك فاستبدل على جهاز بيع آخر واتصل بالدعم الفني.</translation>
    </message>
    <message>
        <source>Do not give them back again. The till keeps asking and will show it here.</source>
        <translation>لا تُعِدها مرة أخرى. الجهاز يواصل السؤال وسيعرض النتيجة هنا.</translation>
    </message>
    <message>
        <source>Do not redeem again for that member. Tell support the number below and the reference.</source>
        <translation>لا تستبدل مرة أخرى لذلك العضو. أبلغ الدعم الفني بالرقم أدناه وبرقم المرجع.</translation>
    </message>
    <message>
        <source>Do not redeem again. The till keeps asking and will show the receipt here.</source>
        <translation>لا تستبدل مرة أخرى. الجهاز يواصل السؤال وسيعرض الإيصال هنا.</translation>
    </message>
    <message>
        <source>Enter a rounder number, such as a multiple of 10, 50 or 100.</source>
        <translation>أدخل عددًا مدوّرًا، مثلًا من مضاعفات العشرة أو الخمسين أو المئة.</translation>
    </message>
    <message>
        <source>Enter both your number and your name, or choose yourself from the list.</source>
        <translation>أدخل رقمك واسمك معًا، أو اختر اسمك من القائمة.</translation>
    </message>
    <message>
        <source>Enter fewer points.</source>
        <translation>أدخل نقاطًا أقل.</translation>
    </message>
    <message>
        <source>Enter it in Settings, or ask support for it.</source>
        <translation>أدخلها في الإعدادات، أو اطلبها من الدعم الفني.</translation>
    </message>
    <message>
        <source>Enter more points.</source>
        <translation>أدخل نقاطًا أكثر.</translation>
    </message>
    <message>
        <source>Enter the points again with fewer digits.</source>
        <translation>أدخل النقاط مرة أخرى بأرقام أقل.</translation>
    </message>
    <message>
        <source>Enter the points again, more than 0.</source>
        <translation>أدخل النقاط مرة أخرى، أكثر من صفر.</translation>
    </message>
    <message>
        <source>Enter them in Settings, or ask support for them.</source>
        <translation>أدخلهما في الإعدادات، أو اطلبهما من الدعم الفني.</translation>
    </message>
    <message>
        <source>Enter your PIN again.</source>
        <translation>أدخل رقمك السري مرة أخرى.</translation>
    </message>
    <message>
        <source>Enter your name or number.</source>
        <translation>أدخل اسمك أو رقمك.</translation>
    </message>
    <message>
        <source>Enter your own name or number.</source>
        <translation>أدخل اسمك أنت أو رقمك أنت.</translation>
    </message>
    <message>
        <source>Finish the sale without points. Tell support the number below.</source>
        <translation>أكمل البيع بدون نقاط. أبلغ الدعم الفني بالرقم أدناه.</translation>
    </message>
    <message>
        <source>Giving points back is not switched on.</source>
        <translation>إعادة النقاط غير مفعّلة.</translation>
    </message>
    <message>
        <source>Go on only if this is another purchase. If it is the same, wait.</source>
        <translation>تابع فقط إذا كانت هذه عملية شراء أخرى. إذا كانت نفسها فانتظر.</translation>
    </message>
    <message>
        <source>It is not clear who signs on.</source>
        <translation>ليس واضحًا من الذي يسجّل الدخول.</translation>
    </message>
    <message>
        <source>It is not known yet whether an earlier redemption of this member went through.</source>
        <translation>لم يتأكد بعد هل تمت عملية استبدال سابقة لهذا العضو.</translation>
    </message>
    <message>
        <source>It is not known yet whether points of this redemption were given back.</source>
        <translation>لم يتأكد بعد هل أُعيدت نقاط هذا الاستبدال.</translation>
    </message>
    <message>
        <source>It is not known yet whether points were redeemed on this bill.</source>
        <translation>لم يتأكد بعد هل استُبدلت نقاط على هذه الفاتورة.</translation>
    </message>
    <message>
        <source>Let another cashier sign on, and tell support the number below.</source>
        <translation>دع أمين صندوق آخر يسجّل الدخول، وأبلغ الدعم الفني بالرقم أدناه.</translation>
    </message>
    <message>
        <source>Look at it in History before you redeem more points on this bill.</source>
        <translation>راجعها في السجل قبل استبدال نقاط أخرى على هذه الفاتورة.</translation>
    </message>
    <message>
        <source>Look at the redemption in History before you give back more.</source>
        <translation>راجع عملية الاستبدال في السجل قبل إعادة المزيد.</translation>
    </message>
    <message>
        <source>Look at the redemption in History before you try again. Tell support the number below.</source>
        <translation>راجع عملية الاستبدال في السجل قبل المحاولة مجددًا. أبلغ الدعم الفني بالرقم أدناه.</translation>
    </message>
    <message>
        <source>Look for a window that asks to unlock it. If there is none, sign in to this computer again.</source>
        <translation>ابحث عن نافذة تطلب فتح قفله. إن لم تجدها فسجّل الدخول إلى هذا الكمبيوتر من جديد.</translation>
    </message>
    <message>
        <source>Look for the redemption in History.</source>
        <translation>ابحث عن عملية الاستبدال في السجل.</translation>
    </message>
    <message>
        <source>Look in History before you redeem again. Tell support the number below.</source>
        <translation>راجع السجل قبل أن تستبدل مرة أخرى. أبلغ الدعم الفني بالرقم أدناه.</translation>
    </message>
    <message>
        <source>No call from this number has come in.</source>
        <translation>لم تصل مكالمة من هذا الرقم.</translation>
    </message>
    <message>
        <source>No member has this number.</source>
        <translation>لا يوجد عضو بهذا الرقم.</translation>
    </message>
    <message>
        <source>No points were given back. Check the network cable or Wi-Fi, then try again.</source>
        <translation>لم تُعَد أي نقاط. تحقق من كابل الشبكة أو الواي فاي، ثم حاول مجددًا.</translation>
    </message>
    <message>
        <source>No points were given back. Enter fewer points.</source>
        <translation>لم تُعَد أي نقاط. أدخل نقاطًا أقل.</translation>
    </message>
    <message>
        <source>No points were given back. Enter the points again.</source>
        <translation>لم تُعَد أي نقاط. أدخل النقاط مرة أخرى.</translation>
    </message>
    <message>
        <source>No points were given back. Look for it in History and try again.</source>
        <translation>لم تُعَد أي نقاط. ابحث عنها في السجل وحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>No points were given back. Tell support the number below.</source>
        <translation>لم تُعَد أي نقاط. أبلغ الدعم الفني بالرقم أدناه.</translation>
    </message>
    <message>
        <source>No points were given back. Wait a minute, then try again.</source>
        <translation>لم تُعَد أي نقاط. انتظر دقيقة ثم حاول مجددًا.</translation>
    </message>
    <message>
        <source>No points were taken. Check the network cable or Wi-Fi, then try again.</source>
        <translation>لم تُخصم أي نقاط. تحقق من كابل الشبكة أو الواي فاي، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>No points were taken. Check this till’s date and time, then tell support the number below.</source>
        <translation>لم تُخصم أي نقاط. تحقق من تاريخ هذا الجهاز ووقته، ثم أبلغ الدعم الفني بالرقم أدناه.</translation>
    </message>
    <message>
        <source>No points were taken. Check this till’s date and time. If they are right, tell support the number below.</source>
        <translation>لم تُخصم أي نقاط. تحقق من تاريخ هذا الجهاز ووقته. إن كانا صحيحين فأبلغ الدعم الفني بالرقم أدناه.</translation>
    </message>
    <message>
        <source>No points were taken. Redeem again if the member still wants to.</source>
        <translation>لم تُخصم أي نقاط. استبدل مرة أخرى إذا كان العضو ما زال يريد ذلك.</translation>
    </message>
    <message>
        <source>No points were taken. Tell support that they have to be entered again in Settings.</source>
        <translation>لم تُخصم أي نقاط. أبلغ الدعم الفني بأنه يجب إدخالهما من جديد في الإعدادات.</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below.</source>
        <translation>لم تُخصم أي نقاط. أبلغ الدعم الفني بالرقم أدناه.</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below: the address or the network has to be checked.</source>
        <translation>لم تُخصم أي نقاط. أبلغ الدعم الفني بالرقم أدناه: يجب فحص العنوان أو الشبكة.</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below: the file has to be corrected.</source>
        <translation>لم تُخصم أي نقاط. أبلغ الدعم الفني بالرقم أدناه: يجب إصلاح الملف.</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below: the name and password for it have to be checked.</source>
        <translation>لم تُخصم أي نقاط. أبلغ الدعم الفني بالرقم أدناه: يجب فحص الاسم وكلمة المرور الخاصين بها.</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below: this computer may have to be set up for it.</source>
        <translation>لم تُخصم أي نقاط. أبلغ الدعم الفني بالرقم أدناه: قد يلزم إعداد هذا الكمبيوتر لذلك.</translation>
    </message>
    <message>
        <source>No points were taken. Try again when you are ready.</source>
        <translation>لم تُخصم أي نقاط. حاول مرة أخرى عندما تكون جاهزًا.</translation>
    </message>
    <message>
        <source>No points were taken. Try again. If that does not help, tell support the number below.</source>
        <translation>لم تُخصم أي نقاط. حاول مرة أخرى. إذا لم ينفع ذلك فأبلغ الدعم الفني بالرقم أدناه.</translation>
    </message>
    <message>
        <source>No points were taken. Wait a minute, then try again.</source>
        <translation>لم تُخصم أي نقاط. انتظر دقيقة، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>No printer was found at its address.</source>
        <translation>لم يُعثر على طابعة في عنوانها.</translation>
    </message>
    <message>
        <source>No supervisor’s PIN is set on this till.</source>
        <translation>لم يُحدد رقم سري للمشرف على هذا الجهاز.</translation>
    </message>
    <message>
        <source>Not known yet whether the points were given back.</source>
        <translation>لم يتأكد بعد هل أُعيدت النقاط.</translation>
    </message>
    <message>
        <source>Not known yet whether the points were redeemed.</source>
        <translation>لم يتأكد بعد هل استُبدلت النقاط.</translation>
    </message>
    <message>
        <source>Nothing more has to be done.</source>
        <translation>لا يلزم عمل شيء آخر.</translation>
    </message>
    <message>
        <source>Only points of a redemption that went through can be given back.</source>
        <translation>لا تُعاد إلا نقاط استبدال تم.</translation>
    </message>
    <message>
        <source>Other points were tried for this bill or this member before.</source>
        <translation>سبقت محاولة استبدال عدد آخر من النقاط لهذه الفاتورة أو لهذا العضو.</translation>
    </message>
    <message>
        <source>Points cannot be given back at this till.</source>
        <translation>لا يمكن إعادة النقاط على هذا الجهاز.</translation>
    </message>
    <message>
        <source>Points can have at most three digits after the decimal mark.</source>
        <translation>للنقاط ثلاث خانات عشرية على الأكثر.</translation>
    </message>
    <message>
        <source>Points that counted as not given back are back after all.</source>
        <translation>نقاط سُجلت كغير معادة قد عادت فعلًا.</translation>
    </message>
    <message>
        <source>Printing on this computer does not work at the moment.</source>
        <translation>الطباعة على هذا الكمبيوتر لا تعمل حاليًا.</translation>
    </message>
    <message>
        <source>Redeem at another till, and tell support the number below.</source>
        <translation>استبدل على جهاز بيع آخر، وأبلغ الدعم الفني بالرقم أدناه.</translation>
    </message>
    <message>
        <source>That is more than is left of this redemption.</source>
        <translation>هذا أكثر مما تبقى من هذا الاستبدال.</translation>
    </message>
    <message>
        <source>That looks like a customer’s number.</source>
        <translation>يبدو هذا رقم عميل.</translation>
    </message>
    <message>
        <source>The company’s network does not accept the till’s login.</source>
        <translation>شبكة الشركة لا تقبل بيانات دخول الجهاز.</translation>
    </message>
    <message>
        <source>The password for the company’s network is not set.</source>
        <translation>لم تُحدد كلمة مرور شبكة الشركة.</translation>
    </message>
    <message>
        <source>The points are back, but the till could not keep a record of it.</source>
        <translation>عادت النقاط، لكن الجهاز لم يستطع تسجيل ذلك.</translation>
    </message>
    <message>
        <source>The points are not affected. Check its power and its cable, then print again.</source>
        <translation>النقاط غير متأثرة. تحقق من الكهرباء والكابل ثم اطبع مجددًا.</translation>
    </message>
    <message>
        <source>The points are not affected. Check that it is on and connected, then print again, or choose another printer.</source>
        <translation>النقاط غير متأثرة. تحقق من أنها تعمل وموصولة ثم اطبع مجددًا، أو اختر طابعة أخرى.</translation>
    </message>
    <message>
        <source>The points are not affected. Choose another printer, and have the address in Settings checked.</source>
        <translation>النقاط غير متأثرة. اختر طابعة أخرى، واطلب فحص العنوان في الإعدادات.</translation>
    </message>
    <message>
        <source>The points are not affected. Choose another printer, and tell support the number below.</source>
        <translation>النقاط غير متأثرة. اختر طابعة أخرى، وأبلغ الدعم الفني بالرقم أدناه.</translation>
    </message>
    <message>
        <source>The points are not affected. Close the cover, then print again.</source>
        <translation>النقاط غير متأثرة. أغلق الغطاء ثم اطبع مجددًا.</translation>
    </message>
    <message>
        <source>The points are not affected. Check whether the receipt came out, and print again if it did not.</source>
        <translation>النقاط غير متأثرة. انظر هل خرج الإيصال، واطبع مجددًا إن لم يخرج.</translation>
    </message>
    <message>
        <source>The points are not affected. Check whether the receipt came out. If not, switch the printer off and on, then print again.</source>
        <translation>النقاط غير متأثرة. انظر هل خرج الإيصال. إن لم يخرج فأطفئ الطابعة وشغلها ثم اطبع مجددًا.</translation>
    </message>
    <message>
        <source>The points are not affected. Print again if the member needs it.</source>
        <translation>النقاط غير متأثرة. اطبع مجددًا إذا احتاجه العضو.</translation>
    </message>
    <message>
        <source>The points are not affected. Print again if the member still needs it.</source>
        <translation>النقاط غير متأثرة. اطبع مجددًا إذا كان العضو لا يزال يحتاجه.</translation>
    </message>
    <message>
        <source>The points are not affected. Put in a new roll, then print again.</source>
        <translation>النقاط غير متأثرة. ضع لفافة جديدة ثم اطبع مجددًا.</translation>
    </message>
    <message>
        <source>The points are not affected. Resume the printer on this computer, then print again, or choose another printer.</source>
        <translation>النقاط غير متأثرة. استأنف الطابعة على هذا الكمبيوتر ثم اطبع مجددًا، أو اختر طابعة أخرى.</translation>
    </message>
    <message>
        <source>The points are not affected. Save the receipt, and tell support the number below.</source>
        <translation>النقاط غير متأثرة. احفظ الإيصال، وأبلغ الدعم الفني بالرقم أدناه.</translation>
    </message>
    <message>
        <source>The points are not affected. Save the receipt, or restart this computer.</source>
        <translation>النقاط غير متأثرة. احفظ الإيصال، أو أعد تشغيل هذا الكمبيوتر.</translation>
    </message>
    <message>
        <source>The points are not affected. Tear off what came out, check the cable, then print again.</source>
        <translation>النقاط غير متأثرة. مزق ما خرج، وتحقق من الكابل، ثم اطبع مجددًا.</translation>
    </message>
    <message>
        <source>The points were not given back.</source>
        <translation>لم تُعَد النقاط.</translation>
    </message>
    <message>
        <source>The printer does not take new work.</source>
        <translation>الطابعة لا تقبل عملًا جديدًا.</translation>
    </message>
    <message>
        <source>The printer has no paper.</source>
        <translation>لا ورق في الطابعة.</translation>
    </message>
    <message>
        <source>The printer is paused.</source>
        <translation>الطابعة متوقفة مؤقتًا.</translation>
    </message>
    <message>
        <source>The printer is switched off or not connected.</source>
        <translation>الطابعة مطفأة أو غير موصولة.</translation>
    </message>
    <message>
        <source>The printer stopped while printing.</source>
        <translation>توقفت الطابعة أثناء الطباعة.</translation>
    </message>
    <message>
        <source>The printer took only part of the receipt.</source>
        <translation>أخذت الطابعة جزءًا من الإيصال فقط.</translation>
    </message>
    <message>
        <source>The printer’s address does not exist.</source>
        <translation>عنوان الطابعة غير موجود.</translation>
    </message>
    <message>
        <source>The printer’s cover is open.</source>
        <translation>غطاء الطابعة مفتوح.</translation>
    </message>
    <message>
        <source>The receipt cannot be put in line for printing.</source>
        <translation>لا يمكن وضع الإيصال في قائمة الطباعة.</translation>
    </message>
    <message>
        <source>The receipt was removed from the printer’s list.</source>
        <translation>أُزيل الإيصال من قائمة الطابعة.</translation>
    </message>
    <message>
        <source>The safe place for the till’s password does not answer.</source>
        <translation>المكان الآمن لكلمة مرور الجهاز لا يستجيب.</translation>
    </message>
    <message>
        <source>The safe place for the till’s password has a fault.</source>
        <translation>في المكان الآمن لكلمة مرور الجهاز عطل.</translation>
    </message>
    <message>
        <source>The service could not make a code just now.</source>
        <translation>لم تستطع الخدمة إنشاء رمز الآن.</translation>
    </message>
    <message>
        <source>The service did not give the points back.</source>
        <translation>لم تُعِد الخدمة النقاط.</translation>
    </message>
    <message>
        <source>The service did not let this till sign in.</source>
        <translation>لم تسمح الخدمة لهذا الجهاز بتسجيل الدخول.</translation>
    </message>
    <message>
        <source>The service does not accept the token that it gave this till.</source>
        <translation>الخدمة لا تقبل رمز الوصول الذي أعطته لهذا الجهاز.</translation>
    </message>
    <message>
        <source>The service does not accept this till’s key and secret.</source>
        <translation>الخدمة لا تقبل مفتاح هذا الجهاز وسره.</translation>
    </message>
    <message>
        <source>The service does not accept this.</source>
        <translation>الخدمة لا تقبل هذا.</translation>
    </message>
    <message>
        <source>The service does not show everything about this redemption right now.</source>
        <translation>لا تظهر الخدمة الآن كل شيء عن هذا الاستبدال.</translation>
    </message>
    <message>
        <source>The service does not have enough points left of this redemption.</source>
        <translation>لم يبق لدى الخدمة ما يكفي من نقاط هذا الاستبدال.</translation>
    </message>
    <message>
        <source>The service is not set up for giving points back.</source>
        <translation>الخدمة غير مهيأة لإعادة النقاط.</translation>
    </message>
    <message>
        <source>The service offers no connection that is safe today.</source>
        <translation>لا تتيح الخدمة أي اتصال يُعد آمنًا اليوم.</translation>
    </message>
    <message>
        <source>The settings could not be saved.</source>
        <translation>تعذّر حفظ الإعدادات.</translation>
    </message>
    <message>
        <source>The till cannot count the PIN attempts, so no one can sign on.</source>
        <translation>تعذّر على الجهاز عدّ محاولات الرقم السري، فلا يمكن لأحد تسجيل الدخول.</translation>
    </message>
    <message>
        <source>The till cannot count the PIN attempts.</source>
        <translation>تعذّر على الجهاز عدّ محاولات الرقم السري.</translation>
    </message>
    <message>
        <source>The till cannot read the cashiers’ PINs, so no one can sign on.</source>
        <translation>تعذّرت على الجهاز قراءة الأرقام السرية لأمناء الصندوق، فلا يمكن لأحد تسجيل الدخول.</translation>
    </message>
    <message>
        <source>The till could not make a secure connection to the service.</source>
        <translation>تعذّر على الجهاز إنشاء اتصال آمن بالخدمة.</translation>
    </message>
    <message>
        <source>The till is not allowed to write its record of redemptions.</source>
        <translation>لا يُسمح للجهاز بالكتابة في ملف العمليات.</translation>
    </message>
    <message>
        <source>The till is open in another login on this computer.</source>
        <translation>هذا البرنامج مفتوح في حساب آخر على هذا الكمبيوتر.</translation>
    </message>
    <message>
        <source>The till no longer knows the member of this redemption.</source>
        <translation>لم يعد الجهاز يعرف عضو هذا الاستبدال.</translation>
    </message>
    <message>
        <source>The till was closed while a receipt was printing.</source>
        <translation>أُغلق البرنامج أثناء طباعة إيصال.</translation>
    </message>
    <message>
        <source>There is no loyalty service at the address in Settings.</source>
        <translation>لا توجد خدمة ولاء على العنوان المحدد في الإعدادات.</translation>
    </message>
    <message>
        <source>There is no printer.</source>
        <translation>لا توجد طابعة.</translation>
    </message>
    <message>
        <source>This computer does not trust what answers in place of the service.</source>
        <translation>هذا الكمبيوتر لا يثق بما يجيب مكان الخدمة.</translation>
    </message>
    <message>
        <source>This is less than the minimum that can be redeemed.</source>
        <translation>هذا أقل من الحد الأدنى للاستبدال.</translation>
    </message>
    <message>
        <source>This member has been sent too many codes.</source>
        <translation>أُرسلت إلى هذا العضو رموز كثيرة جدًا.</translation>
    </message>
    <message>
        <source>This member may have reached a limit for giving points back.</source>
        <translation>ربما بلغ هذا العضو حدًا لإعادة النقاط.</translation>
    </message>
    <message>
        <source>This member’s points were tried before on a similar bill, or without a bill.</source>
        <translation>سبقت محاولة استبدال نقاط لهذا العضو برقم فاتورة شبه مطابق أو من دون رقم.</translation>
    </message>
    <message>
        <source>This redemption is too old to be given back.</source>
        <translation>هذا الاستبدال أقدم من أن يُعاد.</translation>
    </message>
    <message>
        <source>This redemption was made with another loyalty service.</source>
        <translation>تم هذا الاستبدال لدى خدمة ولاء أخرى.</translation>
    </message>
    <message>
        <source>This till does not know that cashier.</source>
        <translation>هذا الجهاز لا يعرف أمين الصندوق هذا.</translation>
    </message>
    <message>
        <source>This till is not allowed to look up this member.</source>
        <translation>لا يُسمح لهذا الجهاز بعرض هذا العضو.</translation>
    </message>
    <message>
        <source>This till is not allowed to redeem without a code.</source>
        <translation>لا يُسمح لهذا الجهاز بالاستبدال بدون رمز.</translation>
    </message>
    <message>
        <source>This till’s disk is full.</source>
        <translation>قرص هذا الجهاز ممتلئ.</translation>
    </message>
    <message>
        <source>This till’s key and secret are not set.</source>
        <translation>لم يُحدد مفتاح هذا الجهاز وسره.</translation>
    </message>
    <message>
        <source>Try again if the member still wants them.</source>
        <translation>حاول مجددًا إذا كان العضو لا يزال يريدها.</translation>
    </message>
    <message>
        <source>Use the last message that came, or wait a few minutes and send the code again.</source>
        <translation>استخدم آخر رسالة وصلت، أو انتظر دقائق ثم أرسل الرمز مجددًا.</translation>
    </message>
    <message>
        <source>Wait 15 minutes, or let another cashier sign on.</source>
        <translation>انتظر ربع ساعة، أو دع أمين صندوق آخر يسجّل الدخول.</translation>
    </message>
    <message>
        <source>Wait a minute, then send the code again. If that does not help, finish the sale without points.</source>
        <translation>انتظر دقيقة ثم أرسل الرمز مجددًا. إن لم يفد ذلك فأكمل البيع بدون نقاط.</translation>
    </message>
    <message>
        <source>What answers has another name, so it is not the real service.</source>
        <translation>ما يجيب ليس الخدمة الحقيقية، بل يحمل اسمًا آخر.</translation>
    </message>
    <message>
        <source>What is shown here is correct. Redeem at another till from now on and call support.</source>
        <translation>ما يظهر هنا صحيح. من الآن استبدل على جهاز بيع آخر واتصل بالدعم الفني.</translation>
    </message>
    <message>
        <source>What proves that this is the real service has expired.</source>
        <translation>انتهت صلاحية ما يثبت أن هذه هي الخدمة الحقيقية.</translation>
    </message>
    <message>
        <source>What proves that this is the real service is not valid yet.</source>
        <translation>ما يثبت أن هذه هي الخدمة الحقيقية ليس صالحًا بعد.</translation>
    </message>
    <message>
        <source>What this window shows is correct. Enter it at the POS by hand, and tell support the number below.</source>
        <translation>ما تعرضه هذه النافذة صحيح. أدخله في نظام البيع يدويًا، وأبلغ الدعم الفني بالرقم أدناه.</translation>
    </message>
    <message>
        <source>Write down the points, the bill and the time, and call support now.</source>
        <translation>اكتب النقاط والفاتورة والوقت، واتصل بالدعم الفني الآن.</translation>
    </message>
    <message>
        <source>Your PIN cannot be checked on this till.</source>
        <translation>لا يمكن التحقق من رقمك السري على هذا الجهاز.</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Send a code to the member, and tell support the number below.</source>
        <translation>لم يُستبدل شيء. أرسل رمزًا إلى العضو، وأبلغ الدعم الفني بالرقم أدناه.</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Send a code to the member, or tell support the number below.</source>
        <translation>لم يُستبدل شيء. أرسل رمزًا إلى العضو، أو أبلغ الدعم الفني بالرقم أدناه.</translation>
    </message>
    <message>
        <source>As far as the service shows, no points were taken. It is safe to press Redeem again.</source>
        <translation>بحسب ما تعرضه الخدمة، لم تُخصم أي نقاط. يمكنك الضغط على «استبدال» مرة أخرى بأمان.</translation>
    </message>
    <message>
        <source>Ask at that till first. Go on only if no points were redeemed there.</source>
        <translation>اسأل عند ذلك الجهاز أولًا. تابع فقط إذا لم تُستبدل نقاط هناك.</translation>
    </message>
    <message>
        <source>Check the number with them. If it is correct, they have to join first.</source>
        <translation>تأكد من الرقم معه. إذا كان صحيحًا فعليه الاشتراك أولًا.</translation>
    </message>
    <message>
        <source>Do not take the points off the bill yet. Wait a moment, then press Redeem again.</source>
        <translation>لا تخصم النقاط من الفاتورة بعد. انتظر لحظة، ثم اضغط على «استبدال» مرة أخرى.</translation>
    </message>
    <message>
        <source>Enter the password for this address in Settings, or ask support for it.</source>
        <translation>أدخل كلمة المرور الخاصة بهذا العنوان في الإعدادات، أو اطلبها من الدعم الفني.</translation>
    </message>
    <message>
        <source>No points were taken.</source>
        <translation>لم تُخصم أي نقاط.</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Ask the supervisor to enter it again.</source>
        <translation>لم يُستبدل شيء. اطلب من المشرف إدخاله مرة أخرى.</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Wait 15 minutes, or send a code to the member.</source>
        <translation>لم يُستبدل شيء. انتظر ربع ساعة، أو أرسل رمزًا إلى العضو.</translation>
    </message>
    <message>
        <source>Points can only be redeemed in fixed steps.</source>
        <translation>لا تُستبدل النقاط إلا بمضاعفات محددة.</translation>
    </message>
    <message>
        <source>Points of this account cannot be used at the counter.</source>
        <translation>لا يمكن استخدام نقاط هذا الحساب عند الدفع.</translation>
    </message>
    <message>
        <source>Points of this group cannot be redeemed.</source>
        <translation>لا يمكن استبدال نقاط هذه المجموعة.</translation>
    </message>
    <message>
        <source>Points of this program cannot be given back.</source>
        <translation>لا يمكن إعادة نقاط هذا البرنامج.</translation>
    </message>
    <message>
        <source>Points were redeemed on this bill already.</source>
        <translation>سبق استبدال نقاط على هذه الفاتورة.</translation>
    </message>
    <message>
        <source>Redeem at another till. Call support and do not delete anything here.</source>
        <translation>استبدل على جهاز بيع آخر. اتصل بالدعم الفني ولا تحذف شيئًا هنا.</translation>
    </message>
    <message>
        <source>Redeem at another till. Tell support that this one has to be updated.</source>
        <translation>استبدل على جهاز بيع آخر. أبلغ الدعم الفني بأن هذا الجهاز يحتاج إلى تحديث.</translation>
    </message>
    <message>
        <source>Redeem at another till. Tell support the number below.</source>
        <translation>استبدل على جهاز بيع آخر. أبلغ الدعم الفني بالرقم أدناه.</translation>
    </message>
    <message>
        <source>Redeeming points is not switched on for this shop.</source>
        <translation>استبدال النقاط غير مفعّل في هذا المتجر.</translation>
    </message>
    <message>
        <source>Send a code to the member instead.</source>
        <translation>أرسل رمزًا إلى العضو بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>Send the code again.</source>
        <translation>أعد إرسال الرمز.</translation>
    </message>
    <message>
        <source>Several cashiers have this name or number.</source>
        <translation>هناك عدة أمناء صندوق بهذا الاسم أو الرقم.</translation>
    </message>
    <message>
        <source>Sign in to this computer again, then try again.</source>
        <translation>سجّل الدخول إلى هذا الكمبيوتر من جديد، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Something unexpected happened.</source>
        <translation>حدث شيء غير متوقع.</translation>
    </message>
    <message>
        <source>Tell support that the address in Settings has to be checked.</source>
        <translation>أبلغ الدعم الفني بأن العنوان في الإعدادات يحتاج إلى مراجعة.</translation>
    </message>
    <message>
        <source>Tell support that they have to be entered again in Settings.</source>
        <translation>أبلغ الدعم الفني بأنه يجب إدخالهما من جديد في الإعدادات.</translation>
    </message>
    <message>
        <source>Tell support that this till’s clock has to be set.</source>
        <translation>أبلغ الدعم الفني بأن ساعة هذا الجهاز تحتاج إلى ضبط.</translation>
    </message>
    <message>
        <source>Tell support the number below.</source>
        <translation>أبلغ الدعم الفني بالرقم أدناه.</translation>
    </message>
    <message>
        <source>Tell support the number below. Finish the sale without points.</source>
        <translation>أبلغ الدعم الفني بالرقم أدناه. أكمل البيع بدون نقاط.</translation>
    </message>
    <message>
        <source>Tell support the number below: the group set-up has to be changed.</source>
        <translation>أبلغ الدعم الفني بالرقم أدناه: يجب تعديل إعداد المجموعات.</translation>
    </message>
    <message>
        <source>Tell support the number below: this till needs permission.</source>
        <translation>أبلغ الدعم الفني بالرقم أدناه: هذا الجهاز يحتاج إلى صلاحية.</translation>
    </message>
    <message>
        <source>Tell the member that more have to be collected first. Finish the sale without points.</source>
        <translation>أخبر العضو بأنه يجب جمع نقاط أكثر أولًا. أكمل البيع بدون نقاط.</translation>
    </message>
    <message>
        <source>Tell the member that more purchases are needed first. Finish the sale without points.</source>
        <translation>أخبر العضو بأنه تلزم مشتريات أكثر أولًا. أكمل البيع بدون نقاط.</translation>
    </message>
    <message>
        <source>That PIN is wrong.</source>
        <translation>الرقم السري خاطئ.</translation>
    </message>
    <message>
        <source>That code is wrong or has expired.</source>
        <translation>الرمز خاطئ أو انتهت صلاحيته.</translation>
    </message>
    <message>
        <source>The code could not be sent to the member.</source>
        <translation>تعذّر إرسال الرمز إلى العضو.</translation>
    </message>
    <message>
        <source>The connection broke before the answer was complete.</source>
        <translation>انقطع الاتصال قبل اكتمال الرد.</translation>
    </message>
    <message>
        <source>The file could not be saved.</source>
        <translation>تعذّر حفظ الملف.</translation>
    </message>
    <message>
        <source>The member does not have this many points.</source>
        <translation>ليس لدى العضو هذا العدد من النقاط.</translation>
    </message>
    <message>
        <source>The member has not confirmed this mobile number yet.</source>
        <translation>لم يؤكد العضو رقم الجوال هذا بعد.</translation>
    </message>
    <message>
        <source>The points can be redeemed, but the code could not be sent.</source>
        <translation>يمكن استبدال النقاط، لكن تعذّر إرسال الرمز.</translation>
    </message>
    <message>
        <source>The receipt did not print.</source>
        <translation>لم يُطبع الإيصال.</translation>
    </message>
    <message>
        <source>The redemption did not go through.</source>
        <translation>لم تتم عملية الاستبدال.</translation>
    </message>
    <message>
        <source>The service cannot show yet whether an earlier try went through.</source>
        <translation>لا يمكن للخدمة بعد أن تُظهر هل تمت محاولة سابقة.</translation>
    </message>
    <message>
        <source>The service could not accept that code.</source>
        <translation>لم تتمكن الخدمة من قبول هذا الرمز.</translation>
    </message>
    <message>
        <source>The service could not redeem the points.</source>
        <translation>لم تتمكن الخدمة من استبدال النقاط.</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>تأخر رد الخدمة.</translation>
    </message>
    <message>
        <source>The service did not give these points back again.</source>
        <translation>لم تُعِد الخدمة هذه النقاط مرة أخرى.</translation>
    </message>
    <message>
        <source>The service does not accept this bill number.</source>
        <translation>الخدمة لا تقبل رقم الفاتورة هذا.</translation>
    </message>
    <message>
        <source>The service does not accept this number of points.</source>
        <translation>الخدمة لا تقبل هذا العدد من النقاط.</translation>
    </message>
    <message>
        <source>The service does not accept this number.</source>
        <translation>الخدمة لا تقبل هذا الرقم.</translation>
    </message>
    <message>
        <source>The service does not accept this till’s date and time.</source>
        <translation>الخدمة لا تقبل تاريخ هذا الجهاز ووقته.</translation>
    </message>
    <message>
        <source>The service does not accept this till’s name and password.</source>
        <translation>الخدمة لا تقبل اسم هذا الجهاز وكلمة مروره.</translation>
    </message>
    <message>
        <source>The service does not allow this till to do that.</source>
        <translation>الخدمة لا تسمح لهذا الجهاز بذلك.</translation>
    </message>
    <message>
        <source>The service is not set up correctly for groups.</source>
        <translation>الخدمة غير مضبوطة بشكل صحيح للمجموعات.</translation>
    </message>
    <message>
        <source>The service said no.</source>
        <translation>رفضت الخدمة الطلب.</translation>
    </message>
    <message>
        <source>The stored password belongs to another address.</source>
        <translation>كلمة المرور المحفوظة تخص عنوانًا آخر.</translation>
    </message>
    <message>
        <source>The service does not know this group.</source>
        <translation>الخدمة لا تعرف هذه المجموعة.</translation>
    </message>
    <message>
        <source>Several members match.</source>
        <translation>وُجد أكثر من عضو.</translation>
    </message>
    <message>
        <source>Tell support the number below. They can correct it in Settings.</source>
        <translation>أبلغ الدعم الفني بالرقم أدناه. يمكنهم تصحيح ذلك في الإعدادات.</translation>
    </message>
    <message>
        <source>That is more points than were redeemed.</source>
        <translation>هذه النقاط أكثر مما استُبدل.</translation>
    </message>
    <message>
        <source>The company’s network blocked the till.</source>
        <translation>شبكة الشركة منعت اتصال الجهاز.</translation>
    </message>
    <message>
        <source>The loyalty program is not set up correctly for this shop.</source>
        <translation>برنامج الولاء غير مضبوط بشكل صحيح لهذا المتجر.</translation>
    </message>
    <message>
        <source>The member has not bought enough in total to redeem points yet.</source>
        <translation>لم تبلغ مشتريات العضو بعد الحد المطلوب لاستبدال النقاط.</translation>
    </message>
    <message>
        <source>The member has not collected enough points in total to redeem any yet.</source>
        <translation>لم يجمع العضو بعد ما يكفي من النقاط ليبدأ الاستبدال.</translation>
    </message>
    <message>
        <source>The outcome could not be sent to the POS.</source>
        <translation>تعذّر إبلاغ نظام البيع بالنتيجة.</translation>
    </message>
    <message>
        <source>The outcome is known, but the till could not record it.</source>
        <translation>النتيجة معروفة، لكن الجهاز لم يتمكن من تسجيلها.</translation>
    </message>
    <message>
        <source>The points are not affected. Check the paper and the cable, then print again.</source>
        <translation>لم تتأثر النقاط. تحقق من الورق والكابل، ثم اطبع مرة أخرى.</translation>
    </message>
    <message>
        <source>The points are not affected. Choose another folder in Settings, then save again.</source>
        <translation>لم تتأثر النقاط. اختر مجلدًا آخر في الإعدادات، ثم احفظ مرة أخرى.</translation>
    </message>
    <message>
        <source>The points are not affected. Save the receipt, or choose a printer in Settings.</source>
        <translation>لم تتأثر النقاط. احفظ الإيصال، أو اختر طابعة في الإعدادات.</translation>
    </message>
    <message>
        <source>The loyalty service is not responding.</source>
        <translation>خدمة الولاء لا تستجيب.</translation>
    </message>
    <message>
        <source>The service cannot handle points right now.</source>
        <translation>لا يمكن للخدمة التعامل مع النقاط الآن.</translation>
    </message>
    <message>
        <source>The service could not answer right now.</source>
        <translation>لم تتمكن الخدمة من الرد الآن.</translation>
    </message>
    <message>
        <source>The service could not give these points back right now.</source>
        <translation>لم تتمكن الخدمة من إعادة هذه النقاط الآن.</translation>
    </message>
    <message>
        <source>The service does not know this loyalty program.</source>
        <translation>الخدمة لا تعرف برنامج الولاء هذا.</translation>
    </message>
    <message>
        <source>The service does not know this redemption.</source>
        <translation>الخدمة لا تعرف عملية الاستبدال هذه.</translation>
    </message>
    <message>
        <source>The service is still busy with this member.</source>
        <translation>الخدمة ما زالت مشغولة بهذا العضو.</translation>
    </message>
    <message>
        <source>The service is very busy.</source>
        <translation>الخدمة مشغولة جدًا.</translation>
    </message>
    <message>
        <source>The till cannot be sure that this is the real service.</source>
        <translation>لا يمكن للجهاز التأكد من أن هذه هي الخدمة الحقيقية.</translation>
    </message>
    <message>
        <source>The till cannot open its record of redemptions.</source>
        <translation>تعذّر على الجهاز فتح ملف العمليات.</translation>
    </message>
    <message>
        <source>The till cannot reach the service.</source>
        <translation>تعذّر على الجهاز الوصول إلى الخدمة.</translation>
    </message>
    <message>
        <source>The till could not understand the service’s answer.</source>
        <translation>لم يفهم الجهاز رد الخدمة.</translation>
    </message>
    <message>
        <source>The till stopped waiting before the answer came.</source>
        <translation>توقف الجهاز عن الانتظار قبل وصول الرد.</translation>
    </message>
    <message>
        <source>The till’s record of redemptions is damaged.</source>
        <translation>ملف عمليات هذا الجهاز تالف.</translation>
    </message>
    <message>
        <source>The till’s record was written by a newer version of this program.</source>
        <translation>ملف عمليات هذا الجهاز من إصدار أحدث من البرنامج.</translation>
    </message>
    <message>
        <source>These points have been given back already.</source>
        <translation>سبقت إعادة هذه النقاط.</translation>
    </message>
    <message>
        <source>This computer has no safe place for the till’s password.</source>
        <translation>لا يوجد مكان آمن على هذا الكمبيوتر لكلمة مرور الجهاز.</translation>
    </message>
    <message>
        <source>This is more than can be redeemed at one time.</source>
        <translation>هذا أكثر من الحد المسموح به في المرة الواحدة.</translation>
    </message>
    <message>
        <source>This person is not in the loyalty program.</source>
        <translation>هذا الشخص غير مشترك في برنامج الولاء.</translation>
    </message>
    <message>
        <source>This redemption was tried at another till before.</source>
        <translation>سبقت محاولة هذا الاستبدال على جهاز بيع آخر.</translation>
    </message>
    <message>
        <source>This till’s password is not set.</source>
        <translation>لم تُحدد كلمة مرور هذا الجهاز.</translation>
    </message>
    <message>
        <source>This was stopped before anything was sent.</source>
        <translation>توقفت العملية قبل إرسال أي شيء.</translation>
    </message>
    <message>
        <source>Too many wrong PINs.</source>
        <translation>أُدخل رقم سري خاطئ مرات كثيرة.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Try again. If that does not help, tell support the number below.</source>
        <translation>حاول مرة أخرى. إذا لم ينفع ذلك فأبلغ الدعم الفني بالرقم أدناه.</translation>
    </message>
    <message>
        <source>Try once more. If that does not help, tell support the number below.</source>
        <translation>حاول مرة أخرى. إذا لم ينفع ذلك فأبلغ الدعم الفني بالرقم أدناه.</translation>
    </message>
    <message>
        <source>Wait a few seconds, then try again.</source>
        <translation>انتظر بضع ثوانٍ، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Wait a minute, then look at the redemption in History before you try again.</source>
        <translation>انتظر دقيقة، ثم راجع العملية في السجل قبل أن تحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Wait a minute, then try again.</source>
        <translation>انتظر دقيقة، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Wait a minute, then try again. If that does not help, finish the sale without points.</source>
        <translation>انتظر دقيقة، ثم حاول مرة أخرى. إذا لم ينفع ذلك فأكمل البيع بدون نقاط.</translation>
    </message>
</context>
<context>
    <name>MissedCallView</name>
    <message>
        <source>Ask the member to call this number and hang up:</source>
        <translation>اطلب من العضو أن يتصل بهذا الرقم ثم يغلق الخط:</translation>
    </message>
    <message>
        <source>Number to call</source>
        <translation>رقم الاتصال</translation>
    </message>
    <message>
        <source>the number that support gave you</source>
        <translation>الرقم الذي أعطاك إياه الدعم الفني</translation>
    </message>
    <message>
        <source>The call has to come from {number}. Then redeem.</source>
        <translation>يجب أن تأتي المكالمة من ⁦{number}⁩. بعدها استبدل.</translation>
    </message>
    <message>
        <source>The call has to come from the member’s own phone. Then redeem.</source>
        <translation>يجب أن تأتي المكالمة من هاتف العضو نفسه. بعدها استبدل.</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Sign on first.</source>
        <translation>سجّل الدخول أولًا.</translation>
    </message>
    <message>
        <source>What you changed in the settings was not saved.</source>
        <translation>لم يُحفظ ما غيّرته في الإعدادات.</translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Characters left</source>
        <translation>الأحرف المتبقية</translation>
    </message>
    <message>
        <source>Note templates</source>
        <translation>نماذج الملاحظات</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>نماذج</translation>
    </message>
    <message>
        <source>Remove note</source>
        <translation>إزالة الملاحظة</translation>
    </message>
    <message>
        <source>{used} of {limit}</source>
        <translation>{used} من {limit}</translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
</context>
<context>
    <name>Outcomes</name>
    <message>
        <source>The service does not know a field of this shop ({fields}). No points were taken. Leave it empty where you can, and tell support the number below.</source>
        <translation>الخدمة لا تعرف إحدى خانات هذا المتجر (⁦{fields}⁩). لم تُخصم أي نقاط. اتركها فارغة إن أمكن، وأبلغ الدعم الفني بالرقم أدناه.</translation>
    </message>
    <message>
        <source>Five wrong codes. No points were taken. Send the code again and use the new message only; if the service still refuses it, wait 15 minutes.</source>
        <translation>خمسة رموز خاطئة. لم تُخصم أي نقاط. أعد إرسال الرمز واستخدم الرسالة الجديدة فقط؛ إذا ظلت الخدمة ترفضه فانتظر ربع ساعة.</translation>
    </message>
    <message numerus="yes">
        <source>The outcome of %Ln earlier redemption(s) is not known yet. The till is asking the service. Do not redeem them again.</source>
        <translation>
            <numerusform>لا توجد عمليات استبدال سابقة غير مؤكدة.</numerusform>
            <numerusform>عملية استبدال سابقة لم تتأكد بعد. الجهاز يسأل الخدمة عنها. لا تكررها.</numerusform>
            <numerusform>عمليتا استبدال سابقتان لم تتأكدا بعد. الجهاز يسأل الخدمة عنهما. لا تكررهما.</numerusform>
            <numerusform>%Ln عمليات استبدال سابقة لم تتأكد بعد. الجهاز يسأل الخدمة عنها. لا تكررها.</numerusform>
            <numerusform>%Ln عملية استبدال سابقة لم تتأكد بعد. الجهاز يسأل الخدمة عنها. لا تكررها.</numerusform>
            <numerusform>%Ln عملية استبدال سابقة لم تتأكد بعد. الجهاز يسأل الخدمة عنها. لا تكررها.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is not known yet whether the points of %Ln earlier redemption(s) were given back. The till is asking the service. Do not give them back again.</source>
        <translation>
            <numerusform>لم يتأكد بعد هل أُعيدت نقاط %Ln عملية استبدال سابقة. الجهاز يسأل الخدمة. لا تُعِدها مرة أخرى.</numerusform>
            <numerusform>لم يتأكد بعد هل أُعيدت نقاط عملية استبدال سابقة. الجهاز يسأل الخدمة. لا تُعِدها مرة أخرى.</numerusform>
            <numerusform>لم يتأكد بعد هل أُعيدت نقاط عمليتي استبدال سابقتين. الجهاز يسأل الخدمة. لا تُعِدها مرة أخرى.</numerusform>
            <numerusform>لم يتأكد بعد هل أُعيدت نقاط %Ln عمليات استبدال سابقة. الجهاز يسأل الخدمة. لا تُعِدها مرة أخرى.</numerusform>
            <numerusform>لم يتأكد بعد هل أُعيدت نقاط %Ln عملية استبدال سابقة. الجهاز يسأل الخدمة. لا تُعِدها مرة أخرى.</numerusform>
            <numerusform>لم يتأكد بعد هل أُعيدت نقاط %Ln عملية استبدال سابقة. الجهاز يسأل الخدمة. لا تُعِدها مرة أخرى.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A redemption that was recorded as not done did happen: {points} points for {who}. Take them off the bill, or tell support to give them back.</source>
        <translation>
            <numerusform>تبيّن أن عملية استبدال ظننا أنها لم تتم قد تمت: {points} نقطة لـ ⁦{who}⁩. اخصم قيمتها من الفاتورة، أو اطلب من الدعم الفني إعادتها.</numerusform>
            <numerusform>تبيّن أن عملية استبدال ظننا أنها لم تتم قد تمت: {points} نقطة لـ ⁦{who}⁩. اخصم قيمتها من الفاتورة، أو اطلب من الدعم الفني إعادتها.</numerusform>
            <numerusform>تبيّن أن عملية استبدال ظننا أنها لم تتم قد تمت: {points} نقطة لـ ⁦{who}⁩. اخصم قيمتها من الفاتورة، أو اطلب من الدعم الفني إعادتها.</numerusform>
            <numerusform>تبيّن أن عملية استبدال ظننا أنها لم تتم قد تمت: {points} نقاط لـ ⁦{who}⁩. اخصم قيمتها من الفاتورة، أو اطلب من الدعم الفني إعادتها.</numerusform>
            <numerusform>تبيّن أن عملية استبدال ظننا أنها لم تتم قد تمت: {points} نقطة لـ ⁦{who}⁩. اخصم قيمتها من الفاتورة، أو اطلب من الدعم الفني إعادتها.</numerusform>
            <numerusform>تبيّن أن عملية استبدال ظننا أنها لم تتم قد تمت: {points} نقطة لـ ⁦{who}⁩. اخصم قيمتها من الفاتورة، أو اطلب من الدعم الفني إعادتها.</numerusform>
        </translation>
    </message>
    <message>
        <source>{news} Go back, then try again.</source>
        <translation>{news} ارجع، ثم حاول مرة أخرى.</translation>
    </message>
    <message numerus="yes">
        <source>Now known: {points} points were redeemed for {who}. The receipt is in the history.</source>
        <translation>
            <numerusform>تأكد الآن: استُبدلت {points} نقطة لـ ⁦{who}⁩. الإيصال في السجل.</numerusform>
            <numerusform>تأكد الآن: استُبدلت {points} نقطة لـ ⁦{who}⁩. الإيصال في السجل.</numerusform>
            <numerusform>تأكد الآن: استُبدلت {points} نقطة لـ ⁦{who}⁩. الإيصال في السجل.</numerusform>
            <numerusform>تأكد الآن: استُبدلت {points} نقاط لـ ⁦{who}⁩. الإيصال في السجل.</numerusform>
            <numerusform>تأكد الآن: استُبدلت {points} نقطة لـ ⁦{who}⁩. الإيصال في السجل.</numerusform>
            <numerusform>تأكد الآن: استُبدلت {points} نقطة لـ ⁦{who}⁩. الإيصال في السجل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Now known: the {points} points for {who} were not redeemed. Nothing was taken.</source>
        <translation>
            <numerusform>تأكد الآن: لم تُستبدل {points} نقطة لـ ⁦{who}⁩. لم يُخصم شيء.</numerusform>
            <numerusform>تأكد الآن: لم تُستبدل {points} نقطة لـ ⁦{who}⁩. لم يُخصم شيء.</numerusform>
            <numerusform>تأكد الآن: لم تُستبدل {points} نقطة لـ ⁦{who}⁩. لم يُخصم شيء.</numerusform>
            <numerusform>تأكد الآن: لم تُستبدل {points} نقاط لـ ⁦{who}⁩. لم يُخصم شيء.</numerusform>
            <numerusform>تأكد الآن: لم تُستبدل {points} نقطة لـ ⁦{who}⁩. لم يُخصم شيء.</numerusform>
            <numerusform>تأكد الآن: لم تُستبدل {points} نقطة لـ ⁦{who}⁩. لم يُخصم شيء.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutlookLine</name>
    <message numerus="yes">
        <source>{points} points expire on {day}</source>
        <translation>
            <numerusform>تنتهي صلاحية {points} نقطة في {day}</numerusform>
            <numerusform>تنتهي صلاحية {points} نقطة في {day}</numerusform>
            <numerusform>تنتهي صلاحية {points} نقطة في {day}</numerusform>
            <numerusform>تنتهي صلاحية {points} نقاط في {day}</numerusform>
            <numerusform>تنتهي صلاحية {points} نقطة في {day}</numerusform>
            <numerusform>تنتهي صلاحية {points} نقطة في {day}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} of the {all} points expire on {day}</source>
        <translation>
            <numerusform>تنتهي صلاحية {points} نقطة من أصل {all} في {day}</numerusform>
            <numerusform>تنتهي صلاحية {points} نقطة من أصل {all} في {day}</numerusform>
            <numerusform>تنتهي صلاحية {points} نقطة من أصل {all} في {day}</numerusform>
            <numerusform>تنتهي صلاحية {points} نقاط من أصل {all} في {day}</numerusform>
            <numerusform>تنتهي صلاحية {points} نقطة من أصل {all} في {day}</numerusform>
            <numerusform>تنتهي صلاحية {points} نقطة من أصل {all} في {day}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PadDock</name>
    <message>
        <source>Hide keys</source>
        <translation>إخفاء المفاتيح</translation>
    </message>
</context>
<context>
    <name>PaperRequests</name>
    <message>
        <source>Printing the receipt…</source>
        <translation>جارٍ طباعة الإيصال…</translation>
    </message>
    <message>
        <source>Saving the receipt…</source>
        <translation>جارٍ حفظ الإيصال…</translation>
    </message>
    <message>
        <source>Printing the report…</source>
        <translation>جارٍ طباعة التقرير…</translation>
    </message>
    <message>
        <source>Saving the report…</source>
        <translation>جارٍ حفظ التقرير…</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>حُفظ باسم ⁦{path}⁩</translation>
    </message>
    <message>
        <source>It has been sent to the printer.</source>
        <translation>أُرسل إلى الطابعة.</translation>
    </message>
    <message>
        <source>The receipt has been sent to the printer.</source>
        <translation>أُرسل الإيصال إلى الطابعة.</translation>
    </message>
    <message>
        <source>The receipt is printed.</source>
        <translation>طُبع الإيصال.</translation>
    </message>
    <message>
        <source>It is printed.</source>
        <translation>طُبع.</translation>
    </message>
    <message>
        <source>A receipt was not printed. {reason} It can be printed again in History.</source>
        <translation>لم يُطبع إيصال. {reason} يمكن طباعته مجددًا في السجل.</translation>
    </message>
    <message>
        <source>A report, a test page or a receipt for points given back was not printed. {reason}</source>
        <translation>لم يُطبع تقرير أو صفحة تجريبية أو إيصال نقاط معادة. {reason}</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Receipt</source>
        <translation>الإيصال</translation>
    </message>
    <message>
        <source>As it will be printed</source>
        <translation>كما سيُطبع</translation>
    </message>
</context>
<context>
    <name>PointsStep</name>
    <message>
        <source>How many points?</source>
        <translation>كم نقطة؟</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>Change points</source>
        <translation>تغيير النقاط</translation>
    </message>
    <message>
        <source>Points to redeem</source>
        <translation>النقاط المطلوب استبدالها</translation>
    </message>
    <message>
        <source>Bill number</source>
        <translation>رقم الفاتورة</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Send code</source>
        <translation>إرسال الرمز</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>العميل التالي</translation>
    </message>
    <message>
        <source>Next: the code</source>
        <translation>التالي: الرمز</translation>
    </message>
    <message>
        <source>Sending code…</source>
        <translation>جارٍ إرسال الرمز…</translation>
    </message>
    <message>
        <source>from the POS</source>
        <translation>من نظام البيع</translation>
    </message>
    <message>
        <source>up to {points}</source>
        <translation>حتى {points}</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقاط</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
        </translation>
    </message>
    <message>
        <source>bill {bill}</source>
        <translation>فاتورة ⁦{bill}⁩</translation>
    </message>
    <message>
        <source>from a group</source>
        <translation>من مجموعة</translation>
    </message>
    <message>
        <source>Back to the POS</source>
        <translation>العودة إلى نظام البيع</translation>
    </message>
    <message>
        <source>{money} to pay.</source>
        <translation>{money} للدفع.</translation>
    </message>
    <message>
        <source>Amount of money</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>{money} more than the bill.</source>
        <translation>{money} أكثر من الفاتورة.</translation>
    </message>
    <message numerus="yes">
        <source>{words}. Leaves {remaining} points in the group.</source>
        <translation>
            <numerusform>{words}. يتبقى {remaining} نقطة في المجموعة.</numerusform>
            <numerusform>{words}. يتبقى {remaining} نقطة في المجموعة.</numerusform>
            <numerusform>{words}. يتبقى {remaining} نقطة في المجموعة.</numerusform>
            <numerusform>{words}. يتبقى {remaining} نقاط في المجموعة.</numerusform>
            <numerusform>{words}. يتبقى {remaining} نقطة في المجموعة.</numerusform>
            <numerusform>{words}. يتبقى {remaining} نقطة في المجموعة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{words}. Leaves {remaining} points.</source>
        <translation>
            <numerusform>{words}. يتبقى {remaining} نقطة.</numerusform>
            <numerusform>{words}. يتبقى {remaining} نقطة.</numerusform>
            <numerusform>{words}. يتبقى {remaining} نقطة.</numerusform>
            <numerusform>{words}. يتبقى {remaining} نقاط.</numerusform>
            <numerusform>{words}. يتبقى {remaining} نقطة.</numerusform>
            <numerusform>{words}. يتبقى {remaining} نقطة.</numerusform>
        </translation>
    </message>
    <message>
        <source>{money} off the bill</source>
        <translation>خصم {money} من الفاتورة</translation>
    </message>
</context>
<context>
    <name>PrintStateView</name>
    <message>
        <source>Test page</source>
        <translation>صفحة تجريبية</translation>
    </message>
</context>
<context>
    <name>PrintStatus</name>
    <message>
        <source>Print again</source>
        <translation>طباعة مجددًا</translation>
    </message>
    <message>
        <source>Another printer</source>
        <translation>طابعة أخرى</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>الطابعة</translation>
    </message>
    <message>
        <source>Printing the receipt…</source>
        <translation>جارٍ طباعة الإيصال…</translation>
    </message>
    <message>
        <source>The receipt has been sent to the printer.</source>
        <translation>أُرسل الإيصال إلى الطابعة.</translation>
    </message>
    <message>
        <source>The receipt is printed.</source>
        <translation>طُبع الإيصال.</translation>
    </message>
    <message>
        <source>Choose a printer</source>
        <translation>اختر طابعة</translation>
    </message>
    <message>
        <source>No other printer was found</source>
        <translation>لم يُعثر على طابعة أخرى</translation>
    </message>
    <message>
        <source>{name} (receipt printer)</source>
        <translation>{name} (طابعة إيصالات)</translation>
    </message>
</context>
<context>
    <name>PrinterControl</name>
    <message>
        <source>Default printer</source>
        <translation>الطابعة الافتراضية</translation>
    </message>
</context>
<context>
    <name>QuestionPanel</name>
    <message>
        <source>Go back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Redeem anyway</source>
        <translation>استبدال رغم ذلك</translation>
    </message>
    <message numerus="yes">
        <source>Redeem {points} points anyway</source>
        <translation>
            <numerusform>استبدال {points} نقطة رغم ذلك</numerusform>
            <numerusform>استبدال {points} نقطة رغم ذلك</numerusform>
            <numerusform>استبدال {points} نقطة رغم ذلك</numerusform>
            <numerusform>استبدال {points} نقاط رغم ذلك</numerusform>
            <numerusform>استبدال {points} نقطة رغم ذلك</numerusform>
            <numerusform>استبدال {points} نقطة رغم ذلك</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>TRAINING. Not a receipt.</source>
        <translation>تدريب. ليس إيصالًا.</translation>
    </message>
    <message>
        <source>COPY</source>
        <translation>نسخة</translation>
    </message>
    <message>
        <source>Till {till} · Cashier {cashier}</source>
        <translation>جهاز البيع {till} · أمين الصندوق {cashier}</translation>
    </message>
    <message>
        <source>Till {till}</source>
        <translation>جهاز البيع {till}</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>الفاتورة</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>العضو</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>النقاط</translation>
    </message>
    <message>
        <source>From the group’s points</source>
        <translation>من نقاط المجموعة</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>الرصيد</translation>
    </message>
    <message>
        <source>Redemption</source>
        <translation>رقم العملية</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>رقم المرجع</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>شكرًا لكم</translation>
    </message>
    <message>
        <source>POINTS GIVEN BACK</source>
        <translation>نقاط معادة</translation>
    </message>
    <message>
        <source>Points given back</source>
        <translation>النقاط المعادة</translation>
    </message>
    <message>
        <source>Expired, not given back</source>
        <translation>منتهية الصلاحية، لم تُعَد</translation>
    </message>
    <message>
        <source>Points for the member</source>
        <translation>نقاط للعضو</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Reversal</source>
        <translation>الإعادة</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>مستبدلة</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>معادة</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>مرفوضة</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>غير مؤكدة بعد</translation>
    </message>
    <message>
        <source>Not given back</source>
        <translation>لم تُعَد</translation>
    </message>
    <message>
        <source>Giving back</source>
        <translation>قيد الإعادة</translation>
    </message>
    <message>
        <source>End of day</source>
        <translation>نهاية اليوم</translation>
    </message>
    <message>
        <source>{name} × {count}</source>
        <translation>{name} × {count}</translation>
    </message>
    <message>
        <source>Net points</source>
        <translation>صافي النقاط</translation>
    </message>
    <message>
        <source>Net value</source>
        <translation>صافي القيمة</translation>
    </message>
    <message>
        <source>By cashier</source>
        <translation>حسب أمين الصندوق</translation>
    </message>
    <message>
        <source>By program</source>
        <translation>حسب البرنامج</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>بلا اسم</translation>
    </message>
    <message>
        <source>Default program</source>
        <translation>البرنامج الافتراضي</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>لا يزال معلقًا</translation>
    </message>
    <message>
        <source>Since it was closed</source>
        <translation>منذ إغلاق اليوم</translation>
    </message>
    <message>
        <source>Settled since, of other days</source>
        <translation>حُسمت منذ ذلك، من أيام أخرى</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>ملف العمليات</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} إلى {last}</translation>
    </message>
    <message>
        <source>No events</source>
        <translation>لا أحداث</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>البصمة</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>طُبع</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>Closed by {cashier}</source>
        <translation>أغلقه {cashier}</translation>
    </message>
    <message>
        <source>The day is open</source>
        <translation>اليوم مفتوح</translation>
    </message>
    <message>
        <source>TRAINING</source>
        <translation>تدريب</translation>
    </message>
    <message>
        <source>Practice store</source>
        <translation>متجر التدريب</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>طباعة تجريبية</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>جهاز البيع</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>الطابعة</translation>
    </message>
    <message>
        <source>Default printer</source>
        <translation>الطابعة الافتراضية</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>الورق</translation>
    </message>
    <message>
        <source>If you can read this, the printer works.</source>
        <translation>إذا كنت تقرأ هذا فالطابعة تعمل.</translation>
    </message>
</context>
<context>
    <name>ReceiptPage</name>
    <message>
        <source>Points redeemed</source>
        <translation>النقاط المستبدلة</translation>
    </message>
    <message>
        <source>Updated balance</source>
        <translation>الرصيد الجديد</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>طباعة الإيصال</translation>
    </message>
    <message>
        <source>Save receipt</source>
        <translation>حفظ الإيصال</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>عميل جديد</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Back to POS</source>
        <translation>العودة إلى نظام البيع</translation>
    </message>
    <message>
        <source>The points have been given back since</source>
        <translation>أُعيدت النقاط منذ ذلك</translation>
    </message>
    <message numerus="yes">
        <source>Take {points} points off the bill</source>
        <translation>
            <numerusform>اخصم {points} نقطة من الفاتورة</numerusform>
            <numerusform>اخصم {points} نقطة من الفاتورة</numerusform>
            <numerusform>اخصم {points} نقطة من الفاتورة</numerusform>
            <numerusform>اخصم {points} نقاط من الفاتورة</numerusform>
            <numerusform>اخصم {points} نقطة من الفاتورة</numerusform>
            <numerusform>اخصم {points} نقطة من الفاتورة</numerusform>
        </translation>
    </message>
    <message>
        <source>Bill {bill}</source>
        <translation>الفاتورة ⁦{bill}⁩</translation>
    </message>
    <message>
        <source>The service did not say what they are worth.</source>
        <translation>لم تذكر الخدمة قيمتها.</translation>
    </message>
    <message numerus="yes">
        <source>{points} points have been given back since.</source>
        <translation>
            <numerusform>أُعيدت {points} نقطة منذ ذلك.</numerusform>
            <numerusform>أُعيدت {points} نقطة منذ ذلك.</numerusform>
            <numerusform>أُعيدت {points} نقطة منذ ذلك.</numerusform>
            <numerusform>أُعيدت {points} نقاط منذ ذلك.</numerusform>
            <numerusform>أُعيدت {points} نقطة منذ ذلك.</numerusform>
            <numerusform>أُعيدت {points} نقطة منذ ذلك.</numerusform>
        </translation>
    </message>
    <message>
        <source>not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>Take {value} off the bill</source>
        <translation>اخصم {value} من الفاتورة</translation>
    </message>
</context>
<context>
    <name>Redeeming</name>
    <message numerus="yes">
        <source>{points} points are worth {worth}. Check the amount with the member.</source>
        <translation>
            <numerusform>قيمة {points} نقطة هي {worth}. تأكد من المبلغ مع العضو.</numerusform>
            <numerusform>قيمة {points} نقطة هي {worth}. تأكد من المبلغ مع العضو.</numerusform>
            <numerusform>قيمة {points} نقطة هي {worth}. تأكد من المبلغ مع العضو.</numerusform>
            <numerusform>قيمة {points} نقاط هي {worth}. تأكد من المبلغ مع العضو.</numerusform>
            <numerusform>قيمة {points} نقطة هي {worth}. تأكد من المبلغ مع العضو.</numerusform>
            <numerusform>قيمة {points} نقطة هي {worth}. تأكد من المبلغ مع العضو.</numerusform>
        </translation>
    </message>
    <message>
        <source>The code has been sent again.</source>
        <translation>أُعيد إرسال الرمز.</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Enter the supervisor’s PIN and a reason.</source>
        <translation>لم يُستبدل شيء. يلزم الرقم السري للمشرف والسبب.</translation>
    </message>
</context>
<context>
    <name>RequestedGiveBack</name>
    <message>
        <source>The POS no longer asks to give points back.</source>
        <translation>لم يعد نظام البيع يطلب إعادة النقاط.</translation>
    </message>
</context>
<context>
    <name>ScanHint</name>
    <message>
        <source>Or scan the card or the code</source>
        <translation>أو امسح البطاقة أو الرمز</translation>
    </message>
    <message>
        <source>It goes into the field, wherever the cursor is.</source>
        <translation>يصل إلى الحقل أينما كان المؤشر.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The settings are saved.</source>
        <translation>حُفظت الإعدادات.</translation>
    </message>
    <message>
        <source>Cannot be used, so the default counts: {settings}. F10 shows why.</source>
        <translation>لا يمكن استخدامه، فتُعتمد القيمة الافتراضية: {settings}. يبين F10 السبب.</translation>
    </message>
    <message>
        <source>The till works with a new record now.</source>
        <translation>يعمل الجهاز الآن بملف عمليات جديد.</translation>
    </message>
    <message>
        <source>The till works with a new record now. The damaged one is kept as {name}.</source>
        <translation>يعمل الجهاز الآن بملف عمليات جديد. الملف التالف محفوظ باسم {name}.</translation>
    </message>
    <message>
        <source>Another window on this computer is open for the same service and till name. The two do not know about each other’s redemptions. Close one of them.</source>
        <translation>توجد نافذة أخرى مفتوحة على هذا الكمبيوتر للخدمة نفسها وباسم الجهاز نفسه. لا تعرف أي منهما عمليات الأخرى. أغلق إحداهما.</translation>
    </message>
    <message>
        <source>This till’s record of redemptions was copied from another computer or from a backup. Nothing that was started there is sent again. Ask support before you also use the other one.</source>
        <translation>ملف عمليات هذا الجهاز منسوخ من كمبيوتر آخر أو من نسخة احتياطية. لن يُعاد إرسال أي عملية بدأت هناك. اسأل الدعم الفني قبل استخدام الكمبيوتر الآخر أيضًا.</translation>
    </message>
    <message>
        <source>The settings are saved. They count after this customer.</source>
        <translation>حُفظت الإعدادات. تسري بعد هذا العميل.</translation>
    </message>
</context>
<context>
    <name>SettingControl</name>
    <message>
        <source>Error: {why}</source>
        <translation>خطأ: {why}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>المتجر</translation>
    </message>
    <message>
        <source>Redeeming</source>
        <translation>الاستبدال</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>الرموز</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>الطباعة</translation>
    </message>
    <message>
        <source>Cashiers</source>
        <translation>أمناء الصندوق</translation>
    </message>
    <message>
        <source>POS</source>
        <translation>نظام البيع</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation>المقر الرئيسي</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>المظهر واللغة</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>الدعم الفني</translation>
    </message>
    <message>
        <source>Address of the service</source>
        <translation>عنوان الخدمة</translation>
    </message>
    <message>
        <source>Address of the loyalty service, which begins with https://.</source>
        <translation>عنوان خدمة الولاء، ويبدأ بـ ⁦https://⁩.</translation>
    </message>
    <message>
        <source>Name of this till</source>
        <translation>اسم هذا الجهاز</translation>
    </message>
    <message>
        <source>The user of the service’s Basic authentication. ${HOSTNAME} is this computer’s name.</source>
        <translation>مستخدم مصادقة Basic للخدمة. ⁦${HOSTNAME}⁩ هو اسم هذا الكمبيوتر.</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>تسجيل الدخول بـ</translation>
    </message>
    <message>
        <source>How the till signs in to the service.</source>
        <translation>كيف يسجّل الجهاز الدخول إلى الخدمة.</translation>
    </message>
    <message>
        <source>Name and password</source>
        <translation>الاسم وكلمة المرور</translation>
    </message>
    <message>
        <source>Key and secret (OAuth)</source>
        <translation>المفتاح والسر (OAuth)</translation>
    </message>
    <message>
        <source>Password is a digest</source>
        <translation>كلمة المرور ملخص</translation>
    </message>
    <message>
        <source>The stored password is its MD5 digest already.</source>
        <translation>كلمة المرور المحفوظة هي ملخص MD5 أصلًا.</translation>
    </message>
    <message>
        <source>Time to connect</source>
        <translation>وقت الاتصال</translation>
    </message>
    <message>
        <source>Seconds to wait for a connection.</source>
        <translation>ثواني انتظار الاتصال.</translation>
    </message>
    <message>
        <source>Time for a call</source>
        <translation>وقت الطلب</translation>
    </message>
    <message>
        <source>Seconds for the whole of a call.</source>
        <translation>ثواني الطلب كله.</translation>
    </message>
    <message>
        <source>Settle after</source>
        <translation>الحسم بعد</translation>
    </message>
    <message>
        <source>Seconds after the end of a call. From then on, several look-ups that find nothing prove that no points moved.</source>
        <translation>الثواني منذ انتهاء الطلب. بعدها تثبت عدة عمليات بحث بلا نتيجة أنه لم تُخصم أي نقاط.</translation>
    </message>
    <message>
        <source>Look again after</source>
        <translation>النظر مجددًا بعد</translation>
    </message>
    <message>
        <source>Seconds until a redemption recorded as not redeemed is looked up again.</source>
        <translation>الثواني قبل البحث مجددًا عن استبدال مسجل كغير مستبدل.</translation>
    </message>
    <message>
        <source>Calls per minute</source>
        <translation>الطلبات في الدقيقة</translation>
    </message>
    <message>
        <source>The service’s rate limit for this till.</source>
        <translation>حد الخدمة لهذا الجهاز.</translation>
    </message>
    <message>
        <source>Attribution type</source>
        <translation>نوع الإسناد</translation>
    </message>
    <message>
        <source>X-CAP-API-ATTRIBUTION-ENTITY-TYPE, such as TILL or STORE_CODE.</source>
        <translation>X-CAP-API-ATTRIBUTION-ENTITY-TYPE، مثل TILL أو STORE_CODE.</translation>
    </message>
    <message>
        <source>Attribution code</source>
        <translation>رمز الإسناد</translation>
    </message>
    <message>
        <source>X-CAP-API-ATTRIBUTION-ENTITY-CODE.</source>
        <translation>X-CAP-API-ATTRIBUTION-ENTITY-CODE.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>الوكيل</translation>
    </message>
    <message>
        <source>http://host:port of the proxy, direct for none; empty for the one of this computer.</source>
        <translation>عنوان الوكيل http://host:port، أو direct لعدم استخدام وكيل؛ فارغ لوكيل هذا الكمبيوتر.</translation>
    </message>
    <message>
        <source>Name for the proxy</source>
        <translation>الاسم للوكيل</translation>
    </message>
    <message>
        <source>Who logs in at the proxy; empty if it asks for no login.</source>
        <translation>من يسجّل الدخول إلى الوكيل؛ فارغ إذا لم يطلب دخولًا.</translation>
    </message>
    <message>
        <source>File of certificates</source>
        <translation>ملف الشهادات</translation>
    </message>
    <message>
        <source>Path of a PEM file of certificate authorities to trust beside those of this computer.</source>
        <translation>مسار ملف PEM لسلطات شهادات يوثق بها إضافة إلى سلطات هذا الكمبيوتر.</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>المتجر</translation>
    </message>
    <message>
        <source>The store’s name, for the window and the receipt.</source>
        <translation>اسم المتجر، للنافذة والإيصال.</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>البلد</translation>
    </message>
    <message>
        <source>Region of numbers without a country code.</source>
        <translation>منطقة الأرقام بلا رمز بلد.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>Currency; empty for the country’s own.</source>
        <translation>العملة؛ فارغة لعملة البلد.</translation>
    </message>
    <message>
        <source>Form of mobile numbers</source>
        <translation>شكل أرقام الجوال</translation>
    </message>
    <message>
        <source>How the service wants numbers: digits, plus, national.</source>
        <translation>كيف تريد الخدمة الأرقام: أرقام، زائد، محلي.</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>أرقام</translation>
    </message>
    <message>
        <source>With +</source>
        <translation>مع +</translation>
    </message>
    <message>
        <source>National</source>
        <translation>محلي</translation>
    </message>
    <message>
        <source>Days to keep numbers</source>
        <translation>أيام حفظ الأرقام</translation>
    </message>
    <message>
        <source>Days that mobile numbers of settled attempts are kept.</source>
        <translation>الأيام التي تُحفظ فيها أرقام الجوال للمحاولات المحسومة.</translation>
    </message>
    <message>
        <source>Loyalty program</source>
        <translation>برنامج الولاء</translation>
    </message>
    <message>
        <source>Fixed program; empty for the default one or the cashier’s choice.</source>
        <translation>برنامج ثابت؛ فارغ للافتراضي أو لاختيار أمين الصندوق.</translation>
    </message>
    <message>
        <source>Bill number required</source>
        <translation>رقم الفاتورة مطلوب</translation>
    </message>
    <message>
        <source>Whether a redemption needs a bill number.</source>
        <translation>هل يحتاج الاستبدال إلى رقم فاتورة.</translation>
    </message>
    <message>
        <source>Points of a group</source>
        <translation>نقاط المجموعة</translation>
    </message>
    <message>
        <source>Whether points of a group can be redeemed.</source>
        <translation>هل يمكن استبدال نقاط مجموعة.</translation>
    </message>
    <message>
        <source>Groups by hand</source>
        <translation>المجموعات يدويًا</translation>
    </message>
    <message>
        <source>Whether a group that the service does not show can be entered by hand.</source>
        <translation>هل يمكن إدخال مجموعة لا تظهرها الخدمة يدويًا.</translation>
    </message>
    <message>
        <source>Look ahead</source>
        <translation>النظر مسبقًا</translation>
    </message>
    <message>
        <source>Ask at once, for a member, which points expire and whether they can be redeemed.</source>
        <translation>السؤال فورًا عن نقاط العضو التي ستنتهي صلاحيتها وهل يمكن استبدالها.</translation>
    </message>
    <message>
        <source>Amounts of money</source>
        <translation>المبالغ المالية</translation>
    </message>
    <message>
        <source>Whether an amount of money can be entered for points.</source>
        <translation>هل يمكن إدخال مبلغ بدل النقاط.</translation>
    </message>
    <message>
        <source>Find members by</source>
        <translation>البحث عن الأعضاء بـ</translation>
    </message>
    <message>
        <source>How a member can be found beside the mobile number: card, email, external_id.</source>
        <translation>كيف يُعثر على العضو غير رقم الجوال: card, email, external_id.</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>البطاقة</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>رقم العميل</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>Whether a redemption can carry a note.</source>
        <translation>هل يمكن أن يحمل الاستبدال ملاحظة.</translation>
    </message>
    <message>
        <source>Length of a note</source>
        <translation>طول الملاحظة</translation>
    </message>
    <message>
        <source>Characters that a note has at most.</source>
        <translation>أكبر عدد أحرف للملاحظة.</translation>
    </message>
    <message>
        <source>Notes to choose from</source>
        <translation>ملاحظات للاختيار</translation>
    </message>
    <message>
        <source>Notes to choose from (JSON list of texts).</source>
        <translation>ملاحظات للاختيار (قائمة JSON من النصوص).</translation>
    </message>
    <message>
        <source>Additional fields</source>
        <translation>حقول إضافية</translation>
    </message>
    <message>
        <source>Fields that the organisation has added (JSON list).</source>
        <translation>حقول أضافتها المؤسسة (قائمة JSON).</translation>
    </message>
    <message>
        <source>Who may give points back</source>
        <translation>من يجوز له إعادة النقاط</translation>
    </message>
    <message>
        <source>Supervisor means the cashier with the supervisor’s PIN.</source>
        <translation>المشرف يعني أمين الصندوق مع الرقم السري للمشرف.</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>أمين الصندوق</translation>
    </message>
    <message>
        <source>Who is at the till, for the receipt and the audit trail, if no one signs on.</source>
        <translation>من يعمل على الجهاز، للإيصال وسجل التدقيق، إذا لم يسجّل أحد الدخول.</translation>
    </message>
    <message>
        <source>Cashiers sign on</source>
        <translation>تسجيل دخول أمناء الصندوق</translation>
    </message>
    <message>
        <source>Whether cashiers sign on before they serve.</source>
        <translation>هل يسجّل أمناء الصندوق الدخول قبل خدمة العملاء.</translation>
    </message>
    <message>
        <source>Cashiers to choose from</source>
        <translation>أمناء صندوق للاختيار</translation>
    </message>
    <message>
        <source>Names to choose from (JSON list of texts). A number before a name can be typed in its place: 1042 Meera Nair.</source>
        <translation>أسماء للاختيار (قائمة JSON من النصوص). يمكن كتابة رقم يسبق الاسم بدلًا منه: ⁦1042 Meera Nair⁩.</translation>
    </message>
    <message>
        <source>No other cashiers</source>
        <translation>لا أمناء صندوق غيرهم</translation>
    </message>
    <message>
        <source>Whether only the cashiers to choose from can sign on.</source>
        <translation>هل يقتصر تسجيل الدخول على أمناء الصندوق المتاحين للاختيار.</translation>
    </message>
    <message>
        <source>Sign off after</source>
        <translation>تسجيل الخروج بعد</translation>
    </message>
    <message>
        <source>Seconds without a key or a touch after which the till signs off; 0: never.</source>
        <translation>الثواني بلا مفتاح أو لمسة التي يسجّل الجهاز الخروج بعدها؛ 0: أبدًا.</translation>
    </message>
    <message>
        <source>File of cashiers’ PINs</source>
        <translation>ملف الأرقام السرية لأمناء الصندوق</translation>
    </message>
    <message>
        <source>Path of a JSON file with each cashier’s PIN as `points-till pin hash` makes it. Cashiers then sign on by PIN.</source>
        <translation>مسار ملف JSON فيه الرقم السري لكل أمين صندوق كما ينشئه `points-till pin hash`. عندها يسجّل أمناء الصندوق الدخول بالرقم السري.</translation>
    </message>
    <message>
        <source>Port of the local interface</source>
        <translation>منفذ الواجهة المحلية</translation>
    </message>
    <message>
        <source>Port on which this till serves the POS’s local interface; 0: it does not.</source>
        <translation>المنفذ الذي يقدّم عليه هذا الجهاز الواجهة المحلية لنظام البيع؛ 0: لا يقدّمها.</translation>
    </message>
    <message>
        <source>Web pages that may call</source>
        <translation>صفحات الويب المسموح لها بالاتصال</translation>
    </message>
    <message>
        <source>Web pages that may call the local interface, such as https://pos.example (JSON list).</source>
        <translation>صفحات الويب المسموح لها بالاتصال بالواجهة المحلية، مثل https://pos.example (قائمة JSON).</translation>
    </message>
    <message>
        <source>Address of head office</source>
        <translation>عنوان المقر الرئيسي</translation>
    </message>
    <message>
        <source>Address of head office, which begins with https://. Empty: nothing is sent.</source>
        <translation>عنوان المقر الرئيسي، ويبدأ بـ ⁦https://⁩. فارغ: لا يُرسل شيء.</translation>
    </message>
    <message>
        <source>Key for head office</source>
        <translation>المفتاح للمقر الرئيسي</translation>
    </message>
    <message>
        <source>This till’s key, as `points-till head-office enrol` prints it.</source>
        <translation>مفتاح هذا الجهاز كما يعرضه `points-till head-office enrol`.</translation>
    </message>
    <message>
        <source>Pause between sends</source>
        <translation>الفاصل بين عمليات الإرسال</translation>
    </message>
    <message>
        <source>Seconds between looks for something new to send.</source>
        <translation>الثواني بين مرات البحث عن جديد لإرساله.</translation>
    </message>
    <message>
        <source>Bandwidth for head office</source>
        <translation>سعة الاتصال للمقر الرئيسي</translation>
    </message>
    <message>
        <source>Kilobytes a second that sending to head office may use; 0: no limit.</source>
        <translation>الكيلوبايتات في الثانية التي يمكن أن يستخدمها الإرسال إلى المقر الرئيسي؛ 0: بلا حد.</translation>
    </message>
    <message>
        <source>Numbers for head office</source>
        <translation>الأرقام للمقر الرئيسي</translation>
    </message>
    <message>
        <source>Whether head office gets mobile numbers in full, and not only as keyed digests.</source>
        <translation>هل يتلقى المقر الرئيسي أرقام الجوال كاملة، لا كملخصات بمفتاح فقط.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>It is kept in this computer’s keyring, with the secret. Leave both empty to keep those that are stored.</source>
        <translation>يُحفظ في سلسلة مفاتيح هذا الكمبيوتر مع السر. اترك كليهما فارغًا لإبقاء المحفوظين.</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>السر</translation>
    </message>
    <message>
        <source>It was shown once, when the key was made. Leave both empty to keep those that are stored.</source>
        <translation>عُرض مرة واحدة عند إنشاء المفتاح. اترك كليهما فارغًا لإبقاء المحفوظين.</translation>
    </message>
    <message>
        <source>Password for the proxy</source>
        <translation>كلمة المرور للوكيل</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>يجب أن يكون نصًا</translation>
    </message>
    <message>
        <source>must be one line without control characters</source>
        <translation>يجب أن يكون سطرًا واحدًا بلا محارف تحكم</translation>
    </message>
    <message>
        <source>must be text without control characters</source>
        <translation>يجب أن يكون نصًا بلا محارف تحكم</translation>
    </message>
    <message>
        <source>must not be longer than {longest} characters</source>
        <translation>يجب ألا يزيد على {longest} من الأحرف</translation>
    </message>
    <message>
        <source>must not have a colon in it</source>
        <translation>يجب ألا يحتوي على نقطتين رأسيتين</translation>
    </message>
    <message>
        <source>must be ASCII letters, digits and marks</source>
        <translation>يجب أن يتكون من أحرف وأرقام وعلامات ⁦ASCII⁩</translation>
    </message>
    <message>
        <source>must not have {name} in it: only {known} is known</source>
        <translation>يجب ألا يحتوي على ⁦{name}⁩: المعروف هو ⁦{known}⁩ فقط</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>يجب أن يكون ⁦true⁩ أو ⁦false⁩</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>يجب أن يكون رقمًا</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>يجب أن يكون عددًا صحيحًا</translation>
    </message>
    <message>
        <source>must be from {lowest} to {highest}</source>
        <translation>يجب أن يكون من {lowest} إلى {highest}</translation>
    </message>
    <message>
        <source>must be an amount of points, such as 100 or 12.5</source>
        <translation>يجب أن يكون عدد نقاط، مثل 100 أو 12.5</translation>
    </message>
    <message>
        <source>must be one of {choices}, or empty for the system’s own</source>
        <translation>يجب أن يكون واحدًا من: ⁦{choices}⁩، أو فارغًا لقيمة النظام</translation>
    </message>
    <message>
        <source>must be one of {choices}</source>
        <translation>يجب أن يكون واحدًا من: ⁦{choices}⁩</translation>
    </message>
    <message>
        <source>must be some of {choices}</source>
        <translation>يجب أن يكون بعضًا من: ⁦{choices}⁩</translation>
    </message>
    <message>
        <source>must be an ISO 4217 code such as INR</source>
        <translation>يجب أن يكون رمز ⁦ISO 4217⁩، مثل ⁦INR⁩</translation>
    </message>
    <message>
        <source>must be an ISO 3166 region such as IN</source>
        <translation>يجب أن تكون منطقة ⁦ISO 3166⁩، مثل ⁦IN⁩</translation>
    </message>
    <message>
        <source>is not an address</source>
        <translation>ليس عنوانًا</translation>
    </message>
    <message>
        <source>must not carry a user name or password</source>
        <translation>يجب ألا يحتوي على اسم مستخدم أو كلمة مرور</translation>
    </message>
    <message>
        <source>must not carry a query</source>
        <translation>يجب ألا يحتوي على معاملات بعد علامة الاستفهام</translation>
    </message>
    <message>
        <source>must begin with https:// (http:// is for this machine alone)</source>
        <translation>يجب أن يبدأ بـ ⁦https://⁩ (⁦http://⁩ لهذا الكمبيوتر فقط)</translation>
    </message>
    <message>
        <source>must begin with https://</source>
        <translation>يجب أن يبدأ بـ ⁦https://⁩</translation>
    </message>
    <message>
        <source>must not carry a login: that is the setting proxy_user and a password of its own</source>
        <translation>يجب ألا يحتوي على بيانات دخول: لها الإعداد ⁦proxy_user⁩ وكلمة مرور خاصة بها</translation>
    </message>
    <message>
        <source>must begin with http:// (it opens a tunnel, so what passes is encrypted all the same)</source>
        <translation>يجب أن يبدأ بـ ⁦http://⁩ (يفتح نفقًا، فيبقى ما يمر فيه مشفرًا)</translation>
    </message>
    <message>
        <source>must be http://host:port</source>
        <translation>يجب أن يكون ⁦http://host:port⁩</translation>
    </message>
    <message>
        <source>must be tcp://HOST:PORT</source>
        <translation>يجب أن يكون ⁦tcp://HOST:PORT⁩</translation>
    </message>
    <message>
        <source>must name a queue after raw:</source>
        <translation>يجب أن يذكر اسم قائمة انتظار بعد ⁦raw:⁩</translation>
    </message>
    <message>
        <source>must be a list of addresses such as https://pos.example</source>
        <translation>يجب أن تكون قائمة عناوين، مثل ⁦https://pos.example⁩</translation>
    </message>
    <message>
        <source>must be addresses such as https://pos.example, without a path or a *</source>
        <translation>يجب أن تكون عناوين مثل ⁦https://pos.example⁩، بلا مسار وبلا *</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>يجب أن تكون قائمة</translation>
    </message>
    <message>
        <source>must be a list of texts</source>
        <translation>يجب أن تكون قائمة نصوص</translation>
    </message>
    <message>
        <source>must be a list of fields</source>
        <translation>يجب أن تكون قائمة حقول</translation>
    </message>
    <message>
        <source>must be a JSON list of texts</source>
        <translation>يجب أن تكون قائمة نصوص بصيغة ⁦JSON⁩</translation>
    </message>
    <message>
        <source>must be a JSON list of fields</source>
        <translation>يجب أن تكون قائمة حقول بصيغة ⁦JSON⁩</translation>
    </message>
    <message>
        <source>must not have more than {most} entries</source>
        <translation>يجب ألا يزيد عدد العناصر على {most}</translation>
    </message>
    <message>
        <source>every field needs a name</source>
        <translation>كل حقل يحتاج إلى اسم</translation>
    </message>
    <message>
        <source>choices must be a list</source>
        <translation>يجب أن تكون ⁦choices⁩ قائمة</translation>
    </message>
    <message>
        <source>{name} needs choices</source>
        <translation>الحقل ⁦{name}⁩ يحتاج إلى خيارات</translation>
    </message>
    <message>
        <source>{name} is there twice</source>
        <translation>الحقل ⁦{name}⁩ موجود مرتين</translation>
    </message>
    <message>
        <source>unknown: {names}</source>
        <translation>غير معروف: ⁦{names}⁩</translation>
    </message>
    <message>
        <source>must be what `points-till pin hash` makes of the PIN</source>
        <translation>يجب أن يكون ما يصنعه ⁦`points-till pin hash`⁩ من الرقم السري</translation>
    </message>
    <message>
        <source>is not a key that `points-till head-office enrol` has printed</source>
        <translation>ليس مفتاحًا عرضه ⁦`points-till head-office enrol`⁩</translation>
    </message>
    <message>
        <source>is not a text</source>
        <translation>ليس نصًا</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>المشرف</translation>
    </message>
    <message>
        <source>The cashier</source>
        <translation>أمين الصندوق</translation>
    </message>
    <message>
        <source>No one</source>
        <translation>لا أحد</translation>
    </message>
    <message>
        <source>Days to give back</source>
        <translation>أيام الإعادة</translation>
    </message>
    <message>
        <source>Days after a redemption within which its points can be given back.</source>
        <translation>الأيام بعد الاستبدال التي يمكن فيها إعادة نقاطه.</translation>
    </message>
    <message>
        <source>Codes are valid for</source>
        <translation>صلاحية الرموز</translation>
    </message>
    <message>
        <source>Seconds that the organisation’s codes are good for; 0: not known.</source>
        <translation>ثواني صلاحية رموز المؤسسة؛ 0: غير معروفة.</translation>
    </message>
    <message>
        <source>New code after</source>
        <translation>رمز جديد بعد</translation>
    </message>
    <message>
        <source>Seconds until a code can be sent again.</source>
        <translation>الثواني قبل إمكان إرسال رمز مجددًا.</translation>
    </message>
    <message>
        <source>Codes in capitals</source>
        <translation>الرموز بأحرف كبيرة</translation>
    </message>
    <message>
        <source>Codes are in capitals: small letters become capitals while they are typed.</source>
        <translation>الرموز بأحرف كبيرة: تصبح الأحرف الصغيرة كبيرة عند الكتابة.</translation>
    </message>
    <message>
        <source>Codes by e-mail</source>
        <translation>الرموز بالبريد الإلكتروني</translation>
    </message>
    <message>
        <source>Whether a code can be asked for by the member’s e-mail address.</source>
        <translation>هل يمكن طلب رمز ببريد العضو الإلكتروني.</translation>
    </message>
    <message>
        <source>Codes by card number</source>
        <translation>الرموز برقم البطاقة</translation>
    </message>
    <message>
        <source>Whether a code can be asked for by the card number with which the member was found.</source>
        <translation>هل يمكن طلب رمز برقم البطاقة الذي عُثر به على العضو.</translation>
    </message>
    <message>
        <source>Code needed from</source>
        <translation>الرمز مطلوب من</translation>
    </message>
    <message>
        <source>Points from which a redemption needs the member’s code. 0: every redemption.</source>
        <translation>النقاط التي يحتاج الاستبدال ابتداءً منها إلى رمز العضو. 0: كل استبدال.</translation>
    </message>
    <message>
        <source>Missed calls</source>
        <translation>المكالمات الفائتة</translation>
    </message>
    <message>
        <source>Whether a missed call can take the place of the code.</source>
        <translation>هل يمكن أن تحل مكالمة فائتة محل الرمز.</translation>
    </message>
    <message>
        <source>Number for missed calls</source>
        <translation>رقم المكالمات الفائتة</translation>
    </message>
    <message>
        <source>The number that a member calls and hangs up.</source>
        <translation>الرقم الذي يتصل به العضو ثم يغلق.</translation>
    </message>
    <message>
        <source>Missed call first</source>
        <translation>المكالمة الفائتة أولًا</translation>
    </message>
    <message>
        <source>Whether a missed call is asked for at once, in place of a code.</source>
        <translation>هل تُطلب مكالمة فائتة فورًا بدل الرمز.</translation>
    </message>
    <message>
        <source>Redeem without a code</source>
        <translation>الاستبدال بلا رمز</translation>
    </message>
    <message>
        <source>Whether a supervisor can let a redemption go without a code; needs supervisor_pin.</source>
        <translation>هل يمكن لمشرف السماح باستبدال بلا رمز؛ يحتاج supervisor_pin.</translation>
    </message>
    <message>
        <source>Supervisor PIN</source>
        <translation>الرقم السري للمشرف</translation>
    </message>
    <message>
        <source>The supervisor’s PIN as `points-till pin hash` makes it, never as it is typed.</source>
        <translation>الرقم السري للمشرف كما ينشئه `points-till pin hash`، لا كما يُكتب.</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>الطابعة</translation>
    </message>
    <message>
        <source>A system queue, raw:QUEUE or tcp://HOST:PORT; empty for the default printer.</source>
        <translation>قائمة نظام أو raw:QUEUE أو tcp://HOST:PORT؛ فارغ للطابعة الافتراضية.</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>الورق</translation>
    </message>
    <message>
        <source>The width of the roll, or a sheet.</source>
        <translation>عرض اللفافة، أو ورقة.</translation>
    </message>
    <message>
        <source>58 mm</source>
        <translation>58 مم</translation>
    </message>
    <message>
        <source>80 mm</source>
        <translation>80 مم</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Print automatically</source>
        <translation>طباعة تلقائية</translation>
    </message>
    <message>
        <source>After each redemption.</source>
        <translation>بعد كل استبدال.</translation>
    </message>
    <message>
        <source>First lines of the receipt</source>
        <translation>أول أسطر الإيصال</translation>
    </message>
    <message>
        <source>Below the store’s name, such as its address.</source>
        <translation>تحت اسم المتجر، مثل عنوانه.</translation>
    </message>
    <message>
        <source>Last lines of the receipt</source>
        <translation>آخر أسطر الإيصال</translation>
    </message>
    <message>
        <source>In place of the thanks, in the store’s language.</source>
        <translation>بدل الشكر، بلغة المتجر.</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>الشعار</translation>
    </message>
    <message>
        <source>Path of a PNG or SVG file, for receipts and the customer’s screen.</source>
        <translation>مسار ملف PNG أو SVG، للإيصالات وشاشة العميل.</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>فتح الدرج</translation>
    </message>
    <message>
        <source>Whether a receipt opens the drawer at a thermal printer.</source>
        <translation>هل يفتح الإيصال الدرج على طابعة حرارية.</translation>
    </message>
    <message>
        <source>Cut the paper</source>
        <translation>قص الورق</translation>
    </message>
    <message>
        <source>Whether a thermal printer cuts the paper.</source>
        <translation>هل تقص الطابعة الحرارية الورق.</translation>
    </message>
    <message>
        <source>Printer’s commands</source>
        <translation>أوامر الطابعة</translation>
    </message>
    <message>
        <source>How a thermal printer takes pictures; columns for older models.</source>
        <translation>كيف تأخذ الطابعة الحرارية الصور؛ الأعمدة للطرازات القديمة.</translation>
    </message>
    <message>
        <source>Raster (GS v 0)</source>
        <translation>نقطي (GS v 0)</translation>
    </message>
    <message>
        <source>Columns (ESC *)</source>
        <translation>أعمدة (⁦ESC *⁩)</translation>
    </message>
    <message>
        <source>Folder for receipts</source>
        <translation>مجلد الإيصالات</translation>
    </message>
    <message>
        <source>Where saved receipts go; empty for Documents.</source>
        <translation>أين تُحفظ الإيصالات؛ فارغ للمستندات.</translation>
    </message>
    <message>
        <source>Language of receipts</source>
        <translation>لغة الإيصالات</translation>
    </message>
    <message>
        <source>Language of the receipt; empty for the window’s.</source>
        <translation>لغة الإيصال؛ فارغة للغة النافذة.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Language of the window; empty for the system’s own.</source>
        <translation>لغة النافذة؛ فارغة للغة النظام.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>system, light, dark or high-contrast.</source>
        <translation>النظام أو فاتح أو داكن أو تباين عالٍ.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>النظام</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>Number pad</source>
        <translation>لوحة الأرقام</translation>
    </message>
    <message>
        <source>When to show it; automatic: if there is a touch screen.</source>
        <translation>متى تظهر؛ تلقائي: إذا وُجدت شاشة لمس.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>تلقائي</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>دائمًا</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>أبدًا</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>حركة أقل</translation>
    </message>
    <message>
        <source>Still patterns take the place of moving ones.</source>
        <translation>أنماط ثابتة بدل المتحركة.</translation>
    </message>
    <message>
        <source>Screen for the customer</source>
        <translation>شاشة للعميل</translation>
    </message>
    <message>
        <source>Points, value and code for the customer’s eyes.</source>
        <translation>النقاط والقيمة والرمز لعين العميل.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>A window</source>
        <translation>نافذة</translation>
    </message>
    <message>
        <source>Second display</source>
        <translation>شاشة ثانية</translation>
    </message>
    <message>
        <source>Log level</source>
        <translation>مستوى سجل التشغيل</translation>
    </message>
    <message>
        <source>The least important lines that are written.</source>
        <translation>أقل الأسطر أهمية مما يُكتب.</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>الأخطاء</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>التحذيرات</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>عادي</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>كل شيء</translation>
    </message>
    <message>
        <source>Log format</source>
        <translation>صيغة سجل التشغيل</translation>
    </message>
    <message>
        <source>Text for people, or JSON lines for programs.</source>
        <translation>نص للأشخاص، أو أسطر JSON للبرامج.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>أسطر JSON</translation>
    </message>
    <message>
        <source>Password of this till</source>
        <translation>كلمة مرور هذا الجهاز</translation>
    </message>
    <message>
        <source>It is kept in this computer’s keyring, never in a file. Leave it empty to keep the one that is stored.</source>
        <translation>تُحفظ في سلسلة مفاتيح هذا الكمبيوتر، لا في ملف أبدًا. اتركها فارغة لإبقاء المحفوظة.</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Search settings</source>
        <translation>بحث في الإعدادات</translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation>مجموعات الإعدادات</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>المجموعة</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>لا يوجد إعداد بهذه الكلمات.</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>مثل النظام</translation>
    </message>
    <message>
        <source>Same as the window</source>
        <translation>مثل النافذة</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln settings</source>
        <translation>
            <numerusform>{count} من %Ln إعداد</numerusform>
            <numerusform>{count} من إعداد واحد</numerusform>
            <numerusform>{count} من إعدادين</numerusform>
            <numerusform>{count} من %Ln إعدادات</numerusform>
            <numerusform>{count} من %Ln إعدادًا</numerusform>
            <numerusform>{count} من %Ln إعداد</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Test connection</source>
        <translation>اختبار الاتصال</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>طباعة تجريبية</translation>
    </message>
    <message>
        <source>Support file</source>
        <translation>ملف الدعم الفني</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>What was saved counts once no customer is being served. Until then, this is what counted before.</source>
        <translation>ما حُفظ يسري عندما لا يُخدم أي عميل. حتى ذلك الحين يظهر هنا ما كان ساريًا من قبل.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Head office has other records under this till’s numbers. Call support.</source>
        <translation>لدى المقر الرئيسي سجلات أخرى بأرقام هذا الجهاز. اتصل بالدعم الفني.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) wait to be sent.</source>
        <translation>
            <numerusform>هناك %Ln سجل في انتظار الإرسال.</numerusform>
            <numerusform>هناك سجل واحد في انتظار الإرسال.</numerusform>
            <numerusform>هناك سجلان في انتظار الإرسال.</numerusform>
            <numerusform>هناك %Ln سجلات في انتظار الإرسال.</numerusform>
            <numerusform>هناك %Ln سجلًا في انتظار الإرسال.</numerusform>
            <numerusform>هناك %Ln سجل في انتظار الإرسال.</numerusform>
        </translation>
    </message>
    <message>
        <source>Head office has not answered yet.</source>
        <translation>لم يُجب المقر الرئيسي بعد.</translation>
    </message>
    <message>
        <source>Head office has everything.</source>
        <translation>لدى المقر الرئيسي كل شيء.</translation>
    </message>
    <message>
        <source>Head office cannot be reached just now. {waiting}</source>
        <translation>تعذّر الوصول إلى المقر الرئيسي الآن. {waiting}</translation>
    </message>
    <message>
        <source>Head office does not know this till’s key. {waiting}</source>
        <translation>لا يعرف المقر الرئيسي مفتاح هذا الجهاز. {waiting}</translation>
    </message>
    <message>
        <source>Head office does not accept this till’s records. Call support. {waiting}</source>
        <translation>لا يقبل المقر الرئيسي سجلات هذا الجهاز. اتصل بالدعم الفني. {waiting}</translation>
    </message>
    <message>
        <source>Set by policy</source>
        <translation>حددته السياسة</translation>
    </message>
    <message>
        <source>Set by environment</source>
        <translation>حددته البيئة</translation>
    </message>
    <message>
        <source>Set by command line</source>
        <translation>حدده سطر الأوامر</translation>
    </message>
    <message>
        <source>Your company’s default</source>
        <translation>القيمة الافتراضية لشركتك</translation>
    </message>
    <message>
        <source>Enter the key and the secret, or neither.</source>
        <translation>أدخل المفتاح والسر معًا، أو اتركهما معًا.</translation>
    </message>
    <message>
        <source>Enter the address of the service.</source>
        <translation>أدخل عنوان الخدمة.</translation>
    </message>
    <message>
        <source>Enter the name of this till.</source>
        <translation>أدخل اسم هذا الجهاز.</translation>
    </message>
    <message>
        <source>Collecting the support file… This can take a minute.</source>
        <translation>جارٍ جمع ملف الدعم الفني… قد يستغرق ذلك دقيقة.</translation>
    </message>
    <message>
        <source>The support file is saved: {path}</source>
        <translation>حُفظ ملف الدعم الفني: ⁦{path}⁩</translation>
    </message>
    <message>
        <source>In training the service’s address, the till and the password are those of the practice service.</source>
        <translation>في التدريب يكون عنوان الخدمة واسم الجهاز وكلمة المرور لخدمة التدريب.</translation>
    </message>
    <message>
        <source>Connecting to the service…</source>
        <translation>جارٍ الاتصال بالخدمة…</translation>
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
        <translation>لم يُسجَّل شيء. يلزم الرقم السري للمشرف والسبب.</translation>
    </message>
    <message>
        <source>Checking the PIN…</source>
        <translation>جارٍ التحقق من الرقم السري…</translation>
    </message>
    <message>
        <source>That PIN is wrong. Nothing was recorded.</source>
        <translation>الرقم السري خاطئ. لم يُسجَّل شيء.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Nothing was recorded. Try again in 15 minutes.</source>
        <translation>أُدخل رقم سري خاطئ مرات كثيرة. لم يُسجَّل شيء. حاول مرة أخرى بعد ربع ساعة.</translation>
    </message>
    <message>
        <source>A supervisor’s PIN cannot be checked here. Nothing was recorded. Tell support.</source>
        <translation>لا يمكن التحقق من الرقم السري للمشرف هنا. لم يُسجَّل شيء. أبلغ الدعم الفني.</translation>
    </message>
</context>
<context>
    <name>SetupBar</name>
    <message>
        <source>First start</source>
        <translation>البدء الأول</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>لغة النافذة</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>مثل النظام</translation>
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
        <translation>العنوان والجهاز</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>المتجر</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>الطابعة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>اختبار الاتصال</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>طباعة تجريبية</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>مثل النظام</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Enter the address of the service.</source>
        <translation>أدخل عنوان الخدمة.</translation>
    </message>
    <message>
        <source>Enter the name of this till.</source>
        <translation>أدخل اسم هذا الجهاز.</translation>
    </message>
    <message>
        <source>Enter the key and the secret, or neither.</source>
        <translation>أدخل المفتاح والسر معًا، أو اتركهما معًا.</translation>
    </message>
    <message>
        <source>{setting}: {problem}</source>
        <translation>{setting}: {problem}</translation>
    </message>
    <message>
        <source>Connecting to the service…</source>
        <translation>جارٍ الاتصال بالخدمة…</translation>
    </message>
</context>
<context>
    <name>SetupSide</name>
    <message>
        <source>Three short pages</source>
        <translation>ثلاث صفحات قصيرة</translation>
    </message>
    <message>
        <source>Your company’s support has given you the address, the name and the password.</source>
        <translation>أعطاك الدعم الفني في شركتك العنوان والاسم وكلمة المرور.</translation>
    </message>
    <message>
        <source>Page 2 opens once the test has passed.</source>
        <translation>تُفتح الصفحة الثانية بعد نجاح الاختبار.</translation>
    </message>
    <message>
        <source>The password is kept in this computer’s keyring, never in a file.</source>
        <translation>تُحفظ كلمة المرور في سلسلة مفاتيح هذا الكمبيوتر، لا في ملف أبدًا.</translation>
    </message>
    <message>
        <source>Only looking?</source>
        <translation>للنظر فقط؟</translation>
    </message>
    <message>
        <source>No account, no network. You can leave it again at any time.</source>
        <translation>بلا حساب ولا شبكة. يمكنك المغادرة في أي وقت.</translation>
    </message>
    <message>
        <source>Try with sample customers</source>
        <translation>التجربة مع عملاء نموذجيين</translation>
    </message>
</context>
<context>
    <name>SignOnPage</name>
    <message>
        <source>Who is at the till?</source>
        <translation>من يعمل على الجهاز؟</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>أمين الصندوق</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>الرقم السري</translation>
    </message>
    <message>
        <source>Sign on</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Choose your name, or type your name or number under Cashier.</source>
        <translation>اختر اسمك، أو اكتب اسمك أو رقمك تحت «أمين الصندوق».</translation>
    </message>
    <message>
        <source>Not in the list? Type your name or number under Cashier.</source>
        <translation>لست في القائمة؟ اكتب اسمك أو رقمك تحت «أمين الصندوق».</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>جارٍ التحقق…</translation>
    </message>
    <message>
        <source>{unknown}. Do not redeem again.</source>
        <translation>{unknown}. لا تستبدل مرة أخرى.</translation>
    </message>
    <message>
        <source>{unknown}. Do not redeem bill {bill} again.</source>
        <translation>{unknown}. لا تستبدل للفاتورة ⁦{bill}⁩ مرة أخرى.</translation>
    </message>
</context>
<context>
    <name>SigningOn</name>
    <message>
        <source>The till is not ready yet. Try again in a moment.</source>
        <translation>الجهاز ليس جاهزًا بعد. حاول مرة أخرى بعد لحظة.</translation>
    </message>
    <message>
        <source>Enter your name or number.</source>
        <translation>أدخل اسمك أو رقمك.</translation>
    </message>
    <message>
        <source>Enter your PIN.</source>
        <translation>أدخل رقمك السري.</translation>
    </message>
    <message>
        <source>The POS says that {named} serves, but {cashier} has signed on and is recorded. Sign off if that is wrong.</source>
        <translation>يفيد نظام البيع بأن {named} على الجهاز، لكن الدخول مسجّل باسم {cashier}، وهذا الاسم هو الذي يُحفظ. سجّل الخروج إن كان ذلك خطأ.</translation>
    </message>
</context>
<context>
    <name>StandingWarning</name>
    <message>
        <source>Warning</source>
        <translation>تحذير</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Redeemed</source>
        <translation>مستبدلة</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>مرفوضة</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>لم تُرسل</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>غير مؤكدة بعد</translation>
    </message>
    <message>
        <source>Not redeemed</source>
        <translation>غير مستبدلة</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>معادة</translation>
    </message>
</context>
<context>
    <name>SupervisorForm</name>
    <message>
        <source>Supervisor’s PIN</source>
        <translation>الرقم السري للمشرف</translation>
    </message>
    <message>
        <source>Why is there no code?</source>
        <translation>لماذا لا يوجد رمز؟</translation>
    </message>
    <message>
        <source>The approval and the reason are kept with this redemption; the PIN is not.</source>
        <translation>يُحفظ إذن المشرف والسبب مع هذه العملية، ولا يُحفظ الرقم السري نفسه.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Allow and redeem</source>
        <translation>السماح والاستبدال</translation>
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
        <translation>ملف الدعم الفني</translation>
    </message>
    <message>
        <source>This is what the file will contain. It has no number, name or e-mail address of a customer, no code and no password.</source>
        <translation>هذا ما سيحتويه الملف. ليس فيه رقم عميل ولا اسمه ولا بريده الإلكتروني، ولا رمز ولا كلمة مرور.</translation>
    </message>
    <message>
        <source>Contents of the support file</source>
        <translation>محتويات ملف الدعم الفني</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Save support file</source>
        <translation>حفظ ملف الدعم الفني</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>لا ملفات</numerusform>
            <numerusform>ملف واحد</numerusform>
            <numerusform>ملفان</numerusform>
            <numerusform>%n ملفات</numerusform>
            <numerusform>%n ملفًا</numerusform>
            <numerusform>%n ملف</numerusform>
        </translation>
    </message>
    <message>
        <source>{count}, {size} as a zip</source>
        <translation>{count}، {size} بصيغة zip</translation>
    </message>
    <message>
        <source>About this file, and versions</source>
        <translation>عن هذا الملف، والإصدارات</translation>
    </message>
    <message>
        <source>Settings, without secrets</source>
        <translation>الإعدادات، بلا أسرار</translation>
    </message>
    <message>
        <source>What was checked, and the results</source>
        <translation>ما فُحص، والنتائج</translation>
    </message>
    <message>
        <source>Redemptions as numbers only</source>
        <translation>عمليات الاستبدال كأرقام فقط</translation>
    </message>
    <message>
        <source>What the program did</source>
        <translation>ما فعله البرنامج</translation>
    </message>
    <message>
        <source>Report of a crash</source>
        <translation>تقرير عن تعطل البرنامج</translation>
    </message>
</context>
<context>
    <name>Switch</name>
    <message>
        <source>On</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>إيقاف</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Error: {why}</source>
        <translation>خطأ: {why}</translation>
    </message>
</context>
<context>
    <name>TillView</name>
    <message>
        <source>Training</source>
        <translation>تدريب</translation>
    </message>
    <message>
        <source>What you typed while the till was busy was ignored. Type it again.</source>
        <translation>تجاهل الجهاز ما كتبته أثناء انشغاله. اكتبه مرة أخرى.</translation>
    </message>
</context>
<context>
    <name>TodayList</name>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>History of today</source>
        <translation>سجل اليوم</translation>
    </message>
    <message numerus="yes">
        <source>{count} redeemed</source>
        <translation>
            <numerusform>{count} عملية استبدال</numerusform>
            <numerusform>{count} عملية استبدال</numerusform>
            <numerusform>{count} عملية استبدال</numerusform>
            <numerusform>{count} عمليات استبدال</numerusform>
            <numerusform>{count} عملية استبدال</numerusform>
            <numerusform>{count} عملية استبدال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقاط</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points given back</source>
        <translation>
            <numerusform>أُعيدت {points} نقطة</numerusform>
            <numerusform>أُعيدت {points} نقطة</numerusform>
            <numerusform>أُعيدت {points} نقطة</numerusform>
            <numerusform>أُعيدت {points} نقاط</numerusform>
            <numerusform>أُعيدت {points} نقطة</numerusform>
            <numerusform>أُعيدت {points} نقطة</numerusform>
        </translation>
    </message>
    <message>
        <source>No redemptions yet today.</source>
        <translation>لا استبدال اليوم بعد.</translation>
    </message>
</context>
<context>
    <name>TrailWords</name>
    <message>
        <source>Recorded and sent</source>
        <translation>سُجلت وأُرسلت</translation>
    </message>
    <message>
        <source>Sent again with the same reference</source>
        <translation>أُرسلت مجددًا بالمرجع نفسه</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>مستبدلة</translation>
    </message>
    <message>
        <source>Found: redeemed</source>
        <translation>وُجدت: مستبدلة</translation>
    </message>
    <message>
        <source>Balance learned</source>
        <translation>عُرف الرصيد</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>مرفوضة</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>لم تُرسل</translation>
    </message>
    <message>
        <source>Proved not redeemed</source>
        <translation>ثبت أنها لم تُستبدل</translation>
    </message>
    <message>
        <source>No answer that proves it</source>
        <translation>لا رد يثبتها</translation>
    </message>
    <message>
        <source>Perhaps found</source>
        <translation>ربما وُجدت</translation>
    </message>
    <message>
        <source>Asked: not there yet</source>
        <translation>سؤال: ليست موجودة بعد</translation>
    </message>
    <message>
        <source>Waited for a busy service</source>
        <translation>انتظار: الخدمة مشغولة</translation>
    </message>
    <message>
        <source>Signed in again, looked, and sent again</source>
        <translation>سُجل الدخول مجددًا، وجرى التحقق، وأُرسلت مجددًا</translation>
    </message>
    <message>
        <source>All points given back</source>
        <translation>أُعيدت كل النقاط</translation>
    </message>
    <message>
        <source>Points given back</source>
        <translation>النقاط المعادة</translation>
    </message>
    <message>
        <source>A supervisor agreed</source>
        <translation>وافق مشرف</translation>
    </message>
    <message>
        <source>A supervisor did not agree</source>
        <translation>لم يوافق مشرف</translation>
    </message>
    <message>
        <source>Settled by hand</source>
        <translation>حُسمت يدويًا</translation>
    </message>
    <message>
        <source>Taken over by {cashier}</source>
        <translation>تولاها {cashier}</translation>
    </message>
    <message>
        <source>Asked for again</source>
        <translation>طُلبت مرة أخرى</translation>
    </message>
    <message>
        <source>No code needed</source>
        <translation>لا حاجة إلى رمز</translation>
    </message>
    <message>
        <source>Without a code</source>
        <translation>بلا رمز</translation>
    </message>
    <message>
        <source>Bill number sent</source>
        <translation>أُرسل رقم الفاتورة</translation>
    </message>
    <message>
        <source>Bill number attached</source>
        <translation>أُضيف رقم الفاتورة</translation>
    </message>
    <message>
        <source>Taken from another journal</source>
        <translation>أُخذت من ملف عمليات آخر</translation>
    </message>
    <message>
        <source>Personal data deleted</source>
        <translation>حُذفت البيانات الشخصية</translation>
    </message>
    <message>
        <source>Found: given back</source>
        <translation>وُجدت: معادة</translation>
    </message>
    <message>
        <source>Proved not given back</source>
        <translation>ثبت أنها لم تُعَد</translation>
    </message>
    <message>
        <source>Giving back: {event}</source>
        <translation>إعادة النقاط: {event}</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Redeem points</source>
        <translation>استبدال النقاط</translation>
    </message>
    <message>
        <source>Type Asha’s mobile number, 97777 88221, and press Enter.</source>
        <translation>اكتب جوال آشا، ⁦97777 88221⁩، واضغط Enter.</translation>
    </message>
    <message>
        <source>Type 10 points and press Enter. Asha’s phone gets a code.</source>
        <translation>اكتب 10 نقاط واضغط Enter. يصل رمز إلى هاتف آشا.</translation>
    </message>
    <message>
        <source>Type the code from the member’s phone and press Enter.</source>
        <translation>اكتب الرمز من هاتف العضو واضغط Enter.</translation>
    </message>
    <message>
        <source>A wrong code</source>
        <translation>رمز خاطئ</translation>
    </message>
    <message>
        <source>Asha misreads the code: type WRONG1 and press Enter.</source>
        <translation>تخطئ آشا في قراءة الرمز: اكتب WRONG1 واضغط Enter.</translation>
    </message>
    <message>
        <source>No points were taken. Now type the code as it is on the phone.</source>
        <translation>لم تُخصم نقاط. اكتب الآن الرمز كما هو على الهاتف.</translation>
    </message>
    <message>
        <source>More points than there are</source>
        <translation>نقاط أكثر من الموجود</translation>
    </message>
    <message>
        <source>Type Vikram’s mobile number, 98765 43001, and press Enter.</source>
        <translation>اكتب جوال فيكرام، ⁦98765 43001⁩، واضغط Enter.</translation>
    </message>
    <message>
        <source>He asks for 20 points but has fewer: type 20 and press Enter.</source>
        <translation>يطلب 20 نقطة ولديه أقل: اكتب 20 واضغط Enter.</translation>
    </message>
    <message>
        <source>Press F6 for all that he has, then Enter.</source>
        <translation>اضغط F6 لكل ما لديه، ثم Enter.</translation>
    </message>
    <message>
        <source>An answer that gets lost</source>
        <translation>رد يضيع</translation>
    </message>
    <message>
        <source>Type the code and press Enter. This time the answer gets lost.</source>
        <translation>اكتب الرمز واضغط Enter. هذه المرة يضيع الرد.</translation>
    </message>
    <message>
        <source>Read what the till says. Do not redeem again. Press Enter for the next customer.</source>
        <translation>اقرأ ما يقوله الجهاز. لا تستبدل مرة أخرى. اضغط Enter للعميل التالي.</translation>
    </message>
    <message>
        <source>The till finds out by itself. Wait until it tells you.</source>
        <translation>سيتأكد الجهاز بنفسه. انتظر حتى يخبرك.</translation>
    </message>
    <message>
        <source>Give points back</source>
        <translation>إعادة نقاط</translation>
    </message>
    <message>
        <source>Asha changes her mind. Open History with F2 and press “Give points back”.</source>
        <translation>غيرت آشا رأيها. افتح السجل بـ F2 واضغط «إعادة نقاط».</translation>
    </message>
    <message>
        <source>Enter all the points and a reason, then press “Give back”.</source>
        <translation>أدخل كل النقاط وسببًا، ثم اضغط «إعادة».</translation>
    </message>
    <message>
        <source>Everyday customers</source>
        <translation>عملاء كل يوم</translation>
    </message>
    <message>
        <source>Programs and groups</source>
        <translation>البرامج والمجموعات</translation>
    </message>
    <message>
        <source>Limits on points</source>
        <translation>حدود النقاط</translation>
    </message>
    <message>
        <source>Trouble with the code</source>
        <translation>مشاكل الرمز</translation>
    </message>
    <message>
        <source>Cannot be found</source>
        <translation>لا يُعثر عليهم</translation>
    </message>
    <message>
        <source>May not redeem</source>
        <translation>لا يجوز لهم الاستبدال</translation>
    </message>
    <message>
        <source>Refused at the last moment</source>
        <translation>رُفضوا في آخر لحظة</translation>
    </message>
    <message>
        <source>Giving points back</source>
        <translation>إعادة النقاط</translation>
    </message>
    <message>
        <source>Slow or no answer</source>
        <translation>بطيء أو بلا رد</translation>
    </message>
    <message>
        <source>The points move, the answer is lost</source>
        <translation>تُخصم النقاط ويضيع الرد</translation>
    </message>
    <message>
        <source>Nothing is done</source>
        <translation>لا يحدث شيء</translation>
    </message>
    <message>
        <source>The service is busy</source>
        <translation>الخدمة مشغولة</translation>
    </message>
    <message>
        <source>The code is wrong</source>
        <translation>الرمز خاطئ</translation>
    </message>
    <message>
        <source>The till cannot sign in</source>
        <translation>لا يمكن للجهاز تسجيل الدخول</translation>
    </message>
    <message>
        <source>Odd answers</source>
        <translation>ردود غريبة</translation>
    </message>
    <message>
        <source>Everything works: 1,991 points to redeem.</source>
        <translation>كل شيء يعمل: 1,991 نقطة للاستبدال.</translation>
    </message>
    <message>
        <source>Exactly 12.345 points, for parts of a point.</source>
        <translation>12.345 نقطة بالضبط، لأجزاء النقطة.</translation>
    </message>
    <message>
        <source>No points at all.</source>
        <translation>لا نقاط على الإطلاق.</translation>
    </message>
    <message>
        <source>A very large balance: 123,456,789.125 points.</source>
        <translation>رصيد كبير جدًا: 123,456,789.125 نقطة.</translation>
    </message>
    <message>
        <source>Several programs; in Travel Club a point is worth 0.5, Partner Miles cannot be redeemed</source>
        <translation>عدة برامج؛ في Travel Club تساوي النقطة 0.5، ولا يمكن استبدال Partner Miles</translation>
    </message>
    <message>
        <source>Has few points, but her family group has 5,000.</source>
        <translation>نقاطها قليلة، لكن لدى مجموعة عائلتها 5,000 نقطة.</translation>
    </message>
    <message>
        <source>The primary member of the same family group.</source>
        <translation>العضو الرئيسي في مجموعة العائلة نفسها.</translation>
    </message>
    <message>
        <source>A name in Arabic script.</source>
        <translation>اسم بالحروف العربية.</translation>
    </message>
    <message>
        <source>A very long name.</source>
        <translation>اسم طويل جدًا.</translation>
    </message>
    <message>
        <source>This account was merged into another one of hers, which answers instead.</source>
        <translation>دُمج هذا الحساب في حساب آخر لها يجيب بدلًا منه.</translation>
    </message>
    <message>
        <source>The account that took over a merged one.</source>
        <translation>الحساب الذي ضم حسابًا مدموجًا.</translation>
    </message>
    <message>
        <source>Has made a missed call: no code is needed.</source>
        <translation>أجرى مكالمة فائتة: لا حاجة إلى رمز.</translation>
    </message>
    <message>
        <source>412 of her 1,991 points expire in 8 days.</source>
        <translation>تنتهي صلاحية 412 من نقاطها الـ 1,991 خلال 8 أيام.</translation>
    </message>
    <message>
        <source>Of each redemption, 40 points have expired when they are given back.</source>
        <translation>عند إعادة نقاط كل استبدال تكون 40 نقطة قد انتهت صلاحيتها.</translation>
    </message>
    <message>
        <source>Has been sent too many codes</source>
        <translation>أُرسلت إليه رموز كثيرة جدًا</translation>
    </message>
    <message>
        <source>Is locked twice, then it works</source>
        <translation>يكون مقفلًا مرتين ثم ينجح</translation>
    </message>
    <message>
        <source>Gets a code, but every code is called wrong</source>
        <translation>يصله رمز، لكن كل رمز يُعد خاطئًا</translation>
    </message>
    <message>
        <source>Can redeem, but a code cannot be made</source>
        <translation>يمكنه الاستبدال، لكن لا يمكن إنشاء رمز</translation>
    </message>
    <message>
        <source>Cannot be looked up: marked as fraud</source>
        <translation>لا يمكن البحث عنه: معلَّم بالاحتيال</translation>
    </message>
    <message>
        <source>Has not joined the loyalty program</source>
        <translation>لم ينضم إلى برنامج الولاء</translation>
    </message>
    <message>
        <source>Is refused for too few points</source>
        <translation>يُرفض لقلة نقاطه</translation>
    </message>
    <message>
        <source>Is refused for too few current points</source>
        <translation>يُرفض لقلة نقاطه الحالية</translation>
    </message>
    <message>
        <source>Has not collected enough points in total</source>
        <translation>لم يجمع نقاطًا كافية في المجموع</translation>
    </message>
    <message>
        <source>Has not bought enough in total</source>
        <translation>لم يشترِ بما يكفي في المجموع</translation>
    </message>
    <message>
        <source>May only redeem multiples of 50</source>
        <translation>لا يمكنه استبدال إلا مضاعفات 50</translation>
    </message>
    <message>
        <source>Is marked as fraud</source>
        <translation>معلَّم بالاحتيال</translation>
    </message>
    <message>
        <source>Is refused for too few points for a redemption</source>
        <translation>يُرفض لقلة النقاط اللازمة للاستبدال</translation>
    </message>
    <message>
        <source>Gets a code, but then points cannot be processed at the moment</source>
        <translation>يصله رمز، ثم لا يمكن معالجة النقاط حاليًا</translation>
    </message>
    <message>
        <source>Gets a code, but then the redemption fails</source>
        <translation>يصله رمز، ثم يفشل الاستبدال</translation>
    </message>
    <message>
        <source>May redeem at most 500 points at a time</source>
        <translation>يمكنه استبدال 500 نقطة على الأكثر في المرة</translation>
    </message>
    <message>
        <source>Is marked as fraud, by another number</source>
        <translation>معلَّم بالاحتيال، برقم آخر</translation>
    </message>
    <message>
        <source>Must redeem at least 100 points</source>
        <translation>يجب أن يستبدل 100 نقطة على الأقل</translation>
    </message>
    <message>
        <source>Cannot use a missed call; a code works</source>
        <translation>لا يمكنه استخدام مكالمة فائتة؛ الرمز يعمل</translation>
    </message>
    <message>
        <source>Has not confirmed the mobile number</source>
        <translation>لم يؤكد رقم جواله</translation>
    </message>
    <message>
        <source>Gets a code, but then a signature is required</source>
        <translation>يصله رمز، ثم يُطلب توقيع</translation>
    </message>
    <message>
        <source>Is refused because of a wrong set-up</source>
        <translation>يُرفض بسبب إعداد خاطئ</translation>
    </message>
    <message>
        <source>Is refused because redeeming is not enabled</source>
        <translation>يُرفض لأن الاستبدال غير مفعَّل</translation>
    </message>
    <message>
        <source>Is in a group that may not redeem</source>
        <translation>في مجموعة لا يحق لها الاستبدال</translation>
    </message>
    <message>
        <source>Gets a code, but then the time is not accepted</source>
        <translation>يصله رمز، ثم لا يُقبل الوقت</translation>
    </message>
    <message>
        <source>Can redeem, but a code cannot be sent</source>
        <translation>يمكنه الاستبدال، لكن لا يمكن إرسال رمز</translation>
    </message>
    <message>
        <source>Is known, but not in the loyalty program</source>
        <translation>معروف، لكنه ليس في برنامج الولاء</translation>
    </message>
    <message>
        <source>Is refused because points cannot be processed at the moment</source>
        <translation>يُرفض لأنه لا يمكن معالجة النقاط حاليًا</translation>
    </message>
    <message>
        <source>Redeems, but points cannot be given back at the moment</source>
        <translation>يستبدل، لكن لا يمكن إعادة النقاط حاليًا</translation>
    </message>
    <message>
        <source>Redeems, but giving points back is not enabled</source>
        <translation>يستبدل، لكن إعادة النقاط غير مفعّلة</translation>
    </message>
    <message>
        <source>Cannot be looked up: not in the program</source>
        <translation>لا يمكن البحث عنه: ليس في البرنامج</translation>
    </message>
    <message>
        <source>Cannot be looked up: no permission</source>
        <translation>لا يمكن البحث عنه: لا إذن بذلك</translation>
    </message>
    <message>
        <source>Sees a program that the service no longer knows</source>
        <translation>يرى برنامجًا لم تعد الخدمة تعرفه</translation>
    </message>
    <message>
        <source>Is in a group that the service no longer knows</source>
        <translation>في مجموعة لم تعد الخدمة تعرفها</translation>
    </message>
    <message>
        <source>Is marked as fraud, by a third number</source>
        <translation>معلَّم بالاحتيال، برقم ثالث</translation>
    </message>
    <message>
        <source>Is refused because of a wrong group set-up</source>
        <translation>يُرفض بسبب إعداد خاطئ للمجموعة</translation>
    </message>
    <message>
        <source>Gets a code, but then no valid code is found</source>
        <translation>يصله رمز، ثم لا يُعثر على رمز صالح</translation>
    </message>
    <message>
        <source>Every answer takes 2 seconds</source>
        <translation>يستغرق كل رد ثانيتين</translation>
    </message>
    <message>
        <source>No answer ever comes, nothing is done</source>
        <translation>لا يأتي رد أبدًا، ولا يحدث شيء</translation>
    </message>
    <message>
        <source>The points move, then no answer ever comes</source>
        <translation>تُخصم النقاط، ثم لا يأتي رد أبدًا</translation>
    </message>
    <message>
        <source>The answer comes byte by byte</source>
        <translation>يأتي الرد بايتًا بعد بايت</translation>
    </message>
    <message>
        <source>The points move, then the answer is lost</source>
        <translation>تُخصم النقاط، ثم يضيع الرد</translation>
    </message>
    <message>
        <source>The connection is cut before anything is done</source>
        <translation>ينقطع الاتصال قبل أن يحدث شيء</translation>
    </message>
    <message>
        <source>The service asks to come back later</source>
        <translation>تطلب الخدمة العودة لاحقًا</translation>
    </message>
    <message>
        <source>The service says when to come back</source>
        <translation>تقول الخدمة متى تعود</translation>
    </message>
    <message>
        <source>The member is being served elsewhere</source>
        <translation>تجري خدمة العضو في مكان آخر</translation>
    </message>
    <message>
        <source>An error page comes, nothing is done</source>
        <translation>تأتي صفحة خطأ، ولا يحدث شيء</translation>
    </message>
    <message>
        <source>The points move, then an error page comes</source>
        <translation>تُخصم النقاط، ثم تأتي صفحة خطأ</translation>
    </message>
    <message>
        <source>The service has a fault</source>
        <translation>في الخدمة عطل</translation>
    </message>
    <message>
        <source>The service is down</source>
        <translation>الخدمة متوقفة</translation>
    </message>
    <message>
        <source>The service is closed for a while</source>
        <translation>الخدمة مغلقة لبعض الوقت</translation>
    </message>
    <message>
        <source>The service takes too long and gives up</source>
        <translation>تتأخر الخدمة كثيرًا ثم تتوقف</translation>
    </message>
    <message>
        <source>The code has expired</source>
        <translation>انتهت صلاحية الرمز</translation>
    </message>
    <message>
        <source>The member reads out a wrong code</source>
        <translation>يقرأ العضو رمزًا خاطئًا</translation>
    </message>
    <message>
        <source>Answers are written in another way</source>
        <translation>تُكتب الردود بطريقة أخرى</translation>
    </message>
    <message>
        <source>The points move, then the answer breaks off</source>
        <translation>تُخصم النقاط، ثم ينقطع الرد</translation>
    </message>
    <message>
        <source>The points move, the answer is half of one</source>
        <translation>تُخصم النقاط، ولا يصل إلا نصف الرد</translation>
    </message>
    <message>
        <source>Redemptions show up late</source>
        <translation>تظهر عمليات الاستبدال متأخرة</translation>
    </message>
    <message>
        <source>Look-ups show every redemption</source>
        <translation>يعرض البحث كل عمليات الاستبدال</translation>
    </message>
    <message>
        <source>Points that came back show up late</source>
        <translation>تظهر النقاط المعادة متأخرة</translation>
    </message>
    <message>
        <source>The points come back, then the service says no</source>
        <translation>تُعاد النقاط، ثم ترفض الخدمة</translation>
    </message>
    <message>
        <source>The service does not accept this till</source>
        <translation>لا تقبل الخدمة هذا الجهاز</translation>
    </message>
    <message>
        <source>The points move, then the till is not accepted</source>
        <translation>تُخصم النقاط، ثم لا يُقبل الجهاز</translation>
    </message>
    <message>
        <source>The service says that the token has expired</source>
        <translation>تقول الخدمة إن رمز الوصول انتهت صلاحيته</translation>
    </message>
    <message>
        <source>The points move, then the token has expired</source>
        <translation>تُخصم النقاط، ثم تنتهي صلاحية رمز الوصول</translation>
    </message>
    <message>
        <source>A new token expires at once</source>
        <translation>تنتهي صلاحية رمز الوصول الجديد فورًا</translation>
    </message>
    <message>
        <source>The service gives no token</source>
        <translation>لا تعطي الخدمة رمز وصول</translation>
    </message>
    <message>
        <source>No answer comes when a token is asked for</source>
        <translation>لا يأتي رد عند طلب رمز وصول</translation>
    </message>
    <message>
        <source>The connection is cut when a token is asked for</source>
        <translation>ينقطع الاتصال عند طلب رمز وصول</translation>
    </message>
    <message>
        <source>Something else comes in place of a token</source>
        <translation>يأتي شيء آخر بدل رمز الوصول</translation>
    </message>
    <message>
        <source>The service does not accept key and secret</source>
        <translation>لا تقبل الخدمة المفتاح والسر</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>الأعضاء</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>الدروس</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>الأرقام</translation>
    </message>
    <message numerus="yes">
        <source>Your code to redeem {points} points is {code}. It is good for %Ln minute(s).</source>
        <translation>
            <numerusform>رمز استبدال النقاط ({points}) هو ⁦{code}⁩. صالح لأقل من دقيقة.</numerusform>
            <numerusform>رمز استبدال النقاط ({points}) هو ⁦{code}⁩. صالح لمدة دقيقة واحدة.</numerusform>
            <numerusform>رمز استبدال النقاط ({points}) هو ⁦{code}⁩. صالح لمدة دقيقتين.</numerusform>
            <numerusform>رمز استبدال النقاط ({points}) هو ⁦{code}⁩. صالح لمدة %Ln دقائق.</numerusform>
            <numerusform>رمز استبدال النقاط ({points}) هو ⁦{code}⁩. صالح لمدة %Ln دقيقة.</numerusform>
            <numerusform>رمز استبدال النقاط ({points}) هو ⁦{code}⁩. صالح لمدة %Ln دقيقة.</numerusform>
        </translation>
    </message>
    <message>
        <source>The member’s phone</source>
        <translation>هاتف العضو</translation>
    </message>
    <message>
        <source>What goes wrong next</source>
        <translation>المشكلة التالية</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>تدريب</translation>
    </message>
    <message>
        <source>Nothing goes wrong</source>
        <translation>لا مشكلة</translation>
    </message>
    <message>
        <source>Fill in {mobile}</source>
        <translation>إدخال ⁦{mobile}⁩</translation>
    </message>
</context>
<context>
    <name>TrialPrint</name>
    <message>
        <source>Printing a test page…</source>
        <translation>جارٍ طباعة صفحة تجريبية…</translation>
    </message>
    <message>
        <source>Printed at {time}</source>
        <translation>طُبع في {time}</translation>
    </message>
    <message>
        <source>Sent to the printer at {time}</source>
        <translation>أُرسل إلى الطابعة في {time}</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>لم يُطبع</translation>
    </message>
</context>
<context>
    <name>UnknownPage</name>
    <message>
        <source>Not known yet</source>
        <translation>لم يتأكد بعد</translation>
    </message>
    <message>
        <source>Redeem again</source>
        <translation>استبدال مرة أخرى</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>العميل التالي</translation>
    </message>
    <message>
        <source>The customer is waiting?</source>
        <translation>العميل ينتظر؟</translation>
    </message>
    <message>
        <source>Back to POS</source>
        <translation>العودة إلى نظام البيع</translation>
    </message>
    <message>
        <source>Bill {bill}</source>
        <translation>الفاتورة ⁦{bill}⁩</translation>
    </message>
    <message>
        <source>Hold bill {bill} until it is known.</source>
        <translation>علّق الفاتورة ⁦{bill}⁩ حتى تتأكد النتيجة.</translation>
    </message>
    <message>
        <source>Hold the bill until it is known.</source>
        <translation>علّق الفاتورة حتى تتأكد النتيجة.</translation>
    </message>
    <message>
        <source>Or take full payment. If points were used, give them back in History.</source>
        <translation>أو خذ المبلغ كاملًا. إذا استُخدمت نقاط فأعدها في السجل.</translation>
    </message>
    <message>
        <source>It was sent to another service, so this one cannot tell. Support can settle it.</source>
        <translation>أُرسلت إلى خدمة أخرى، فلا تستطيع هذه الخدمة أن تجيب. يمكن للدعم الفني حسم الأمر.</translation>
    </message>
    <message>
        <source>The service shows a redemption that may be this one. A supervisor or support can settle it.</source>
        <translation>تُظهر الخدمة عملية استبدال قد تكون هذه. يمكن للمشرف أو للدعم الفني حسم الأمر.</translation>
    </message>
    <message>
        <source>The till keeps checking.</source>
        <translation>يواصل الجهاز التحقق.</translation>
    </message>
    <message>
        <source>The till keeps checking, up to {span} more.</source>
        <translation>يواصل الجهاز التحقق، حتى {span} أخرى.</translation>
    </message>
    <message>
        <source>The outcome appears here, whatever this till is doing then.</source>
        <translation>تظهر النتيجة هنا مهما كان الجهاز يفعل حينها.</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>لم تجب الخدمة في الوقت المناسب.</translation>
    </message>
    <message>
        <source>The line was cut before the answer came.</source>
        <translation>انقطع الخط قبل وصول الرد.</translation>
    </message>
    <message>
        <source>The service reported a fault of its own.</source>
        <translation>أبلغت الخدمة عن عطل لديها.</translation>
    </message>
    <message>
        <source>The answer of the service could not be read.</source>
        <translation>تعذرت قراءة رد الخدمة.</translation>
    </message>
    <message>
        <source>The answer of the service contradicts itself.</source>
        <translation>رد الخدمة يناقض نفسه.</translation>
    </message>
    <message>
        <source>The till was closed before the answer came.</source>
        <translation>أُغلق البرنامج قبل وصول الرد.</translation>
    </message>
    <message>
        <source>The service refused it, but that does not show whether the points were used.</source>
        <translation>رفضته الخدمة، لكن ذلك لا يبين هل استُخدمت النقاط.</translation>
    </message>
    <message>
        <source>The answer that came belongs to another request.</source>
        <translation>الرد الذي وصل يخص طلبًا آخر.</translation>
    </message>
    <message>
        <source>Do not redeem again.</source>
        <translation>لا تستبدل مرة أخرى.</translation>
    </message>
    <message>
        <source>The points were not redeemed</source>
        <translation>لم تُستبدل النقاط</translation>
    </message>
    <message numerus="yes">
        <source>The till has asked several times: none of the {points} points were taken. You can redeem again.</source>
        <translation>
            <numerusform>سأل الجهاز عدة مرات: لم يُخصم أي شيء من {points} نقطة. يمكنك الاستبدال مرة أخرى.</numerusform>
            <numerusform>سأل الجهاز عدة مرات: لم يُخصم أي شيء من {points} نقطة. يمكنك الاستبدال مرة أخرى.</numerusform>
            <numerusform>سأل الجهاز عدة مرات: لم يُخصم أي شيء من {points} نقطة. يمكنك الاستبدال مرة أخرى.</numerusform>
            <numerusform>سأل الجهاز عدة مرات: لم يُخصم أي شيء من {points} نقاط. يمكنك الاستبدال مرة أخرى.</numerusform>
            <numerusform>سأل الجهاز عدة مرات: لم يُخصم أي شيء من {points} نقطة. يمكنك الاستبدال مرة أخرى.</numerusform>
            <numerusform>سأل الجهاز عدة مرات: لم يُخصم أي شيء من {points} نقطة. يمكنك الاستبدال مرة أخرى.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpdateWatch</name>
    <message>
        <source>An update is being installed. The till closes now. Open it again in a minute.</source>
        <translation>يجري تثبيت تحديث. سيُغلق البرنامج الآن. افتحه من جديد بعد دقيقة.</translation>
    </message>
    <message>
        <source>An update is waiting. The till closes when this customer is done.</source>
        <translation>هناك تحديث بانتظار التثبيت. سيُغلق البرنامج عند الانتهاء من هذا العميل.</translation>
    </message>
</context>
<context>
    <name>WhatIsKnown</name>
    <message>
        <source>What is known</source>
        <translation>ما هو معروف</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>العضو</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>الجوال</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>النقاط</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>الفاتورة</translation>
    </message>
    <message>
        <source>Reference for support</source>
        <translation>مرجع للدعم الفني</translation>
    </message>
    <message>
        <source>in {span}</source>
        <translation>بعد {span}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>Asks again</source>
        <translation>يسأل مجددًا</translation>
    </message>
    <message>
        <source>Recorded and sent</source>
        <translation>سُجلت وأُرسلت</translation>
    </message>
    <message>
        <source>No answer that proves it</source>
        <translation>لا رد يثبتها</translation>
    </message>
    <message>
        <source>Asked: not there yet</source>
        <translation>سؤال: ليست موجودة بعد</translation>
    </message>
    <message>
        <source>Asked: no answer</source>
        <translation>سؤال: لا رد</translation>
    </message>
    <message>
        <source>Asked: perhaps found</source>
        <translation>سؤال: ربما وُجدت</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقاط</numerusform>
            <numerusform>{points} نقطة</numerusform>
            <numerusform>{points} نقطة</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter how many points the member wants to redeem.</source>
        <translation>أدخل عدد النقاط التي يريد العضو استبدالها.</translation>
    </message>
    <message>
        <source>Type digits only, with one mark for part of a point.</source>
        <translation>اكتب أرقامًا فقط، مع فاصلة عشرية واحدة عند الحاجة.</translation>
    </message>
    <message>
        <source>Leave out the marks that group thousands. Use one mark, for part of a point.</source>
        <translation>لا تكتب فواصل الآلاف. استخدم فاصلة عشرية واحدة فقط.</translation>
    </message>
    <message>
        <source>Points have at most three decimal places.</source>
        <translation>للنقاط ثلاث خانات عشرية على الأكثر.</translation>
    </message>
    <message>
        <source>Enter more than 0 points.</source>
        <translation>أدخل عدد نقاط أكبر من صفر.</translation>
    </message>
    <message>
        <source>Points are redeemed in steps of {points}.</source>
        <translation>تُستبدل النقاط بمضاعفات {points}.</translation>
    </message>
    <message numerus="yes">
        <source>At most {points} points can be redeemed at one time.</source>
        <translation>
            <numerusform>يمكن استبدال {points} نقطة على الأكثر في المرة الواحدة.</numerusform>
            <numerusform>يمكن استبدال {points} نقطة على الأكثر في المرة الواحدة.</numerusform>
            <numerusform>يمكن استبدال {points} نقطة على الأكثر في المرة الواحدة.</numerusform>
            <numerusform>يمكن استبدال {points} نقاط على الأكثر في المرة الواحدة.</numerusform>
            <numerusform>يمكن استبدال {points} نقطة على الأكثر في المرة الواحدة.</numerusform>
            <numerusform>يمكن استبدال {points} نقطة على الأكثر في المرة الواحدة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least {points} points have to be redeemed.</source>
        <translation>
            <numerusform>يجب استبدال {points} نقطة على الأقل.</numerusform>
            <numerusform>يجب استبدال {points} نقطة على الأقل.</numerusform>
            <numerusform>يجب استبدال {points} نقطة على الأقل.</numerusform>
            <numerusform>يجب استبدال {points} نقاط على الأقل.</numerusform>
            <numerusform>يجب استبدال {points} نقطة على الأقل.</numerusform>
            <numerusform>يجب استبدال {points} نقطة على الأقل.</numerusform>
        </translation>
    </message>
    <message>
        <source>That is too many points. Check the number.</source>
        <translation>هذا أكثر مما يمكن أن يملكه أي عضو. تأكد من العدد.</translation>
    </message>
    <message numerus="yes">
        <source>We do not know yet whether the {points} points were used</source>
        <translation>
            <numerusform>لا نعرف بعد هل استُخدمت {points} نقطة</numerusform>
            <numerusform>لا نعرف بعد هل استُخدمت {points} نقطة</numerusform>
            <numerusform>لا نعرف بعد هل استُخدمت {points} نقطة</numerusform>
            <numerusform>لا نعرف بعد هل استُخدمت {points} نقاط</numerusform>
            <numerusform>لا نعرف بعد هل استُخدمت {points} نقطة</numerusform>
            <numerusform>لا نعرف بعد هل استُخدمت {points} نقطة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>We do not know yet whether {name}’s {points} points were used</source>
        <translation>
            <numerusform>لا نعرف بعد هل استُخدمت {points} نقطة لدى {name}</numerusform>
            <numerusform>لا نعرف بعد هل استُخدمت {points} نقطة لدى {name}</numerusform>
            <numerusform>لا نعرف بعد هل استُخدمت {points} نقطة لدى {name}</numerusform>
            <numerusform>لا نعرف بعد هل استُخدمت {points} نقاط لدى {name}</numerusform>
            <numerusform>لا نعرف بعد هل استُخدمت {points} نقطة لدى {name}</numerusform>
            <numerusform>لا نعرف بعد هل استُخدمت {points} نقطة لدى {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points redeemed</source>
        <translation>
            <numerusform>استُبدلت {points} نقطة</numerusform>
            <numerusform>استُبدلت {points} نقطة</numerusform>
            <numerusform>استُبدلت {points} نقطة</numerusform>
            <numerusform>استُبدلت {points} نقاط</numerusform>
            <numerusform>استُبدلت {points} نقطة</numerusform>
            <numerusform>استُبدلت {points} نقطة</numerusform>
        </translation>
    </message>
    <message>
        <source>take {value} off the bill</source>
        <translation>اخصم {value} من الفاتورة</translation>
    </message>
    <message>
        <source>new balance {points}</source>
        <translation>الرصيد الجديد {points}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a sentence</comment>
        <translation>، </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were given back.</source>
        <translation>
            <numerusform>أُعيدت {points} نقطة.</numerusform>
            <numerusform>أُعيدت {points} نقطة.</numerusform>
            <numerusform>أُعيدت {points} نقطة.</numerusform>
            <numerusform>أُعيدت {points} نقاط.</numerusform>
            <numerusform>أُعيدت {points} نقطة.</numerusform>
            <numerusform>أُعيدت {points} نقطة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{expired} of them had expired and did not come back.</source>
        <translation>
            <numerusform>انتهت صلاحية {expired} منها ولم تُعَد.</numerusform>
            <numerusform>انتهت صلاحية {expired} منها ولم تُعَد.</numerusform>
            <numerusform>انتهت صلاحية {expired} منها ولم تُعَد.</numerusform>
            <numerusform>انتهت صلاحية {expired} منها ولم تُعَد.</numerusform>
            <numerusform>انتهت صلاحية {expired} منها ولم تُعَد.</numerusform>
            <numerusform>انتهت صلاحية {expired} منها ولم تُعَد.</numerusform>
        </translation>
    </message>
    <message>
        <source>New balance {balance}.</source>
        <translation>الرصيد الجديد {balance}.</translation>
    </message>
    <message numerus="yes">
        <source>{points} points were refused: points can only be redeemed in fixed steps.</source>
        <translation>
            <numerusform>رُفضت {points} نقطة: لا تُستبدل النقاط إلا بمضاعفات محددة.</numerusform>
            <numerusform>رُفضت {points} نقطة: لا تُستبدل النقاط إلا بمضاعفات محددة.</numerusform>
            <numerusform>رُفضت {points} نقطة: لا تُستبدل النقاط إلا بمضاعفات محددة.</numerusform>
            <numerusform>رُفضت {points} نقاط: لا تُستبدل النقاط إلا بمضاعفات محددة.</numerusform>
            <numerusform>رُفضت {points} نقطة: لا تُستبدل النقاط إلا بمضاعفات محددة.</numerusform>
            <numerusform>رُفضت {points} نقطة: لا تُستبدل النقاط إلا بمضاعفات محددة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fewer than {points} points can be redeemed at one time.</source>
        <translation>
            <numerusform>يمكن استبدال أقل من {points} نقطة في المرة الواحدة.</numerusform>
            <numerusform>يمكن استبدال أقل من {points} نقطة في المرة الواحدة.</numerusform>
            <numerusform>يمكن استبدال أقل من {points} نقطة في المرة الواحدة.</numerusform>
            <numerusform>يمكن استبدال أقل من {points} نقاط في المرة الواحدة.</numerusform>
            <numerusform>يمكن استبدال أقل من {points} نقطة في المرة الواحدة.</numerusform>
            <numerusform>يمكن استبدال أقل من {points} نقطة في المرة الواحدة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than {points} points are needed here.</source>
        <translation>
            <numerusform>المطلوب هنا أكثر من {points} نقطة.</numerusform>
            <numerusform>المطلوب هنا أكثر من {points} نقطة.</numerusform>
            <numerusform>المطلوب هنا أكثر من {points} نقطة.</numerusform>
            <numerusform>المطلوب هنا أكثر من {points} نقاط.</numerusform>
            <numerusform>المطلوب هنا أكثر من {points} نقطة.</numerusform>
            <numerusform>المطلوب هنا أكثر من {points} نقطة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the member’s mobile number.</source>
        <translation>أدخل رقم جوال العضو.</translation>
    </message>
    <message>
        <source>Type the digits of the mobile number only.</source>
        <translation>اكتب أرقام الجوال فقط.</translation>
    </message>
    <message>
        <source>The number is too short. Ask the member to say it again.</source>
        <translation>الرقم قصير. اطلب من العضو أن يعيده.</translation>
    </message>
    <message>
        <source>The number is too long. Ask the member to say it again.</source>
        <translation>الرقم طويل. اطلب من العضو أن يعيده.</translation>
    </message>
    <message>
        <source>There is no such country code. Check the digits at the beginning.</source>
        <translation>لا يوجد رمز دولة كهذا. تأكد من الأرقام الأولى.</translation>
    </message>
    <message>
        <source>That cannot be a mobile number. Ask the member to say it again.</source>
        <translation>هذا ليس رقم جوال. اطلب من العضو أن يعيده.</translation>
    </message>
    <message>
        <source>Scan or type what identifies the member.</source>
        <translation>امسح ضوئيًا أو اكتب ما تبحث به عن العضو.</translation>
    </message>
    <message>
        <source>That cannot belong to one member. Scan or type it again.</source>
        <translation>هذا لا يمكن أن يخص عضوًا واحدًا. امسحه ضوئيًا أو اكتبه مرة أخرى.</translation>
    </message>
    <message>
        <source>An e-mail address needs one @ with text before and after it.</source>
        <translation>في البريد الإلكتروني علامة ⁦@⁩ واحدة، قبلها وبعدها نص.</translation>
    </message>
    <message>
        <source>Enter the code from the member’s phone.</source>
        <translation>أدخل الرمز من هاتف العضو.</translation>
    </message>
    <message>
        <source>That cannot be the code. Ask the member to read it again.</source>
        <translation>هذا لا يمكن أن يكون الرمز. اطلب من العضو قراءته مرة أخرى.</translation>
    </message>
    <message>
        <source>That is the bar code of an article or a receipt. Enter the code from the member’s phone. If it is the code, press Enter once more.</source>
        <translation>هذا رمز شريطي لمنتج أو إيصال. أدخل الرمز من هاتف العضو. إذا كان هذا هو الرمز فاضغط Enter مرة أخرى.</translation>
    </message>
</context>
<context>
    <name>_Keys</name>
    <message>
        <source>Backspace</source>
        <translation>حذف للخلف</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>أحرف</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>أرقام</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>مسافة</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>الفاصلة العشرية</translation>
    </message>
</context>
<context>
    <name>_LabelledChoice</name>
    <message>
        <source>Error: {why}</source>
        <translation>خطأ: {why}</translation>
    </message>
</context>
<context>
    <name>_PasswordControl</name>
    <message>
        <source>Set</source>
        <translation>محدد</translation>
    </message>
</context>
<context>
    <name>_PinControl</name>
    <message>
        <source>Set</source>
        <translation>محدد</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>غير محدد</translation>
    </message>
</context>
</TS>
