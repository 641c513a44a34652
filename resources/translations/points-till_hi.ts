<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi" sourcelanguage="en">
<context>
    <name>AmountChips</name>
    <message>
        <source>All points</source>
        <translation>सभी पॉइंट</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>आधे</translation>
    </message>
    <message>
        <source>Cover the bill</source>
        <translation>पूरे बिल के लिए</translation>
    </message>
    <message>
        <source>Enter money instead</source>
        <translation>रकम लिखें</translation>
    </message>
    <message>
        <source>Enter points instead</source>
        <translation>पॉइंट लिखें</translation>
    </message>
    <message>
        <source>All {points}</source>
        <translation>सभी {points}</translation>
    </message>
    <message>
        <source>Half {points}</source>
        <translation>आधे {points}</translation>
    </message>
    <message>
        <source>Cover the bill {money}</source>
        <translation>पूरे बिल के लिए {money}</translation>
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
        <translation>{unknown}। दोबारा रिडीम न करें।</translation>
    </message>
    <message>
        <source>The points were not redeemed</source>
        <translation>पॉइंट रिडीम नहीं हुए</translation>
    </message>
    <message>
        <source>{cashier} has signed on</source>
        <translation>{cashier} ने लॉगिन किया</translation>
    </message>
    <message>
        <source>Signed off</source>
        <translation>लॉगआउट हो गया</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} पॉइंट</numerusform>
            <numerusform>{points} पॉइंट</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled, back to the POS</source>
        <translation>रद्द हुआ, POS पर वापस</translation>
    </message>
    <message>
        <source>Code sent</source>
        <translation>कोड भेजा गया</translation>
    </message>
    <message>
        <source>Worth {money}</source>
        <translation>मूल्य {money}</translation>
    </message>
</context>
<context>
    <name>Banners</name>
    <message>
        <source>News</source>
        <translation>सूचना</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>ठीक है</translation>
    </message>
    <message>
        <source>Open bill {bill}</source>
        <translation>बिल {bill} खोलें</translation>
    </message>
    <message>
        <source>Open it now</source>
        <translation>अभी खोलें</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <source>Set it aside and start a new one</source>
        <translation>अलग रखें और नया शुरू करें</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>नया रिकॉर्ड</translation>
    </message>
    <message numerus="yes">
        <source>The POS has handed over %Ln bill(s).</source>
        <translation>
            <numerusform>POS ने %Ln बिल भेजा है।</numerusform>
            <numerusform>POS ने %Ln बिल भेजे हैं।</numerusform>
        </translation>
    </message>
    <message>
        <source>The POS has handed over bill {bill}.</source>
        <translation>POS ने बिल {bill} भेजा है।</translation>
    </message>
    <message>
        <source>The POS has handed over another customer.</source>
        <translation>POS ने दूसरा ग्राहक भेजा है।</translation>
    </message>
    <message>
        <source>{news} The next one opens when this customer is done.</source>
        <translation>{news} इस ग्राहक के बाद अगला खुलेगा।</translation>
    </message>
    <message>
        <source>Ask support first. What is left of the damaged record is kept under another name. What can be read is copied into the new one; the rest is only in the old one.</source>
        <translation>पहले सपोर्ट से पूछें। खराब रिकॉर्ड का जो बचा है, वह दूसरे नाम से रखा जाता है। जो पढ़ा जा सके वह नए में आता है; बाकी केवल पुराने में है।</translation>
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
        <translation>ट्रेनिंग। यहाँ कुछ भी असली नहीं है।</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>नया ग्राहक</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>कनेक्शन</translation>
    </message>
    <message>
        <source>Training: phone and members</source>
        <translation>ट्रेनिंग: फ़ोन और मेंबर</translation>
    </message>
    <message>
        <source>Leave training</source>
        <translation>ट्रेनिंग छोड़ें</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>लॉगआउट करें</translation>
    </message>
    <message>
        <source>History</source>
        <translation>हिस्ट्री</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>सेटिंग्स</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known yet</source>
        <translation>
            <numerusform>%Ln का अभी पता नहीं</numerusform>
            <numerusform>%Ln का अभी पता नहीं</numerusform>
        </translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>शुरू हो रहा है</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>कनेक्टेड</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>ट्रेनिंग</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>धीमा</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>कनेक्शन नहीं</translation>
    </message>
    <message>
        <source>Not safe</source>
        <translation>सुरक्षित नहीं</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>स्वीकार नहीं हुआ</translation>
    </message>
    <message>
        <source>Wrong address</source>
        <translation>पता गलत है</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>रोका गया</translation>
    </message>
    <message>
        <source>Service error</source>
        <translation>सर्विस में त्रुटि</translation>
    </message>
    <message>
        <source>Not working</source>
        <translation>काम नहीं कर रहा</translation>
    </message>
</context>
<context>
    <name>ByHandPanel</name>
    <message>
        <source>Support can settle it. Tell them the reference.</source>
        <translation>सपोर्ट इसे निपटा सकता है। उन्हें रेफ़रेंस बताएँ।</translation>
    </message>
    <message>
        <source>Supervisor PIN</source>
        <translation>सुपरवाइज़र का PIN</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>वजह</translation>
    </message>
    <message>
        <source>It was redeemed</source>
        <translation>रिडीम हुआ था</translation>
    </message>
    <message>
        <source>It was not redeemed</source>
        <translation>रिडीम नहीं हुआ था</translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation>नंबर {number}</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} पॉइंट</numerusform>
            <numerusform>{points} पॉइंट</numerusform>
        </translation>
    </message>
    <message>
        <source>bill {bill}</source>
        <translation>बिल {bill}</translation>
    </message>
    <message>
        <source>The service shows a redemption that may be this one: {facts}.</source>
        <translation>सर्विस में एक रिडेम्प्शन दिख रहा है जो शायद यही है: {facts}।</translation>
    </message>
</context>
<context>
    <name>ChoicesForm</name>
    <message>
        <source>Redeem from a group</source>
        <translation>ग्रुप से रिडीम करें</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>नोट जोड़ें</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>प्रोग्राम</translation>
    </message>
    <message>
        <source>Group: {name}</source>
        <translation>ग्रुप: {name}</translation>
    </message>
    <message>
        <source>another</source>
        <translation>दूसरा</translation>
    </message>
    <message>
        <source>Program {number}</source>
        <translation>प्रोग्राम {number}</translation>
    </message>
    <message numerus="yes">
        <source>{program} · {points} points · {tier}</source>
        <translation>
            <numerusform>{program} · {points} पॉइंट · {tier}</numerusform>
            <numerusform>{program} · {points} पॉइंट · {tier}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{program} · {points} points</source>
        <translation>
            <numerusform>{program} · {points} पॉइंट</numerusform>
            <numerusform>{program} · {points} पॉइंट</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Erase</source>
        <translation>मिटाएँ</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>हो गया</translation>
    </message>
</context>
<context>
    <name>CodeStep</name>
    <message>
        <source>Code from the member’s phone</source>
        <translation>मेंबर के फ़ोन पर आया कोड</translation>
    </message>
    <message>
        <source>Validation code</source>
        <translation>वैलिडेशन कोड</translation>
    </message>
    <message>
        <source>No code?</source>
        <translation>कोड नहीं है?</translation>
    </message>
    <message>
        <source>Redeem without a code</source>
        <translation>बिना कोड रिडीम करें</translation>
    </message>
    <message>
        <source>No code on the phone?</source>
        <translation>फ़ोन पर कोड नहीं है?</translation>
    </message>
    <message>
        <source>Send code again</source>
        <translation>कोड फिर भेजें</translation>
    </message>
    <message>
        <source>By e-mail</source>
        <translation>ईमेल से</translation>
    </message>
    <message>
        <source>By card number</source>
        <translation>कार्ड नंबर से</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>मिस्ड कॉल</translation>
    </message>
    <message>
        <source>Redeem</source>
        <translation>रिडीम करें</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Redeeming…</source>
        <translation>रिडीम हो रहा है…</translation>
    </message>
    <message numerus="yes">
        <source>Redeem {points} points</source>
        <translation>
            <numerusform>{points} पॉइंट रिडीम करें</numerusform>
            <numerusform>{points} पॉइंट रिडीम करें</numerusform>
        </translation>
    </message>
    <message>
        <source>A missed call</source>
        <translation>मिस्ड कॉल</translation>
    </message>
    <message>
        <source>No code needed</source>
        <translation>कोड ज़रूरी नहीं</translation>
    </message>
    <message>
        <source>by SMS</source>
        <translation>SMS से</translation>
    </message>
    <message>
        <source>by e-mail</source>
        <translation>ईमेल से</translation>
    </message>
    <message>
        <source>by WhatsApp</source>
        <translation>WhatsApp से</translation>
    </message>
    <message>
        <source>by Zalo</source>
        <translation>Zalo से</translation>
    </message>
    <message>
        <source>Send a code instead</source>
        <translation>इसकी जगह कोड भेजें</translation>
    </message>
    <message numerus="yes">
        <source>Fewer than {points} points can be redeemed without a code.</source>
        <translation>
            <numerusform>{points} से कम पॉइंट बिना कोड रिडीम हो सकते हैं।</numerusform>
            <numerusform>{points} से कम पॉइंट बिना कोड रिडीम हो सकते हैं।</numerusform>
        </translation>
    </message>
    <message>
        <source>No code has been sent yet.</source>
        <translation>अभी तक कोई कोड नहीं भेजा गया है।</translation>
    </message>
    <message>
        <source>Sent {span} ago {by}</source>
        <translation>{by} {span} पहले भेजा गया</translation>
    </message>
    <message>
        <source>Sent {span} ago</source>
        <translation>{span} पहले भेजा गया</translation>
    </message>
    <message>
        <source>The code has probably expired. Send it again.</source>
        <translation>कोड शायद एक्सपायर हो गया है। फिर से भेजें।</translation>
    </message>
    <message>
        <source>{sent} · good until about {time}</source>
        <translation>{sent} · लगभग {time} बजे तक चलेगा</translation>
    </message>
    <message>
        <source>Sending code…</source>
        <translation>कोड भेजा जा रहा है…</translation>
    </message>
    <message>
        <source>Send code again in {span}</source>
        <translation>कोड {span} में फिर भेज सकेंगे</translation>
    </message>
</context>
<context>
    <name>ConnectionWords</name>
    <message>
        <source>The address answers in {time} ms</source>
        <translation>पता {time} ms में जवाब देता है</translation>
    </message>
    <message>
        <source>The service responds and knows this till.</source>
        <translation>सर्विस जवाब दे रही है और इस काउंटर को जानती है।</translation>
    </message>
    <message>
        <source>The service does not accept the token that it gave for this key.</source>
        <translation>सर्विस वह टोकन स्वीकार नहीं करती जो उसने इस कुंजी के लिए दिया।</translation>
    </message>
    <message>
        <source>Ask your company’s support whether the key may be used for this till.</source>
        <translation>अपनी कंपनी के सपोर्ट से पूछें कि यह कुंजी इस काउंटर के लिए इस्तेमाल हो सकती है या नहीं।</translation>
    </message>
    <message>
        <source>The address answers</source>
        <translation>पता जवाब दे रहा है</translation>
    </message>
    <message>
        <source>The connection is safe</source>
        <translation>कनेक्शन सुरक्षित है</translation>
    </message>
    <message>
        <source>The service knows this till, but this computer’s clock says {here}, and the service’s {there}.</source>
        <translation>सर्विस इस काउंटर को जानती है, लेकिन इस कंप्यूटर की घड़ी {here} बता रही है, और सर्विस की {there}।</translation>
    </message>
    <message>
        <source>The service does not accept this key and secret.</source>
        <translation>सर्विस यह कुंजी और सीक्रेट स्वीकार नहीं करती।</translation>
    </message>
    <message>
        <source>Enter both again. Capital letters count.</source>
        <translation>दोनों फिर से लिखें। बड़े अक्षर मायने रखते हैं।</translation>
    </message>
    <message>
        <source>The service does not accept this name and password.</source>
        <translation>सर्विस यह नाम और पासवर्ड स्वीकार नहीं करती।</translation>
    </message>
    <message>
        <source>Enter the password again. Capital letters count. Check the name of this till too.</source>
        <translation>पासवर्ड फिर से लिखें। बड़े अक्षर मायने रखते हैं। इस काउंटर का नाम भी जाँचें।</translation>
    </message>
    <message>
        <source>The service knows this till, but does not let it look up members.</source>
        <translation>सर्विस इस काउंटर को जानती है, पर मेंबर खोजने नहीं देती।</translation>
    </message>
    <message>
        <source>Ask your company’s support to allow it.</source>
        <translation>अपनी कंपनी के सपोर्ट से अनुमति माँगें।</translation>
    </message>
    <message>
        <source>There is no loyalty service at this address.</source>
        <translation>इस पते पर कोई लॉयल्टी सर्विस नहीं है।</translation>
    </message>
    <message>
        <source>Something else answered, not the loyalty service.</source>
        <translation>जवाब लॉयल्टी सर्विस का नहीं है।</translation>
    </message>
    <message>
        <source>It may be a web filter or a sign-in page of this network. Check the address.</source>
        <translation>यह इस नेटवर्क का वेब फ़िल्टर या साइन-इन पेज हो सकता है। पता जाँचें।</translation>
    </message>
    <message>
        <source>No computer has this name.</source>
        <translation>इस नाम का कोई कंप्यूटर नहीं है।</translation>
    </message>
    <message>
        <source>The computer at this address does not accept connections.</source>
        <translation>इस पते का कंप्यूटर कनेक्शन स्वीकार नहीं करता।</translation>
    </message>
    <message>
        <source>Check the address and its port, and whether this computer is online.</source>
        <translation>पता और पोर्ट जाँचें, और देखें कि यह कंप्यूटर ऑनलाइन है।</translation>
    </message>
    <message>
        <source>No computer answers at this address.</source>
        <translation>इस पते पर कोई कंप्यूटर जवाब नहीं देता।</translation>
    </message>
    <message>
        <source>Check the address. A firewall may block it: ask who runs the network.</source>
        <translation>पता जाँचें। फ़ायरवॉल रोक सकता है: नेटवर्क चलाने वाले से पूछें।</translation>
    </message>
    <message>
        <source>The service gave no token, so this till cannot sign in.</source>
        <translation>सर्विस ने टोकन नहीं दिया, इसलिए यह काउंटर लॉगिन नहीं कर सकता।</translation>
    </message>
    <message>
        <source>Try again in a minute. If that does not help, check the address.</source>
        <translation>एक मिनट बाद फिर कोशिश करें। फिर भी न हो तो पता जाँचें।</translation>
    </message>
    <message>
        <source>Check this computer’s date ({date}). If it is right, tell support: the certificate must be renewed.</source>
        <translation>इस कंप्यूटर की तारीख ({date}) जाँचें। यदि सही है, तो सपोर्ट को बताएँ: प्रमाणपत्र नया करना होगा।</translation>
    </message>
    <message>
        <source>Check this computer’s date ({date}). It may be in the past.</source>
        <translation>इस कंप्यूटर की तारीख ({date}) जाँचें। वह शायद पुरानी है।</translation>
    </message>
    <message>
        <source>The certificate belongs to another address.</source>
        <translation>प्रमाणपत्र किसी दूसरे पते का है।</translation>
    </message>
    <message>
        <source>This computer does not trust the certificate of this address.</source>
        <translation>यह कंप्यूटर इस पते के प्रमाणपत्र पर भरोसा नहीं करता।</translation>
    </message>
    <message>
        <source>If your network inspects secure traffic, its certificate must be installed here.</source>
        <translation>यदि आपका नेटवर्क सुरक्षित ट्रैफ़िक जाँचता है, तो उसका प्रमाणपत्र यहाँ स्थापित होना चाहिए।</translation>
    </message>
    <message>
        <source>The certificate of this address cannot be accepted.</source>
        <translation>इस पते का प्रमाणपत्र स्वीकार नहीं किया जा सकता।</translation>
    </message>
    <message>
        <source>The address answers, but not with a safe connection.</source>
        <translation>पता जवाब देता है, पर सुरक्षित कनेक्शन से नहीं।</translation>
    </message>
    <message>
        <source>Check the address and its port.</source>
        <translation>पता और पोर्ट जाँचें।</translation>
    </message>
    <message>
        <source>The proxy of this network does not let the till through.</source>
        <translation>इस नेटवर्क का प्रॉक्सी काउंटर को जाने नहीं देता।</translation>
    </message>
    <message>
        <source>Check this computer’s date, time and time zone.</source>
        <translation>इस कंप्यूटर की तारीख, समय और टाइम ज़ोन जाँचें।</translation>
    </message>
    <message>
        <source>The proxy of this network does not accept the till’s login.</source>
        <translation>इस नेटवर्क का प्रॉक्सी काउंटर का लॉगिन स्वीकार नहीं करता।</translation>
    </message>
    <message>
        <source>Check the name and the password for the proxy.</source>
        <translation>प्रॉक्सी का नाम और पासवर्ड जाँचें।</translation>
    </message>
    <message>
        <source>Ask who runs the network to allow this address.</source>
        <translation>नेटवर्क चलाने वाले से इस पते की अनुमति माँगें।</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>परीक्षण रोक दिया गया।</translation>
    </message>
    <message>
        <source>The certificate of this address has expired.</source>
        <translation>इस पते के प्रमाणपत्र की अवधि खत्म हो गई है।</translation>
    </message>
    <message>
        <source>The certificate of this address is not valid yet.</source>
        <translation>इस पते का प्रमाणपत्र अभी मान्य नहीं हुआ है।</translation>
    </message>
    <message>
        <source>The address offers only old connections that are not safe any more.</source>
        <translation>यह पता केवल पुराने कनेक्शन देता है, जो अब सुरक्षित नहीं हैं।</translation>
    </message>
    <message>
        <source>The service must offer TLS 1.2 or newer: tell its support.</source>
        <translation>सर्विस को TLS 1.2 या नया देना होगा: उसके सपोर्ट को बताएँ।</translation>
    </message>
    <message>
        <source>The file of certificates cannot be used.</source>
        <translation>प्रमाणपत्रों की फ़ाइल इस्तेमाल नहीं हो सकती।</translation>
    </message>
    <message>
        <source>It must exist, be readable, and have certificates in PEM form.</source>
        <translation>वह मौजूद हो, पढ़ी जा सके, और उसमें PEM रूप में प्रमाणपत्र हों।</translation>
    </message>
    <message>
        <source>Check the spelling of the address.</source>
        <translation>पते की वर्तनी जाँचें।</translation>
    </message>
</context>
<context>
    <name>Controller</name>
    <message>
        <source>This bill came from the POS. Press F4 again to cancel it and go back to the POS.</source>
        <translation>यह बिल POS से आया है। रद्द करके POS पर लौटने के लिए F4 फिर दबाएँ।</translation>
    </message>
    <message>
        <source>The POS no longer needs bill {bill}.</source>
        <translation>POS को अब बिल {bill} नहीं चाहिए।</translation>
    </message>
    <message>
        <source>The POS no longer needs this bill.</source>
        <translation>POS को अब यह बिल नहीं चाहिए।</translation>
    </message>
</context>
<context>
    <name>CounterCalls</name>
    <message>
        <source>This takes longer than usual. Please wait until the till says whether the points were redeemed.</source>
        <translation>इसमें सामान्य से अधिक समय लग रहा है। कृपया तब तक रुकें जब तक काउंटर न बताए कि पॉइंट रिडीम हुए या नहीं।</translation>
    </message>
    <message>
        <source>The service is slow. Please wait: the till is finding out whether the points were redeemed.</source>
        <translation>सर्विस धीमी है। कृपया रुकें: काउंटर पता कर रहा है कि पॉइंट रिडीम हुए या नहीं।</translation>
    </message>
    <message>
        <source>The service is slow. Wait a little longer, or press Esc to go back.</source>
        <translation>सर्विस धीमी है। थोड़ा और रुकें, या वापस जाने के लिए Esc दबाएँ।</translation>
    </message>
</context>
<context>
    <name>CounterPage</name>
    <message>
        <source>The member has entered the code.</source>
        <translation>मेंबर ने कोड डाल दिया है।</translation>
    </message>
</context>
<context>
    <name>CustomFieldsForm</name>
    <message>
        <source>{field} (required)</source>
        <translation>{field} (ज़रूरी)</translation>
    </message>
</context>
<context>
    <name>CustomerWindow</name>
    <message>
        <source>Points Till: for the customer</source>
        <translation>Points Till: ग्राहक के लिए</translation>
    </message>
    <message>
        <source>Enter your code</source>
        <translation>अपना कोड डालें</translation>
    </message>
    <message>
        <source>Your code, please</source>
        <translation>कृपया अपना कोड बताएँ</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>स्वागत है</translation>
    </message>
    <message>
        <source>Hello, {name}</source>
        <translation>नमस्ते, {name}</translation>
    </message>
    <message>
        <source>{name}, you have</source>
        <translation>{name}, आपके पास हैं</translation>
    </message>
    <message>
        <source>You have</source>
        <translation>आपके पास हैं</translation>
    </message>
    <message>
        <source>{name}, you are using</source>
        <translation>{name}, आप इस्तेमाल कर रहे हैं</translation>
    </message>
    <message>
        <source>You are using</source>
        <translation>आप इस्तेमाल कर रहे हैं</translation>
    </message>
    <message>
        <source>{value} off your bill</source>
        <translation>आपके बिल में {value} की छूट</translation>
    </message>
    <message>
        <source>Your points now</source>
        <translation>आपके अभी के पॉइंट</translation>
    </message>
    <message>
        <source>You keep</source>
        <translation>बचेंगे</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>धन्यवाद</translation>
    </message>
    <message>
        <source>Points used</source>
        <translation>इस्तेमाल किए पॉइंट</translation>
    </message>
    <message>
        <source>Your points were not used</source>
        <translation>आपके पॉइंट इस्तेमाल नहीं हुए</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>कृपया एक क्षण रुकें</translation>
    </message>
    <message>
        <source>We are checking whether your points were used.</source>
        <translation>हम देख रहे हैं कि आपके पॉइंट इस्तेमाल हुए या नहीं।</translation>
    </message>
    <message>
        <source>That code was not accepted. Please try again.</source>
        <translation>वह कोड स्वीकार नहीं हुआ। कृपया फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>Sent to your phone ending in {digits}</source>
        <translation>{digits} पर खत्म होने वाले आपके फ़ोन पर भेजा गया</translation>
    </message>
    <message>
        <source>Tell the cashier the code that was sent to your phone ending in {digits}</source>
        <translation>{digits} पर खत्म होने वाले फ़ोन पर आया कोड कैशियर को बताएँ</translation>
    </message>
    <message>
        <source>We have sent you a code</source>
        <translation>हमने आपको कोड भेजा है</translation>
    </message>
    <message>
        <source>Tell the cashier the code you received</source>
        <translation>आपको मिला कोड कैशियर को बताएँ</translation>
    </message>
    <message>
        <source>{sent} · good until about {time}</source>
        <translation>{sent} · लगभग {time} बजे तक चलेगा</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} पॉइंट</numerusform>
            <numerusform>{points} पॉइंट</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayFigures</name>
    <message>
        <source>Count</source>
        <translation>संख्या</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>पॉइंट</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>मूल्य</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>रिडीम हुए</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>लौटाए गए</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>नेट</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>अभी पता नहीं</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>अस्वीकृत</translation>
    </message>
    <message numerus="yes">
        <source>%Ln redemption(s)</source>
        <translation>
            <numerusform>%Ln रिडेम्प्शन</numerusform>
            <numerusform>%Ln रिडेम्प्शन</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s)</source>
        <translation>
            <numerusform>%Ln बार</numerusform>
            <numerusform>%Ln बार</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} पॉइंट</numerusform>
            <numerusform>{points} पॉइंट</numerusform>
        </translation>
    </message>
    <message>
        <source>By cashier</source>
        <translation>कैशियर के अनुसार</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>नाम नहीं</translation>
    </message>
    <message>
        <source>By program</source>
        <translation>प्रोग्राम के अनुसार</translation>
    </message>
    <message>
        <source>Default program</source>
        <translation>डिफ़ॉल्ट प्रोग्राम</translation>
    </message>
    <message numerus="yes">
        <source>{points} points given back</source>
        <translation>
            <numerusform>{points} पॉइंट लौटाया गया</numerusform>
            <numerusform>{points} पॉइंट लौटाए गए</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayPage</name>
    <message>
        <source>End of day</source>
        <translation>दिन का अंत</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>दिन</translation>
    </message>
    <message>
        <source>History</source>
        <translation>हिस्ट्री</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Back to History</source>
        <translation>हिस्ट्री पर लौटें</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>दिन बंद करें</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>अभी नहीं</translation>
    </message>
    <message>
        <source>Closing the day…</source>
        <translation>दिन बंद हो रहा है…</translation>
    </message>
    <message>
        <source>Close {day}? It cannot be opened again. What is settled later is in the next day’s report.</source>
        <translation>{day} बंद करें? इसे फिर नहीं खोला जा सकता। बाद में निपटा मामला अगले दिन की रिपोर्ट में होगा।</translation>
    </message>
    <message>
        <source>Closed by {cashier} on {time}</source>
        <translation>{cashier} ने {time} पर बंद किया</translation>
    </message>
    <message>
        <source>Closed on {time}</source>
        <translation>{time} पर बंद</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>आज</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>कल</translation>
    </message>
</context>
<context>
    <name>DaySide</name>
    <message>
        <source>Compare with the service</source>
        <translation>सर्विस से मिलाएँ</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>हेड</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>प्रिंट करें</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सेव करें</translation>
    </message>
    <message>
        <source>Comparing, {asked} of {lists}…</source>
        <translation>मिलाया जा रहा है, {lists} में से {asked}…</translation>
    </message>
    <message>
        <source>Journal: nothing on this day</source>
        <translation>रिकॉर्ड: इस दिन कुछ नहीं</translation>
    </message>
    <message>
        <source>Journal {first} to {last}</source>
        <translation>रिकॉर्ड {first} से {last}</translation>
    </message>
    <message>
        <source>Head {head}</source>
        <translation>हेड {head}</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>कुछ बाकी नहीं</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known yet</source>
        <translation>
            <numerusform>%Ln का अभी पता नहीं</numerusform>
            <numerusform>%Ln का अभी पता नहीं</numerusform>
        </translation>
    </message>
    <message>
        <source>The till keeps asking. The next day’s report names the outcome.</source>
        <translation>काउंटर पूछता रहेगा। अगले दिन की रिपोर्ट नतीजा बताएगी।</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>रिडीम हुए</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>अस्वीकृत</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>अभी पता नहीं</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>लौटाए गए</translation>
    </message>
    <message>
        <source>The service has no redemption of this day either</source>
        <translation>सर्विस में भी इस दिन का कोई रिडेम्प्शन नहीं</translation>
    </message>
    <message>
        <source>Not given back</source>
        <translation>नहीं लौटाए गए</translation>
    </message>
    <message>
        <source>The figures include this. A report that was printed at the closing does not.</source>
        <translation>आँकड़ों में यह शामिल है। बंद करते समय छपी रिपोर्ट में नहीं।</translation>
    </message>
    <message>
        <source>Since it was closed</source>
        <translation>दिन बंद होने के बाद</translation>
    </message>
    <message>
        <source>Settled since, of other days</source>
        <translation>दूसरे दिनों के, तब से निपटे</translation>
    </message>
    <message>
        <source>Compared at {time}</source>
        <translation>{time} पर मिलाया</translation>
    </message>
    <message>
        <source>The service has no list of the store, so only members were compared.</source>
        <translation>सर्विस के पास स्टोर की सूची नहीं है, इसलिए केवल मेंबर मिलाए गए।</translation>
    </message>
    <message>
        <source>Points given back of an earlier redemption are compared with the day of that redemption.</source>
        <translation>पहले के रिडेम्प्शन के लौटाए गए पॉइंट उसी रिडेम्प्शन के दिन में मिलाए जाते हैं।</translation>
    </message>
    <message numerus="yes">
        <source>%Ln redemption(s) could not be compared. Try again later.</source>
        <translation>
            <numerusform>%Ln मिलाया नहीं जा सका। बाद में कोशिश करें।</numerusform>
            <numerusform>%Ln मिलाए नहीं जा सके। बाद में कोशिश करें।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln agree with the service</source>
        <translation>
            <numerusform>%Ln सर्विस से मेल खाता है</numerusform>
            <numerusform>सभी %Ln सर्विस से मेल खाते हैं</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s) from the service</source>
        <translation>
            <numerusform>सर्विस से %Ln अंतर</numerusform>
            <numerusform>सर्विस से %Ln अंतर</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything could be compared</source>
        <translation>सब कुछ नहीं मिलाया जा सका</translation>
    </message>
    <message>
        <source>{name}: redeemed at the service, {service} points. This till does not know it yet.</source>
        <translation>{name}: सर्विस पर {service} पॉइंट रिडीम हुए। इस काउंटर को अभी पता नहीं।</translation>
    </message>
    <message>
        <source>{name}: the service has redeemed {service} points, and this till has not.</source>
        <translation>{name}: सर्विस ने {service} पॉइंट रिडीम किए हैं, इस काउंटर ने नहीं।</translation>
    </message>
    <message>
        <source>{name}: the service has {service} points of this till that its record does not know.</source>
        <translation>{name}: सर्विस में इस काउंटर के {service} पॉइंट हैं जो रिकॉर्ड में नहीं।</translation>
    </message>
    <message>
        <source>{name}: this till redeemed {mine} points, and the service does not show it.</source>
        <translation>{name}: इस काउंटर ने {mine} पॉइंट रिडीम किए, सर्विस नहीं दिखाती।</translation>
    </message>
    <message>
        <source>{name}: {mine} points here, {service} at the service.</source>
        <translation>{name}: यहाँ {mine} पॉइंट, सर्विस पर {service}।</translation>
    </message>
    <message>
        <source>{name}: only one of the two says that its points were given back.</source>
        <translation>{name}: दोनों में से केवल एक कहता है कि पॉइंट लौटाए गए।</translation>
    </message>
    <message>
        <source>{name}: {mine} points given back here, {service} at the service.</source>
        <translation>{name}: यहाँ {mine} पॉइंट लौटाए गए, सर्विस पर {service}।</translation>
    </message>
    <message>
        <source>{name}: the store’s list shows {service} points that are not known here.</source>
        <translation>{name}: स्टोर की सूची {service} पॉइंट दिखाती है जो यहाँ पता नहीं।</translation>
    </message>
    <message>
        <source>Giving back</source>
        <translation>लौटाए जा रहे हैं</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} पॉइंट</numerusform>
            <numerusform>{points} पॉइंट</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Drafting</name>
    <message>
        <source>Enter the amount of money.</source>
        <translation>रकम डालें।</translation>
    </message>
    <message>
        <source>Enter the bill number.</source>
        <translation>बिल नंबर डालें।</translation>
    </message>
    <message>
        <source>The note is too long. Make it shorter.</source>
        <translation>नोट ज़्यादा लंबा है। छोटा करें।</translation>
    </message>
    <message numerus="yes">
        <source>The POS allows up to {points} points. Enter no more than that.</source>
        <translation>
            <numerusform>POS {points} पॉइंट तक की अनुमति देता है। इससे अधिक न लिखें।</numerusform>
            <numerusform>POS {points} पॉइंट तक की अनुमति देता है। इससे अधिक न लिखें।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The group has {points} points. Enter no more than that.</source>
        <translation>
            <numerusform>ग्रुप के पास {points} पॉइंट हैं। इससे ज़्यादा न डालें।</numerusform>
            <numerusform>ग्रुप के पास {points} पॉइंट हैं। इससे ज़्यादा न डालें।</numerusform>
        </translation>
    </message>
    <message>
        <source>The member has no points to redeem.</source>
        <translation>मेंबर के पास रिडीम करने के लिए पॉइंट नहीं हैं।</translation>
    </message>
    <message numerus="yes">
        <source>The member has {points} points. Enter no more than that.</source>
        <translation>
            <numerusform>मेंबर के पास {points} पॉइंट हैं। इससे ज़्यादा न डालें।</numerusform>
            <numerusform>मेंबर के पास {points} पॉइंट हैं। इससे ज़्यादा न डालें।</numerusform>
        </translation>
    </message>
    <message>
        <source>Fill in “{field}”.</source>
        <translation>“{field}” भरें।</translation>
    </message>
    <message>
        <source>“{field}” must be a number.</source>
        <translation>“{field}” में सिर्फ़ नंबर डालें।</translation>
    </message>
    <message>
        <source>Choose an entry for “{field}”.</source>
        <translation>“{field}” की लिस्ट में से चुनें।</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
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
        <translation>संदेश</translation>
    </message>
    <message>
        <source>For support: {number}</source>
        <translation>सपोर्ट के लिए: {number}</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>That is the number of a receipt. Open History and scan it there to give points back.</source>
        <translation>यह एक रसीद का नंबर है। पॉइंट लौटाने के लिए हिस्ट्री खोलें और इसे वहाँ स्कैन करें।</translation>
    </message>
    <message>
        <source>If it is not a card number, choose below what it is.</source>
        <translation>अगर यह कार्ड नंबर नहीं है, तो नीचे चुनें कि यह क्या है।</translation>
    </message>
    <message>
        <source>If it is not an e-mail address, choose below what it is.</source>
        <translation>अगर यह ईमेल पता नहीं है, तो नीचे चुनें कि यह क्या है।</translation>
    </message>
    <message>
        <source>If it is not a customer number, choose below what it is.</source>
        <translation>अगर यह ग्राहक नंबर नहीं है, तो नीचे चुनें कि यह क्या है।</translation>
    </message>
    <message>
        <source>If it is not a mobile number, choose below what it is.</source>
        <translation>अगर यह मोबाइल नंबर नहीं है, तो नीचे चुनें कि यह क्या है।</translation>
    </message>
    <message>
        <source>The service is very busy. The till looks again by itself. Press Esc to stop.</source>
        <translation>सर्विस अभी बहुत व्यस्त है। काउंटर अपने-आप फिर खोजेगा। रोकने के लिए Esc दबाएँ।</translation>
    </message>
    <message>
        <source>This member</source>
        <translation>यह मेंबर</translation>
    </message>
    <message>
        <source>{name} has no points to redeem.</source>
        <translation>{name} के पास रिडीम करने के लिए पॉइंट नहीं हैं।</translation>
    </message>
    <message>
        <source>Finish the sale without points.</source>
        <translation>बिल बिना पॉइंट के पूरा करें।</translation>
    </message>
    <message>
        <source>The service was very busy. The till waited until it answered.</source>
        <translation>सर्विस बहुत व्यस्त थी। काउंटर ने जवाब तक इंतज़ार किया।</translation>
    </message>
    <message>
        <source>This number’s account was merged into that of {number}. Points are redeemed there. Check the name with the member.</source>
        <translation>इस नंबर का खाता {number} के खाते में जुड़ गया है। पॉइंट वहीं से रिडीम होंगे। मेंबर से पूछकर नाम जाँचें।</translation>
    </message>
    <message>
        <source>another</source>
        <translation>दूसरे नंबर</translation>
    </message>
</context>
<context>
    <name>GiveBackController</name>
    <message>
        <source>Item returned</source>
        <translation>सामान लौटाया</translation>
    </message>
    <message>
        <source>Sale cancelled</source>
        <translation>बिक्री रद्द</translation>
    </message>
    <message>
        <source>Wrong member</source>
        <translation>गलत मेंबर</translation>
    </message>
    <message numerus="yes">
        <source>Only {points} points can be given back.</source>
        <translation>
            <numerusform>केवल {points} पॉइंट लौटाया जा सकता है।</numerusform>
            <numerusform>केवल {points} पॉइंट लौटाए जा सकते हैं।</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter why the points are given back.</source>
        <translation>लिखें कि पॉइंट क्यों लौटाए जा रहे हैं।</translation>
    </message>
    <message>
        <source>Enter the supervisor’s PIN.</source>
        <translation>सुपरवाइज़र का PIN डालें।</translation>
    </message>
    <message numerus="yes">
        <source>{points} points of this redemption were already given back, but not at this till. Go on only if the customer returns something else now.</source>
        <translation>
            <numerusform>इस रिडेम्प्शन का {points} पॉइंट पहले ही लौटाया जा चुका है, पर इस काउंटर पर नहीं। ग्राहक अब कुछ और लौटा रहा हो तभी आगे बढ़ें।</numerusform>
            <numerusform>इस रिडेम्प्शन के {points} पॉइंट पहले ही लौटाए जा चुके हैं, पर इस काउंटर पर नहीं। ग्राहक अब कुछ और लौटा रहा हो तभी आगे बढ़ें।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points of this redemption were already given back at {at} by {cashier}. Go on only if the customer returns something else now.</source>
        <translation>
            <numerusform>{cashier} इस रिडेम्प्शन का {points} पॉइंट {at} पर पहले ही लौटा चुके हैं। ग्राहक अब कुछ और लौटा रहा हो तभी आगे बढ़ें।</numerusform>
            <numerusform>{cashier} इस रिडेम्प्शन के {points} पॉइंट {at} पर पहले ही लौटा चुके हैं। ग्राहक अब कुछ और लौटा रहा हो तभी आगे बढ़ें।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points of this redemption were already given back at {at}. Go on only if the customer returns something else now.</source>
        <translation>
            <numerusform>इस रिडेम्प्शन का {points} पॉइंट {at} पर पहले ही लौटाया जा चुका है। ग्राहक अब कुछ और लौटा रहा हो तभी आगे बढ़ें।</numerusform>
            <numerusform>इस रिडेम्प्शन के {points} पॉइंट {at} पर पहले ही लौटाए जा चुके हैं। ग्राहक अब कुछ और लौटा रहा हो तभी आगे बढ़ें।</numerusform>
        </translation>
    </message>
    <message>
        <source>{who}: {news}</source>
        <comment>the outcome for a bill or a mobile number</comment>
        <translation>{who}: {news}</translation>
    </message>
    <message>
        <source>Enter how many points are given back.</source>
        <translation>लिखें कि कितने पॉइंट लौटाने हैं।</translation>
    </message>
    <message>
        <source>That PIN is wrong. No points were given back.</source>
        <translation>वह PIN गलत है। कोई पॉइंट नहीं लौटाया गया।</translation>
    </message>
    <message>
        <source>Too many wrong PINs. No points were given back. Try again in 15 minutes.</source>
        <translation>बहुत बार गलत PIN डाला गया। कोई पॉइंट नहीं लौटाया गया। 15 मिनट बाद फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>A supervisor’s PIN cannot be checked here. No points were given back. Tell support.</source>
        <translation>यहाँ सुपरवाइज़र का PIN नहीं जाँचा जा सकता। कोई पॉइंट नहीं लौटाया गया। सपोर्ट को बताएँ।</translation>
    </message>
</context>
<context>
    <name>GiveBackPage</name>
    <message>
        <source>Give points back</source>
        <translation>पॉइंट लौटाएँ</translation>
    </message>
    <message>
        <source>Back to History</source>
        <translation>हिस्ट्री पर लौटें</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Points to give back</source>
        <translation>लौटाने के पॉइंट</translation>
    </message>
    <message>
        <source>All</source>
        <translation>सभी</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>मूल्य</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>वजह</translation>
    </message>
    <message>
        <source>Supervisor PIN</source>
        <translation>सुपरवाइज़र का PIN</translation>
    </message>
    <message>
        <source>Expired points do not come back. The receipt shows how many.</source>
        <translation>एक्सपायर हुए पॉइंट वापस नहीं आते। रसीद संख्या दिखाती है।</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>लौटाएँ</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>वापस जाएँ</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <source>Points given back</source>
        <translation>लौटाए गए पॉइंट</translation>
    </message>
    <message>
        <source>Expired, not given back</source>
        <translation>एक्सपायर हुए, नहीं लौटाए</translation>
    </message>
    <message>
        <source>Updated balance</source>
        <translation>नया बैलेंस</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>हो गया</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>रसीद प्रिंट करें</translation>
    </message>
    <message>
        <source>Save receipt</source>
        <translation>रसीद सेव करें</translation>
    </message>
    <message>
        <source>Back to POS</source>
        <translation>POS पर लौटें</translation>
    </message>
    <message numerus="yes">
        <source>Give back {points} points again</source>
        <translation>
            <numerusform>{points} पॉइंट फिर से लौटाएँ</numerusform>
            <numerusform>{points} पॉइंट फिर से लौटाएँ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} पॉइंट</numerusform>
            <numerusform>{points} पॉइंट</numerusform>
        </translation>
    </message>
    <message>
        <source>All {points}</source>
        <translation>सभी {points}</translation>
    </message>
    <message numerus="yes">
        <source>Give back {points} points</source>
        <translation>
            <numerusform>{points} पॉइंट लौटाएँ</numerusform>
            <numerusform>{points} पॉइंट लौटाएँ</numerusform>
        </translation>
    </message>
    <message>
        <source>Giving points back…</source>
        <translation>पॉइंट लौटाए जा रहे हैं…</translation>
    </message>
    <message>
        <source>Asking the service…</source>
        <translation>सर्विस से पूछा जा रहा है…</translation>
    </message>
</context>
<context>
    <name>GivenBackRow</name>
    <message numerus="yes">
        <source>{points} points given back</source>
        <translation>
            <numerusform>{points} पॉइंट लौटाया गया</numerusform>
            <numerusform>{points} पॉइंट लौटाए गए</numerusform>
        </translation>
    </message>
    <message>
        <source>Print receipt for {given_back}</source>
        <translation>रसीद प्रिंट करें: {given_back}</translation>
    </message>
    <message>
        <source>Save receipt for {given_back}</source>
        <translation>रसीद सेव करें: {given_back}</translation>
    </message>
</context>
<context>
    <name>GroupPanel</name>
    <message>
        <source>Group</source>
        <translation>ग्रुप</translation>
    </message>
    <message>
        <source>Find group by</source>
        <translation>ग्रुप की पहचान</translation>
    </message>
    <message>
        <source>Number or name</source>
        <translation>नंबर या नाम</translation>
    </message>
    <message>
        <source>Kind of identifier</source>
        <translation>पहचान किस तरह की</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>सोर्स</translation>
    </message>
    <message>
        <source>Account of the source</source>
        <translation>सोर्स का खाता</translation>
    </message>
    <message>
        <source>Group number</source>
        <translation>ग्रुप नंबर</translation>
    </message>
    <message>
        <source>Group number in another system</source>
        <translation>दूसरे सिस्टम का ग्रुप नंबर</translation>
    </message>
    <message>
        <source>Main member’s user number</source>
        <translation>मुख्य मेंबर का यूज़र नंबर</translation>
    </message>
    <message>
        <source>Main member’s mobile, e-mail or card</source>
        <translation>मुख्य मेंबर का मोबाइल, ईमेल या कार्ड</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>मोबाइल नंबर</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ईमेल</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>कार्ड नंबर</translation>
    </message>
    <message>
        <source>Card number in another system</source>
        <translation>दूसरे सिस्टम का कार्ड नंबर</translation>
    </message>
    <message>
        <source>User number</source>
        <translation>यूज़र नंबर</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>ज़रूरी नहीं</translation>
    </message>
    <message>
        <source>Whose points?</source>
        <translation>किसके पॉइंट?</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>वापस जाएँ</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Use this group</source>
        <translation>यह ग्रुप चुनें</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Another group</source>
        <translation>दूसरा ग्रुप</translation>
    </message>
    <message>
        <source>The member’s own points</source>
        <translation>मेंबर के अपने पॉइंट</translation>
    </message>
    <message numerus="yes">
        <source>{group} · {points} points</source>
        <translation>
            <numerusform>{group} · {points} पॉइंट</numerusform>
            <numerusform>{group} · {points} पॉइंट</numerusform>
        </translation>
    </message>
    <message>
        <source>Use the member’s own points</source>
        <translation>मेंबर के अपने पॉइंट चुनें</translation>
    </message>
    <message>
        <source>Type the group’s number or name.</source>
        <translation>ग्रुप का नंबर या नाम लिखें।</translation>
    </message>
    <message>
        <source>With a source, also enter the main member’s identifier.</source>
        <translation>सोर्स के साथ मुख्य मेंबर की पहचान भी चाहिए।</translation>
    </message>
    <message>
        <source>With an account, also choose its source.</source>
        <translation>खाते के साथ उसका सोर्स भी चाहिए।</translation>
    </message>
    <message>
        <source>Choose what kind of identifier this is.</source>
        <translation>चुनें कि यह किस तरह की पहचान है।</translation>
    </message>
    <message>
        <source>This source has several accounts. Type which one.</source>
        <translation>इस सोर्स के कई खाते हैं। लिखें कि कौन-सा।</translation>
    </message>
</context>
<context>
    <name>HandOverBanner</name>
    <message>
        <source>Cancel, back to POS</source>
        <translation>रद्द करें, POS पर लौटें</translation>
    </message>
    <message>
        <source>bill {bill}</source>
        <translation>बिल {bill}</translation>
    </message>
    <message>
        <source>{money} to pay</source>
        <translation>{money} देना है</translation>
    </message>
    <message numerus="yes">
        <source>up to {points} points</source>
        <translation>
            <numerusform>{points} पॉइंट तक</numerusform>
            <numerusform>{points} पॉइंट तक</numerusform>
        </translation>
    </message>
    <message>
        <source>From the POS</source>
        <translation>POS से</translation>
    </message>
    <message>
        <source>From the POS: {facts}</source>
        <translation>POS से: {facts}</translation>
    </message>
</context>
<context>
    <name>HandOvers</name>
    <message>
        <source>This bill has been handed over already.</source>
        <translation>यह बिल पहले ही आ चुका है।</translation>
    </message>
    <message>
        <source>Too many bills are waiting. The newest one was not accepted: hand it over again later.</source>
        <translation>बहुत सारे बिल इंतज़ार में हैं। सबसे नया बिल नहीं लिया गया: उसे बाद में फिर भेजें।</translation>
    </message>
</context>
<context>
    <name>HeldWords</name>
    <message numerus="yes">
        <source>Bill {bill} is held: it is not known yet whether {points} points were redeemed for it at {at}. Wait until the till has found out.</source>
        <translation>
            <numerusform>बिल {bill} होल्ड पर है: अभी पता नहीं कि {at} पर इसके लिए {points} पॉइंट रिडीम हुए या नहीं। काउंटर को पता चलने तक रुकें।</numerusform>
            <numerusform>बिल {bill} होल्ड पर है: अभी पता नहीं कि {at} पर इसके लिए {points} पॉइंट रिडीम हुए या नहीं। काउंटर को पता चलने तक रुकें।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For this member it is not known yet whether {points} points were redeemed at {at}. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>अभी पता नहीं कि {at} पर इस मेंबर के {points} पॉइंट रिडीम हुए या नहीं। दूसरी खरीदारी हो तभी रिडीम करें।</numerusform>
            <numerusform>अभी पता नहीं कि {at} पर इस मेंबर के {points} पॉइंट रिडीम हुए या नहीं। दूसरी खरीदारी हो तभी रिडीम करें।</numerusform>
        </translation>
    </message>
    <message>
        <source>The service cannot show yet whether an earlier try went through. Try again in a moment. Do not take the points off the bill yet.</source>
        <translation>सर्विस अभी नहीं बता पा रही कि पिछली कोशिश सफल हुई या नहीं। थोड़ी देर में दोबारा कोशिश करें। अभी पॉइंट बिल से न घटाएँ।</translation>
    </message>
    <message numerus="yes">
        <source>Another till sent these {points} points at {at}, and this till cannot tell whether they were taken. Ask support first. Redeem anyway only if support says so.</source>
        <translation>
            <numerusform>दूसरे काउंटर ने {at} पर ये {points} पॉइंट भेजे थे, और यह काउंटर नहीं बता सकता कि वे कटे या नहीं। पहले सपोर्ट से पूछें। सपोर्ट कहे तभी रिडीम करें।</numerusform>
            <numerusform>दूसरे काउंटर ने {at} पर ये {points} पॉइंट भेजे थे, और यह काउंटर नहीं बता सकता कि वे कटे या नहीं। पहले सपोर्ट से पूछें। सपोर्ट कहे तभी रिडीम करें।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were already redeemed for this member at {at}. Redeem anyway only if you want to take them a second time.</source>
        <translation>
            <numerusform>इस मेंबर के {points} पॉइंट {at} पर पहले ही रिडीम हो चुके हैं। दूसरी बार काटने हों तभी रिडीम करें।</numerusform>
            <numerusform>इस मेंबर के {points} पॉइंट {at} पर पहले ही रिडीम हो चुके हैं। दूसरी बार काटने हों तभी रिडीम करें।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{so_far} points were redeemed on bill {bill} so far, in %Ln redemption(s). Redeem anyway only if you want to take more points for this bill.</source>
        <translation>
            <numerusform>बिल {bill} पर अब तक %Ln बार में {so_far} पॉइंट रिडीम हुए हैं। इस बिल पर और पॉइंट काटने हों तभी रिडीम करें।</numerusform>
            <numerusform>बिल {bill} पर अब तक %Ln बार में {so_far} पॉइंट रिडीम हुए हैं। इस बिल पर और पॉइंट काटने हों तभी रिडीम करें।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were already redeemed for bill {bill} at {at}. Redeem anyway only if you want to take them a second time.</source>
        <translation>
            <numerusform>बिल {bill} के लिए {at} पर {points} पॉइंट पहले ही रिडीम हो चुके हैं। दूसरी बार काटने हों तभी रिडीम करें।</numerusform>
            <numerusform>बिल {bill} के लिए {at} पर {points} पॉइंट पहले ही रिडीम हो चुके हैं। दूसरी बार काटने हों तभी रिडीम करें।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were redeemed for this member at {at}, and the till found out only later. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>इस मेंबर के {points} पॉइंट {at} पर रिडीम हुए थे, और काउंटर को यह बाद में ही पता चला। दूसरी खरीदारी हो तभी रिडीम करें।</numerusform>
            <numerusform>इस मेंबर के {points} पॉइंट {at} पर रिडीम हुए थे, और काउंटर को यह बाद में ही पता चला। दूसरी खरीदारी हो तभी रिडीम करें।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points on bill {bill}, and it is not certain that they were not taken. Redeem anyway only if the bill needs other points now.</source>
        <translation>
            <numerusform>{at} पर काउंटर ने बिल {bill} पर {points} पॉइंट रिडीम करने की कोशिश की, और पक्का नहीं है कि वे नहीं कटे। बिल पर अब अलग पॉइंट लगाने हों तभी रिडीम करें।</numerusform>
            <numerusform>{at} पर काउंटर ने बिल {bill} पर {points} पॉइंट रिडीम करने की कोशिश की, और पक्का नहीं है कि वे नहीं कटे। बिल पर अब अलग पॉइंट लगाने हों तभी रिडीम करें।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points for this member without a bill number. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>{at} पर काउंटर ने इस मेंबर के {points} पॉइंट बिना बिल नंबर के रिडीम करने की कोशिश की। दूसरी खरीदारी हो तभी रिडीम करें।</numerusform>
            <numerusform>{at} पर काउंटर ने इस मेंबर के {points} पॉइंट बिना बिल नंबर के रिडीम करने की कोशिश की। दूसरी खरीदारी हो तभी रिडीम करें।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points for this member on bill {bill}. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>{at} पर काउंटर ने इस मेंबर के {points} पॉइंट बिल {bill} पर रिडीम करने की कोशिश की। दूसरी खरीदारी हो तभी रिडीम करें।</numerusform>
            <numerusform>{at} पर काउंटर ने इस मेंबर के {points} पॉइंट बिल {bill} पर रिडीम करने की कोशिश की। दूसरी खरीदारी हो तभी रिडीम करें।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points for this member on bill {bill}, which is spelt almost like this one. Redeem anyway only if this is another bill.</source>
        <translation>
            <numerusform>{at} पर काउंटर ने इस मेंबर के {points} पॉइंट बिल {bill} पर रिडीम करने की कोशिश की, जिसका नंबर लगभग यही है। दूसरा बिल हो तभी रिडीम करें।</numerusform>
            <numerusform>{at} पर काउंटर ने इस मेंबर के {points} पॉइंट बिल {bill} पर रिडीम करने की कोशिश की, जिसका नंबर लगभग यही है। दूसरा बिल हो तभी रिडीम करें।</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryDetail</name>
    <message>
        <source>What happened</source>
        <translation>क्या हुआ</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>रसीद प्रिंट करें</translation>
    </message>
    <message>
        <source>Save receipt</source>
        <translation>रसीद सेव करें</translation>
    </message>
    <message>
        <source>Give points back</source>
        <translation>पॉइंट लौटाएँ</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>मेंबर</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>कैशियर</translation>
    </message>
    <message>
        <source>Redemption</source>
        <translation>रिडेम्प्शन</translation>
    </message>
    <message>
        <source>Reference {reference}</source>
        <translation>रेफ़रेंस {reference}</translation>
    </message>
    <message>
        <source>Request {request}</source>
        <translation>अनुरोध {request}</translation>
    </message>
    <message>
        <source>Not known yet whether the points were redeemed. The till keeps asking.</source>
        <translation>अभी पता नहीं कि पॉइंट रिडीम हुए या नहीं। काउंटर पूछता रहेगा।</translation>
    </message>
    <message>
        <source>The till looked several times and did not find it. No points were taken.</source>
        <translation>काउंटर ने कई बार खोजा और नहीं मिला। कोई पॉइंट नहीं कटा।</translation>
    </message>
    <message>
        <source>The points have been given back since.</source>
        <translation>पॉइंट तब से लौटा दिए गए हैं।</translation>
    </message>
    <message>
        <source>Found late: it was recorded as not redeemed.</source>
        <translation>देर से मिला: पहले दर्ज था कि रिडीम नहीं हुआ।</translation>
    </message>
    <message numerus="yes">
        <source>{points} points have been given back since.</source>
        <translation>
            <numerusform>{points} पॉइंट तब से लौटाया गया है।</numerusform>
            <numerusform>{points} पॉइंट तब से लौटाए गए हैं।</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Not known yet</source>
        <translation>अभी पता नहीं</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>State</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>निर्यात करें</translation>
    </message>
    <message>
        <source>End of day</source>
        <translation>दिन का अंत</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>खोजें</translation>
    </message>
    <message>
        <source>Mobile, bill, receipt number or day</source>
        <translation>मोबाइल, बिल, रसीद नंबर या दिन</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>दिन</translation>
    </message>
    <message>
        <source>All</source>
        <translation>सभी</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>आज</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>कल</translation>
    </message>
    <message>
        <source>Last seven days</source>
        <translation>पिछले सात दिन</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>रिडीम हुआ</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>अस्वीकृत</translation>
    </message>
    <message>
        <source>Not redeemed</source>
        <translation>रिडीम नहीं हुआ</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>कैशियर</translation>
    </message>
    <message>
        <source>Saving the list…</source>
        <translation>सूची सेव हो रही है…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln redemption(s)</source>
        <translation>
            <numerusform>%Ln रिडेम्प्शन</numerusform>
            <numerusform>%Ln रिडेम्प्शन</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} saved as {path}</source>
        <translation>{path} में सेव किया गया: {count}</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>लौटाए गए</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>कुछ नहीं मिला।</translation>
    </message>
    <message numerus="yes">
        <source>Today: %Ln redemption(s)</source>
        <translation>
            <numerusform>आज: %Ln रिडेम्प्शन</numerusform>
            <numerusform>आज: %Ln रिडेम्प्शन</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} पॉइंट</numerusform>
            <numerusform>{points} पॉइंट</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points given back</source>
        <translation>
            <numerusform>{points} पॉइंट लौटाया गया</numerusform>
            <numerusform>{points} पॉइंट लौटाए गए</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known yet</source>
        <translation>
            <numerusform>%Ln का अभी पता नहीं</numerusform>
            <numerusform>%Ln का अभी पता नहीं</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryTable</name>
    <message>
        <source>Redemptions</source>
        <translation>रिडेम्प्शन</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>समय</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>बिल</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>मेंबर</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>पॉइंट</translation>
    </message>
    <message>
        <source>State</source>
        <translation>स्थिति</translation>
    </message>
</context>
<context>
    <name>LessonsPanel</name>
    <message>
        <source>Five short lessons</source>
        <translation>पाँच छोटे पाठ</translation>
    </message>
    <message>
        <source>You can do this.</source>
        <translation>आप यह कर सकते हैं।</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>पाठ</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>अगला पाठ</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>सभी पाठ</translation>
    </message>
</context>
<context>
    <name>LocalInterface</name>
    <message>
        <source>The POS cannot reach this till through port {port}, maybe because another program uses it. You can redeem as usual. Tell support.</source>
        <translation>POS पोर्ट {port} से इस काउंटर तक नहीं पहुँच पा रहा, शायद इसलिए कि कोई दूसरा प्रोग्राम उसे इस्तेमाल कर रहा है। आप हमेशा की तरह पॉइंट रिडीम कर सकते हैं। सपोर्ट को बताएँ।</translation>
    </message>
</context>
<context>
    <name>MemberStep</name>
    <message>
        <source>Who is redeeming?</source>
        <translation>पॉइंट कौन रिडीम कर रहा है?</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>बदलें</translation>
    </message>
    <message>
        <source>Change member</source>
        <translation>मेंबर बदलें</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>मोबाइल नंबर</translation>
    </message>
    <message>
        <source>Find member</source>
        <translation>मेंबर खोजें</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Find by</source>
        <translation>किससे खोजें</translation>
    </message>
    <message>
        <source>Next: points, then the code</source>
        <translation>आगे: पॉइंट, फिर कोड</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>मेंबर</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>लेवल</translation>
    </message>
    <message>
        <source>Available points</source>
        <translation>उपलब्ध पॉइंट</translation>
    </message>
    <message>
        <source>Looking again in {span}</source>
        <translation>{span} में फिर खोजेंगे</translation>
    </message>
    <message>
        <source>Looking for the member…</source>
        <translation>मेंबर खोजा जा रहा है…</translation>
    </message>
    <message>
        <source>No name given</source>
        <translation>नाम नहीं दिया</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>पता नहीं</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} पॉइंट</numerusform>
            <numerusform>{points} पॉइंट</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points in the group</source>
        <translation>
            <numerusform>ग्रुप में {points} पॉइंट</numerusform>
            <numerusform>ग्रुप में {points} पॉइंट</numerusform>
        </translation>
    </message>
    <message>
        <source>Group points {points}</source>
        <translation>ग्रुप के पॉइंट: {points}</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>मोबाइल</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>कार्ड</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>कार्ड नंबर</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ईमेल</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>ग्राहक नंबर</translation>
    </message>
    <message>
        <source>{number} looks unusual. Check it with the member.</source>
        <translation>{number} अलग-सा लगता है। मेंबर से पूछकर जाँचें।</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Message</source>
        <translation>संदेश</translation>
    </message>
    <message>
        <source>For support: {number}</source>
        <translation>सपोर्ट के लिए: {number}</translation>
    </message>
    <message>
        <source>For support: {number} · request {request}</source>
        <translation>सपोर्ट के लिए: {number} · अनुरोध {request}</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>A missed call cannot be used here.</source>
        <translation>यहाँ मिस्ड कॉल से काम नहीं होगा।</translation>
    </message>
    <message>
        <source>A receipt was still waiting when the till was closed.</source>
        <translation>काउंटर बंद होते समय एक रसीद बाकी थी।</translation>
    </message>
    <message>
        <source>A security file that is named in Settings cannot be used.</source>
        <translation>सेटिंग्स में दी गई एक सुरक्षा फ़ाइल इस्तेमाल नहीं हो सकती।</translation>
    </message>
    <message>
        <source>A setting of this till cannot be used.</source>
        <translation>इस काउंटर की एक सेटिंग काम की नहीं है।</translation>
    </message>
    <message>
        <source>All points of this redemption have been given back already.</source>
        <translation>इस रिडेम्प्शन के सभी पॉइंट पहले ही लौटाए जा चुके हैं।</translation>
    </message>
    <message>
        <source>An earlier redemption went through after all.</source>
        <translation>पहले का एक रिडेम्प्शन असल में हो गया था।</translation>
    </message>
    <message>
        <source>An earlier redemption went to another service, so this one does not know it.</source>
        <translation>पिछला रिडेम्प्शन किसी दूसरी सर्विस को गया था, इसलिए यह सर्विस उसे नहीं जानती।</translation>
    </message>
    <message>
        <source>An earlier try to give these points back went through after all.</source>
        <translation>ये पॉइंट लौटाने की पिछली कोशिश आखिर सफल हुई थी।</translation>
    </message>
    <message>
        <source>Another program is using the till’s record of redemptions.</source>
        <translation>कोई दूसरा प्रोग्राम काउंटर का रिडेम्प्शन रिकॉर्ड इस्तेमाल कर रहा है।</translation>
    </message>
    <message>
        <source>Ask for the name and choose the right one.</source>
        <translation>नाम पूछें और सही मेंबर चुनें।</translation>
    </message>
    <message>
        <source>Ask support to enter it in Settings.</source>
        <translation>सपोर्ट से इसे सेटिंग्स में डालने को कहें।</translation>
    </message>
    <message>
        <source>Ask the member to call customer care. Finish the sale without points.</source>
        <translation>मेंबर से कस्टमर केयर को कॉल करने को कहें। बिल बिना पॉइंट के पूरा करें।</translation>
    </message>
    <message>
        <source>Ask the member to call once more and hang up. Then try again.</source>
        <translation>मेंबर से एक बार और मिस्ड कॉल देने को कहें। फिर दोबारा कोशिश करें।</translation>
    </message>
    <message>
        <source>Ask the member to confirm it with the loyalty program first. Finish the sale without points.</source>
        <translation>मेंबर से पहले इसे लॉयल्टी प्रोग्राम में कन्फ़र्म करने को कहें। बिल बिना पॉइंट के पूरा करें।</translation>
    </message>
    <message>
        <source>Ask the member to read it again, or send a new code in {seconds} s.</source>
        <translation>मेंबर से फिर पढ़ने को कहें, या {seconds} सेकंड बाद नया कोड भेजें।</translation>
    </message>
    <message>
        <source>Ask the member to read it again, or send a new code.</source>
        <translation>मेंबर से कोड फिर से पढ़ने को कहें, या नया कोड भेजें।</translation>
    </message>
    <message>
        <source>Ask your supervisor.</source>
        <translation>अपने सुपरवाइज़र से पूछें।</translation>
    </message>
    <message>
        <source>By this till’s clock, this day has not begun yet.</source>
        <translation>इस काउंटर की घड़ी के हिसाब से यह दिन अभी शुरू नहीं हुआ है।</translation>
    </message>
    <message>
        <source>Cannot open the saved password.</source>
        <translation>सेव किया हुआ पासवर्ड नहीं खुल रहा है।</translation>
    </message>
    <message>
        <source>Check the bill number and enter it again.</source>
        <translation>बिल नंबर जाँचें और फिर से डालें।</translation>
    </message>
    <message>
        <source>Check the bill number, if there is one. Go on only if this is another purchase.</source>
        <translation>बिल नंबर हो तो उसे जाँचें। दूसरी खरीदारी हो तभी आगे बढ़ें।</translation>
    </message>
    <message>
        <source>Check the bill number. Go on only if the member wants to redeem more on the same bill.</source>
        <translation>बिल नंबर जाँचें। मेंबर इसी बिल पर और पॉइंट रिडीम करना चाहे तभी आगे बढ़ें।</translation>
    </message>
    <message>
        <source>Check the member’s points first: they may be back already. If not, tell support the number below.</source>
        <translation>पहले मेंबर के पॉइंट देखें: शायद लौट चुके हों। नहीं तो नीचे का नंबर सपोर्ट को बताएँ।</translation>
    </message>
    <message>
        <source>Check the name or number, or ask your supervisor.</source>
        <translation>नाम या नंबर देखें, या अपने सुपरवाइज़र से पूछें।</translation>
    </message>
    <message>
        <source>Check the number with the member and enter it again.</source>
        <translation>मेंबर से पूछकर नंबर जाँचें और फिर से डालें।</translation>
    </message>
    <message>
        <source>Check the number with the member, then send the code again.</source>
        <translation>मेंबर से पूछकर नंबर जाँचें, फिर कोड दोबारा भेजें।</translation>
    </message>
    <message>
        <source>Check the points and the purchase. Go on only if the member wants these points.</source>
        <translation>पॉइंट और खरीदारी जाँचें। मेंबर यही पॉइंट चाहे तभी आगे बढ़ें।</translation>
    </message>
    <message>
        <source>Choose another group, or the member’s own points.</source>
        <translation>दूसरा ग्रुप चुनें, या मेंबर के अपने पॉइंट।</translation>
    </message>
    <message>
        <source>Choose another program. If there is none, tell support the number below.</source>
        <translation>दूसरा प्रोग्राम चुनें। कोई और न हो तो नीचे का नंबर सपोर्ट को बताएँ।</translation>
    </message>
    <message>
        <source>Choose the member’s own points.</source>
        <translation>मेंबर के अपने पॉइंट चुनें।</translation>
    </message>
    <message>
        <source>Close it there, or ask the person who is signed in. Then try again.</source>
        <translation>उसे वहाँ बंद करें, या जिसने लॉगिन किया है उससे कहें। फिर दोबारा कोशिश करें।</translation>
    </message>
    <message>
        <source>Close other windows of this program, then try again.</source>
        <translation>इस प्रोग्राम की बाकी विंडो बंद करें, फिर दोबारा कोशिश करें।</translation>
    </message>
    <message>
        <source>Close this program and start it again. If that does not help, redeem at another till and call support.</source>
        <translation>यह प्रोग्राम बंद करके फिर खोलें। फिर भी न हो तो दूसरे काउंटर पर रिडीम करें और सपोर्ट को कॉल करें।</translation>
    </message>
    <message>
        <source>Do not give them back again. The till keeps asking and will show it here.</source>
        <translation>दोबारा न लौटाएँ। काउंटर पूछता रहेगा और नतीजा यहाँ दिखाएगा।</translation>
    </message>
    <message>
        <source>Do not redeem again for that member. Tell support the number below and the reference.</source>
        <translation>उस मेंबर के लिए दोबारा रिडीम न करें। नीचे का नंबर और रेफ़रेंस सपोर्ट को बताएँ।</translation>
    </message>
    <message>
        <source>Do not redeem again. The till keeps asking and will show the receipt here.</source>
        <translation>दोबारा रिडीम न करें। काउंटर पूछता रहेगा और रसीद यहाँ दिखाएगा।</translation>
    </message>
    <message>
        <source>Enter a rounder number, such as a multiple of 10, 50 or 100.</source>
        <translation>राउंड नंबर डालें, जैसे 10, 50 या 100 का गुणज।</translation>
    </message>
    <message>
        <source>Enter both your number and your name, or choose yourself from the list.</source>
        <translation>अपना नंबर और नाम दोनों डालें, या सूची से अपना नाम चुनें।</translation>
    </message>
    <message>
        <source>Enter fewer points.</source>
        <translation>कम पॉइंट डालें।</translation>
    </message>
    <message>
        <source>Enter it in Settings, or ask support for it.</source>
        <translation>इसे सेटिंग्स में डालें, या सपोर्ट से माँगें।</translation>
    </message>
    <message>
        <source>Enter more points.</source>
        <translation>ज़्यादा पॉइंट डालें।</translation>
    </message>
    <message>
        <source>Enter the points again with fewer digits.</source>
        <translation>पॉइंट कम अंकों में फिर से डालें।</translation>
    </message>
    <message>
        <source>Enter the points again, more than 0.</source>
        <translation>पॉइंट फिर से डालें, 0 से ज़्यादा।</translation>
    </message>
    <message>
        <source>Enter them in Settings, or ask support for them.</source>
        <translation>इन्हें सेटिंग्स में डालें, या सपोर्ट से माँगें।</translation>
    </message>
    <message>
        <source>Enter your PIN again.</source>
        <translation>अपना PIN फिर से डालें।</translation>
    </message>
    <message>
        <source>Enter your name or number.</source>
        <translation>अपना नाम या नंबर डालें।</translation>
    </message>
    <message>
        <source>Enter your own name or number.</source>
        <translation>अपना खुद का नाम या नंबर डालें।</translation>
    </message>
    <message>
        <source>Finish the sale without points. Tell support the number below.</source>
        <translation>बिल बिना पॉइंट के पूरा करें। नीचे का नंबर सपोर्ट को बताएँ।</translation>
    </message>
    <message>
        <source>Giving points back is not switched on.</source>
        <translation>पॉइंट लौटाना चालू नहीं है।</translation>
    </message>
    <message>
        <source>Go on only if this is another purchase. If it is the same, wait.</source>
        <translation>दूसरी खरीदारी हो तभी आगे बढ़ें। वही हो तो रुकें।</translation>
    </message>
    <message>
        <source>It is not clear who signs on.</source>
        <translation>साफ़ नहीं है कि कौन लॉगिन कर रहा है।</translation>
    </message>
    <message>
        <source>It is not known yet whether an earlier redemption of this member went through.</source>
        <translation>अभी पता नहीं कि इस मेंबर का पिछला रिडेम्प्शन हुआ या नहीं।</translation>
    </message>
    <message>
        <source>It is not known yet whether points of this redemption were given back.</source>
        <translation>अभी पता नहीं कि इस रिडेम्प्शन के पॉइंट लौटाए गए या नहीं।</translation>
    </message>
    <message>
        <source>It is not known yet whether points were redeemed on this bill.</source>
        <translation>अभी पता नहीं कि इस बिल पर पॉइंट रिडीम हुए या नहीं।</translation>
    </message>
    <message>
        <source>Let another cashier sign on, and tell support the number below.</source>
        <translation>दूसरे कैशियर को लॉगिन करने दें, और नीचे का नंबर सपोर्ट को बताएँ।</translation>
    </message>
    <message>
        <source>Look at it in History before you redeem more points on this bill.</source>
        <translation>इस बिल पर और पॉइंट रिडीम करने से पहले उसे हिस्ट्री में देखें।</translation>
    </message>
    <message>
        <source>Look at the redemption in History before you give back more.</source>
        <translation>और लौटाने से पहले रिडेम्प्शन को हिस्ट्री में देखें।</translation>
    </message>
    <message>
        <source>Look at the redemption in History before you try again. Tell support the number below.</source>
        <translation>फिर कोशिश करने से पहले रिडेम्प्शन को हिस्ट्री में देखें। नीचे का नंबर सपोर्ट को बताएँ।</translation>
    </message>
    <message>
        <source>Look for a window that asks to unlock it. If there is none, sign in to this computer again.</source>
        <translation>ऐसी विंडो देखें जो उसे अनलॉक करने को कहती हो। न मिले तो इस कंप्यूटर पर फिर से लॉगिन करें।</translation>
    </message>
    <message>
        <source>Look for the redemption in History.</source>
        <translation>रिडेम्प्शन को हिस्ट्री में खोजें।</translation>
    </message>
    <message>
        <source>Look in History before you redeem again. Tell support the number below.</source>
        <translation>दोबारा रिडीम करने से पहले हिस्ट्री देखें। नीचे का नंबर सपोर्ट को बताएँ।</translation>
    </message>
    <message>
        <source>No call from this number has come in.</source>
        <translation>इस नंबर से कोई कॉल नहीं आई।</translation>
    </message>
    <message>
        <source>No member has this number.</source>
        <translation>इस नंबर का कोई मेंबर नहीं है।</translation>
    </message>
    <message>
        <source>No points were given back. Check the network cable or Wi-Fi, then try again.</source>
        <translation>कोई पॉइंट नहीं लौटाया गया। नेटवर्क केबल या वाई-फ़ाई देखें, फिर दोबारा कोशिश करें।</translation>
    </message>
    <message>
        <source>No points were given back. Enter fewer points.</source>
        <translation>कोई पॉइंट नहीं लौटाया गया। कम पॉइंट डालें।</translation>
    </message>
    <message>
        <source>No points were given back. Enter the points again.</source>
        <translation>कोई पॉइंट नहीं लौटाया गया। पॉइंट फिर से डालें।</translation>
    </message>
    <message>
        <source>No points were given back. Look for it in History and try again.</source>
        <translation>कोई पॉइंट नहीं लौटाया गया। रिडेम्प्शन को हिस्ट्री में खोजें और दोबारा कोशिश करें।</translation>
    </message>
    <message>
        <source>No points were given back. Tell support the number below.</source>
        <translation>कोई पॉइंट नहीं लौटाया गया। नीचे का नंबर सपोर्ट को बताएँ।</translation>
    </message>
    <message>
        <source>No points were given back. Wait a minute, then try again.</source>
        <translation>कोई पॉइंट नहीं लौटाया गया। एक मिनट रुककर फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>No points were taken. Check the network cable or Wi-Fi, then try again.</source>
        <translation>कोई पॉइंट नहीं कटा। नेटवर्क केबल या वाई-फ़ाई देखें, फिर दोबारा कोशिश करें।</translation>
    </message>
    <message>
        <source>No points were taken. Check this till’s date and time, then tell support the number below.</source>
        <translation>कोई पॉइंट नहीं कटा। इस काउंटर की तारीख और समय देखें, फिर नीचे का नंबर सपोर्ट को बताएँ।</translation>
    </message>
    <message>
        <source>No points were taken. Check this till’s date and time. If they are right, tell support the number below.</source>
        <translation>कोई पॉइंट नहीं कटा। इस काउंटर की तारीख और समय देखें। सही हों तो नीचे का नंबर सपोर्ट को बताएँ।</translation>
    </message>
    <message>
        <source>No points were taken. Redeem again if the member still wants to.</source>
        <translation>कोई पॉइंट नहीं कटा। मेंबर अब भी चाहे तो दोबारा रिडीम करें।</translation>
    </message>
    <message>
        <source>No points were taken. Tell support that they have to be entered again in Settings.</source>
        <translation>कोई पॉइंट नहीं कटा। सपोर्ट को बताएँ कि इन्हें सेटिंग्स में फिर से डालना है।</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below.</source>
        <translation>कोई पॉइंट नहीं कटा। नीचे का नंबर सपोर्ट को बताएँ।</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below: the address or the network has to be checked.</source>
        <translation>कोई पॉइंट नहीं कटा। नीचे का नंबर सपोर्ट को बताएँ: पता या नेटवर्क जाँचना है।</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below: the file has to be corrected.</source>
        <translation>कोई पॉइंट नहीं कटा। नीचे का नंबर सपोर्ट को बताएँ: फ़ाइल ठीक करनी है।</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below: the name and password for it have to be checked.</source>
        <translation>कोई पॉइंट नहीं कटा। नीचे का नंबर सपोर्ट को बताएँ: उसका नाम और पासवर्ड जाँचना है।</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below: this computer may have to be set up for it.</source>
        <translation>कोई पॉइंट नहीं कटा। नीचे का नंबर सपोर्ट को बताएँ: शायद इस कंप्यूटर को इसके लिए सेट करना होगा।</translation>
    </message>
    <message>
        <source>No points were taken. Try again when you are ready.</source>
        <translation>कोई पॉइंट नहीं कटा। तैयार हों तब दोबारा कोशिश करें।</translation>
    </message>
    <message>
        <source>No points were taken. Try again. If that does not help, tell support the number below.</source>
        <translation>कोई पॉइंट नहीं कटा। दोबारा कोशिश करें। फिर भी न हो तो नीचे का नंबर सपोर्ट को बताएँ।</translation>
    </message>
    <message>
        <source>No points were taken. Wait a minute, then try again.</source>
        <translation>कोई पॉइंट नहीं कटा। एक मिनट रुकें, फिर दोबारा कोशिश करें।</translation>
    </message>
    <message>
        <source>No printer was found at its address.</source>
        <translation>उस पते पर कोई प्रिंटर नहीं मिला।</translation>
    </message>
    <message>
        <source>No supervisor’s PIN is set on this till.</source>
        <translation>इस काउंटर पर सुपरवाइज़र का PIN सेट नहीं है।</translation>
    </message>
    <message>
        <source>Not known yet whether the points were given back.</source>
        <translation>अभी पता नहीं कि पॉइंट लौटाए गए या नहीं।</translation>
    </message>
    <message>
        <source>Not known yet whether the points were redeemed.</source>
        <translation>अभी पता नहीं कि पॉइंट रिडीम हुए या नहीं।</translation>
    </message>
    <message>
        <source>Nothing more has to be done.</source>
        <translation>अब और कुछ नहीं करना है।</translation>
    </message>
    <message>
        <source>Only points of a redemption that went through can be given back.</source>
        <translation>केवल सफल रिडेम्प्शन के पॉइंट लौटाए जा सकते हैं।</translation>
    </message>
    <message>
        <source>Other points were tried for this bill or this member before.</source>
        <translation>इस बिल या इस मेंबर के लिए पहले अलग पॉइंट से कोशिश हो चुकी है।</translation>
    </message>
    <message>
        <source>Points cannot be given back at this till.</source>
        <translation>इस काउंटर पर पॉइंट नहीं लौटाए जा सकते।</translation>
    </message>
    <message>
        <source>Points can have at most three digits after the decimal mark.</source>
        <translation>पॉइंट में दशमलव के बाद अधिकतम तीन अंक होते हैं।</translation>
    </message>
    <message>
        <source>Points that counted as not given back are back after all.</source>
        <translation>जो पॉइंट न लौटाए दर्ज थे, वे लौट चुके हैं।</translation>
    </message>
    <message>
        <source>Printing on this computer does not work at the moment.</source>
        <translation>इस कंप्यूटर पर अभी प्रिंटिंग नहीं चल रही।</translation>
    </message>
    <message>
        <source>Redeem at another till, and tell support the number below.</source>
        <translation>दूसरे काउंटर पर रिडीम करें, और नीचे का नंबर सपोर्ट को बताएँ।</translation>
    </message>
    <message>
        <source>That is more than is left of this redemption.</source>
        <translation>इस रिडेम्प्शन में इतने पॉइंट नहीं बचे हैं।</translation>
    </message>
    <message>
        <source>That looks like a customer’s number.</source>
        <translation>यह किसी ग्राहक का नंबर लगता है।</translation>
    </message>
    <message>
        <source>The company’s network does not accept the till’s login.</source>
        <translation>कंपनी का नेटवर्क काउंटर का लॉगिन नहीं मान रहा है।</translation>
    </message>
    <message>
        <source>The password for the company’s network is not set.</source>
        <translation>कंपनी के नेटवर्क का पासवर्ड सेट नहीं है।</translation>
    </message>
    <message>
        <source>The points are back, but the till could not keep a record of it.</source>
        <translation>पॉइंट लौट गए, पर काउंटर दर्ज नहीं कर सका।</translation>
    </message>
    <message>
        <source>The points are not affected. Check its power and its cable, then print again.</source>
        <translation>पॉइंट पर कोई असर नहीं। बिजली और केबल जाँचें, फिर प्रिंट करें।</translation>
    </message>
    <message>
        <source>The points are not affected. Check that it is on and connected, then print again, or choose another printer.</source>
        <translation>पॉइंट पर कोई असर नहीं। देखें कि प्रिंटर चालू और जुड़ा है, फिर प्रिंट करें, या दूसरा प्रिंटर चुनें।</translation>
    </message>
    <message>
        <source>The points are not affected. Choose another printer, and have the address in Settings checked.</source>
        <translation>पॉइंट पर कोई असर नहीं। दूसरा प्रिंटर चुनें, और सेटिंग्स में पता जँचवाएँ।</translation>
    </message>
    <message>
        <source>The points are not affected. Choose another printer, and tell support the number below.</source>
        <translation>पॉइंट पर कोई असर नहीं। दूसरा प्रिंटर चुनें, और सपोर्ट को नीचे का नंबर बताएँ।</translation>
    </message>
    <message>
        <source>The points are not affected. Close the cover, then print again.</source>
        <translation>पॉइंट पर कोई असर नहीं। ढक्कन बंद करें, फिर प्रिंट करें।</translation>
    </message>
    <message>
        <source>The points are not affected. Check whether the receipt came out, and print again if it did not.</source>
        <translation>पॉइंट पर कोई असर नहीं। देखें कि रसीद निकली या नहीं; न निकली हो तो फिर प्रिंट करें।</translation>
    </message>
    <message>
        <source>The points are not affected. Check whether the receipt came out. If not, switch the printer off and on, then print again.</source>
        <translation>पॉइंट पर कोई असर नहीं। देखें कि रसीद निकली या नहीं। न निकली हो तो प्रिंटर बंद-चालू करें, फिर प्रिंट करें।</translation>
    </message>
    <message>
        <source>The points are not affected. Print again if the member needs it.</source>
        <translation>पॉइंट पर कोई असर नहीं। मेंबर को चाहिए तो फिर प्रिंट करें।</translation>
    </message>
    <message>
        <source>The points are not affected. Print again if the member still needs it.</source>
        <translation>पॉइंट पर कोई असर नहीं। मेंबर को अब भी चाहिए तो फिर प्रिंट करें।</translation>
    </message>
    <message>
        <source>The points are not affected. Put in a new roll, then print again.</source>
        <translation>पॉइंट पर कोई असर नहीं। नया रोल लगाएँ, फिर प्रिंट करें।</translation>
    </message>
    <message>
        <source>The points are not affected. Resume the printer on this computer, then print again, or choose another printer.</source>
        <translation>पॉइंट पर कोई असर नहीं। इस कंप्यूटर पर प्रिंटर फिर चालू करें, फिर प्रिंट करें, या दूसरा प्रिंटर चुनें।</translation>
    </message>
    <message>
        <source>The points are not affected. Save the receipt, and tell support the number below.</source>
        <translation>पॉइंट पर कोई असर नहीं। रसीद सेव करें, और सपोर्ट को नीचे का नंबर बताएँ।</translation>
    </message>
    <message>
        <source>The points are not affected. Save the receipt, or restart this computer.</source>
        <translation>पॉइंट पर कोई असर नहीं। रसीद सेव करें, या कंप्यूटर फिर चालू करें।</translation>
    </message>
    <message>
        <source>The points are not affected. Tear off what came out, check the cable, then print again.</source>
        <translation>पॉइंट पर कोई असर नहीं। जो निकला उसे फाड़ें, केबल जाँचें, फिर प्रिंट करें।</translation>
    </message>
    <message>
        <source>The points were not given back.</source>
        <translation>पॉइंट नहीं लौटाए गए।</translation>
    </message>
    <message>
        <source>The printer does not take new work.</source>
        <translation>प्रिंटर नया काम नहीं लेता।</translation>
    </message>
    <message>
        <source>The printer has no paper.</source>
        <translation>प्रिंटर में कागज़ नहीं है।</translation>
    </message>
    <message>
        <source>The printer is paused.</source>
        <translation>प्रिंटर रुका हुआ है।</translation>
    </message>
    <message>
        <source>The printer is switched off or not connected.</source>
        <translation>प्रिंटर बंद है या जुड़ा नहीं है।</translation>
    </message>
    <message>
        <source>The printer stopped while printing.</source>
        <translation>प्रिंटर छापते समय रुक गया।</translation>
    </message>
    <message>
        <source>The printer took only part of the receipt.</source>
        <translation>प्रिंटर ने रसीद का केवल एक हिस्सा लिया।</translation>
    </message>
    <message>
        <source>The printer’s address does not exist.</source>
        <translation>प्रिंटर का पता मौजूद नहीं है।</translation>
    </message>
    <message>
        <source>The printer’s cover is open.</source>
        <translation>प्रिंटर का ढक्कन खुला है।</translation>
    </message>
    <message>
        <source>The receipt cannot be put in line for printing.</source>
        <translation>रसीद प्रिंट की कतार में नहीं लग सकी।</translation>
    </message>
    <message>
        <source>The receipt was removed from the printer’s list.</source>
        <translation>रसीद प्रिंटर की सूची से हटाई गई।</translation>
    </message>
    <message>
        <source>The safe place for the till’s password does not answer.</source>
        <translation>काउंटर का पासवर्ड रखने की सुरक्षित जगह से जवाब नहीं मिल रहा है।</translation>
    </message>
    <message>
        <source>The safe place for the till’s password has a fault.</source>
        <translation>काउंटर का पासवर्ड रखने की सुरक्षित जगह में खराबी है।</translation>
    </message>
    <message>
        <source>The service could not make a code just now.</source>
        <translation>सर्विस अभी कोड नहीं बना सकी।</translation>
    </message>
    <message>
        <source>The service did not give the points back.</source>
        <translation>सर्विस ने पॉइंट नहीं लौटाए।</translation>
    </message>
    <message>
        <source>The service did not let this till sign in.</source>
        <translation>सर्विस ने इस काउंटर को लॉगिन नहीं करने दिया।</translation>
    </message>
    <message>
        <source>The service does not accept the token that it gave this till.</source>
        <translation>सर्विस वह टोकन नहीं मान रही है जो उसने इस काउंटर को दिया था।</translation>
    </message>
    <message>
        <source>The service does not accept this till’s key and secret.</source>
        <translation>सर्विस इस काउंटर की कुंजी और सीक्रेट नहीं मान रही है।</translation>
    </message>
    <message>
        <source>The service does not accept this.</source>
        <translation>सर्विस इसे स्वीकार नहीं करती।</translation>
    </message>
    <message>
        <source>The service does not show everything about this redemption right now.</source>
        <translation>सर्विस अभी इस रिडेम्प्शन के बारे में सब कुछ नहीं दिखाती।</translation>
    </message>
    <message>
        <source>The service does not have enough points left of this redemption.</source>
        <translation>सर्विस में इस रिडेम्प्शन के पर्याप्त पॉइंट नहीं बचे।</translation>
    </message>
    <message>
        <source>The service is not set up for giving points back.</source>
        <translation>सर्विस में पॉइंट लौटाना सेट नहीं है।</translation>
    </message>
    <message>
        <source>The service offers no connection that is safe today.</source>
        <translation>सर्विस ऐसा कोई कनेक्शन नहीं देती जो आज सुरक्षित माना जाए।</translation>
    </message>
    <message>
        <source>The settings could not be saved.</source>
        <translation>सेटिंग्स सेव नहीं हो सकीं।</translation>
    </message>
    <message>
        <source>The till cannot count the PIN attempts, so no one can sign on.</source>
        <translation>काउंटर PIN की कोशिशें नहीं गिन पा रहा है, इसलिए कोई लॉगिन नहीं कर सकता।</translation>
    </message>
    <message>
        <source>The till cannot count the PIN attempts.</source>
        <translation>काउंटर PIN की कोशिशें नहीं गिन पा रहा है।</translation>
    </message>
    <message>
        <source>The till cannot read the cashiers’ PINs, so no one can sign on.</source>
        <translation>काउंटर कैशियरों के PIN नहीं पढ़ पा रहा है, इसलिए कोई लॉगिन नहीं कर सकता।</translation>
    </message>
    <message>
        <source>The till could not make a secure connection to the service.</source>
        <translation>काउंटर सर्विस से सुरक्षित कनेक्शन नहीं बना सका।</translation>
    </message>
    <message>
        <source>The till is not allowed to write its record of redemptions.</source>
        <translation>काउंटर को अपना रिडेम्प्शन रिकॉर्ड लिखने की अनुमति नहीं है।</translation>
    </message>
    <message>
        <source>The till is open in another login on this computer.</source>
        <translation>काउंटर इस कंप्यूटर पर किसी दूसरे लॉगिन में खुला है।</translation>
    </message>
    <message>
        <source>The till no longer knows the member of this redemption.</source>
        <translation>काउंटर को इस रिडेम्प्शन का मेंबर याद नहीं।</translation>
    </message>
    <message>
        <source>The till was closed while a receipt was printing.</source>
        <translation>रसीद छपते समय काउंटर बंद किया गया।</translation>
    </message>
    <message>
        <source>There is no loyalty service at the address in Settings.</source>
        <translation>सेटिंग्स में दिए पते पर लॉयल्टी सर्विस नहीं है।</translation>
    </message>
    <message>
        <source>There is no printer.</source>
        <translation>कोई प्रिंटर नहीं है।</translation>
    </message>
    <message>
        <source>This computer does not trust what answers in place of the service.</source>
        <translation>सर्विस की जगह जो जवाब दे रहा है, उस पर यह कंप्यूटर भरोसा नहीं करता।</translation>
    </message>
    <message>
        <source>This is less than the minimum that can be redeemed.</source>
        <translation>यह रिडीम की कम से कम सीमा से कम है।</translation>
    </message>
    <message>
        <source>This member has been sent too many codes.</source>
        <translation>इस मेंबर को बहुत सारे कोड भेजे गए हैं।</translation>
    </message>
    <message>
        <source>This member may have reached a limit for giving points back.</source>
        <translation>यह मेंबर शायद पॉइंट लौटाने की सीमा तक पहुँच गया है।</translation>
    </message>
    <message>
        <source>This member’s points were tried before on a similar bill, or without a bill.</source>
        <translation>इस मेंबर के पॉइंट रिडीम करने की कोशिश पहले हो चुकी है, लगभग इसी बिल नंबर के साथ या बिना बिल नंबर के।</translation>
    </message>
    <message>
        <source>This redemption is too old to be given back.</source>
        <translation>यह रिडेम्प्शन इतना पुराना है कि पॉइंट नहीं लौटाए जा सकते।</translation>
    </message>
    <message>
        <source>This redemption was made with another loyalty service.</source>
        <translation>यह रिडेम्प्शन किसी दूसरी लॉयल्टी सर्विस से हुआ था।</translation>
    </message>
    <message>
        <source>This till does not know that cashier.</source>
        <translation>यह काउंटर उस कैशियर को नहीं जानता।</translation>
    </message>
    <message>
        <source>This till is not allowed to look up this member.</source>
        <translation>इस काउंटर को यह मेंबर देखने की अनुमति नहीं है।</translation>
    </message>
    <message>
        <source>This till is not allowed to redeem without a code.</source>
        <translation>इस काउंटर को बिना कोड रिडीम करने की अनुमति नहीं है।</translation>
    </message>
    <message>
        <source>This till’s disk is full.</source>
        <translation>इस काउंटर की डिस्क भर गई है।</translation>
    </message>
    <message>
        <source>This till’s key and secret are not set.</source>
        <translation>इस काउंटर की कुंजी और सीक्रेट सेट नहीं हैं।</translation>
    </message>
    <message>
        <source>Try again if the member still wants them.</source>
        <translation>मेंबर को अब भी चाहिए तो फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>Use the last message that came, or wait a few minutes and send the code again.</source>
        <translation>आखिरी संदेश इस्तेमाल करें, या कुछ मिनट रुककर कोड फिर भेजें।</translation>
    </message>
    <message>
        <source>Wait 15 minutes, or let another cashier sign on.</source>
        <translation>15 मिनट रुकें, या दूसरे कैशियर को लॉगिन करने दें।</translation>
    </message>
    <message>
        <source>Wait a minute, then send the code again. If that does not help, finish the sale without points.</source>
        <translation>एक मिनट रुककर कोड फिर भेजें। काम न बने तो बिल बिना पॉइंट के पूरा करें।</translation>
    </message>
    <message>
        <source>What answers has another name, so it is not the real service.</source>
        <translation>जो जवाब दे रहा है वह असली सर्विस नहीं है, उसका नाम दूसरा है।</translation>
    </message>
    <message>
        <source>What is shown here is correct. Redeem at another till from now on and call support.</source>
        <translation>यहाँ जो दिख रहा है वह सही है। अब से दूसरे काउंटर पर रिडीम करें और सपोर्ट को कॉल करें।</translation>
    </message>
    <message>
        <source>What proves that this is the real service has expired.</source>
        <translation>जिससे साबित होता है कि यह असली सर्विस है, उसकी अवधि खत्म हो गई है।</translation>
    </message>
    <message>
        <source>What proves that this is the real service is not valid yet.</source>
        <translation>जिससे साबित होता है कि यह असली सर्विस है, वह अभी मान्य नहीं हुआ है।</translation>
    </message>
    <message>
        <source>What this window shows is correct. Enter it at the POS by hand, and tell support the number below.</source>
        <translation>इस विंडो में जो दिखता है, वह सही है। उसे POS में हाथ से भरें और नीचे का नंबर सपोर्ट को बताएँ।</translation>
    </message>
    <message>
        <source>Write down the points, the bill and the time, and call support now.</source>
        <translation>पॉइंट, बिल और समय लिख लें, और अभी सपोर्ट को फ़ोन करें।</translation>
    </message>
    <message>
        <source>Your PIN cannot be checked on this till.</source>
        <translation>आपका PIN इस काउंटर पर नहीं जाँचा जा सकता।</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Send a code to the member, and tell support the number below.</source>
        <translation>कुछ रिडीम नहीं हुआ। मेंबर को कोड भेजें, और नीचे का नंबर सपोर्ट को बताएँ।</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Send a code to the member, or tell support the number below.</source>
        <translation>कुछ रिडीम नहीं हुआ। मेंबर को कोड भेजें, या नीचे का नंबर सपोर्ट को बताएँ।</translation>
    </message>
    <message>
        <source>As far as the service shows, no points were taken. It is safe to press Redeem again.</source>
        <translation>सर्विस के अनुसार कोई पॉइंट नहीं कटा। आप बेझिझक फिर से “रिडीम करें” दबा सकते हैं।</translation>
    </message>
    <message>
        <source>Ask at that till first. Go on only if no points were redeemed there.</source>
        <translation>पहले उस काउंटर पर पूछें। वहाँ पॉइंट रिडीम न हुए हों तभी आगे बढ़ें।</translation>
    </message>
    <message>
        <source>Check the number with them. If it is correct, they have to join first.</source>
        <translation>उनसे पूछकर नंबर जाँचें। नंबर सही हो तो पहले उन्हें मेंबर बनना होगा।</translation>
    </message>
    <message>
        <source>Do not take the points off the bill yet. Wait a moment, then press Redeem again.</source>
        <translation>अभी पॉइंट बिल से न घटाएँ। थोड़ा रुकें, फिर “रिडीम करें” दोबारा दबाएँ।</translation>
    </message>
    <message>
        <source>Enter the password for this address in Settings, or ask support for it.</source>
        <translation>इस पते का पासवर्ड सेटिंग्स में डालें, या सपोर्ट से माँगें।</translation>
    </message>
    <message>
        <source>No points were taken.</source>
        <translation>कोई पॉइंट नहीं कटा।</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Ask the supervisor to enter it again.</source>
        <translation>कुछ रिडीम नहीं हुआ। सुपरवाइज़र से फिर से डालने को कहें।</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Wait 15 minutes, or send a code to the member.</source>
        <translation>कुछ रिडीम नहीं हुआ। 15 मिनट रुकें, या मेंबर को कोड भेजें।</translation>
    </message>
    <message>
        <source>Points can only be redeemed in fixed steps.</source>
        <translation>पॉइंट सिर्फ़ तय गुणज में रिडीम होते हैं।</translation>
    </message>
    <message>
        <source>Points of this account cannot be used at the counter.</source>
        <translation>इस खाते के पॉइंट काउंटर पर इस्तेमाल नहीं हो सकते।</translation>
    </message>
    <message>
        <source>Points of this group cannot be redeemed.</source>
        <translation>इस ग्रुप के पॉइंट रिडीम नहीं हो सकते।</translation>
    </message>
    <message>
        <source>Points of this program cannot be given back.</source>
        <translation>इस प्रोग्राम के पॉइंट नहीं लौटाए जा सकते।</translation>
    </message>
    <message>
        <source>Points were redeemed on this bill already.</source>
        <translation>इस बिल पर पॉइंट पहले ही रिडीम हो चुके हैं।</translation>
    </message>
    <message>
        <source>Redeem at another till. Call support and do not delete anything here.</source>
        <translation>दूसरे काउंटर पर रिडीम करें। सपोर्ट को कॉल करें और यहाँ कुछ न मिटाएँ।</translation>
    </message>
    <message>
        <source>Redeem at another till. Tell support that this one has to be updated.</source>
        <translation>दूसरे काउंटर पर रिडीम करें। सपोर्ट को बताएँ कि इस काउंटर को अपडेट करना है।</translation>
    </message>
    <message>
        <source>Redeem at another till. Tell support the number below.</source>
        <translation>दूसरे काउंटर पर रिडीम करें। नीचे का नंबर सपोर्ट को बताएँ।</translation>
    </message>
    <message>
        <source>Redeeming points is not switched on for this shop.</source>
        <translation>इस स्टोर में पॉइंट रिडीम करना चालू नहीं है।</translation>
    </message>
    <message>
        <source>Send a code to the member instead.</source>
        <translation>इसकी जगह मेंबर को कोड भेजें।</translation>
    </message>
    <message>
        <source>Send the code again.</source>
        <translation>कोड फिर से भेजें।</translation>
    </message>
    <message>
        <source>Several cashiers have this name or number.</source>
        <translation>इस नाम या नंबर के कई कैशियर हैं।</translation>
    </message>
    <message>
        <source>Sign in to this computer again, then try again.</source>
        <translation>इस कंप्यूटर पर फिर से लॉगिन करें, फिर दोबारा कोशिश करें।</translation>
    </message>
    <message>
        <source>Something unexpected happened.</source>
        <translation>कुछ ऐसा हुआ जिसकी उम्मीद नहीं थी।</translation>
    </message>
    <message>
        <source>Tell support that the address in Settings has to be checked.</source>
        <translation>सपोर्ट को बताएँ कि सेटिंग्स में पता जाँचना है।</translation>
    </message>
    <message>
        <source>Tell support that they have to be entered again in Settings.</source>
        <translation>सपोर्ट को बताएँ कि इन्हें सेटिंग्स में फिर से डालना है।</translation>
    </message>
    <message>
        <source>Tell support that this till’s clock has to be set.</source>
        <translation>सपोर्ट को बताएँ कि इस काउंटर की घड़ी ठीक करनी है।</translation>
    </message>
    <message>
        <source>Tell support the number below.</source>
        <translation>नीचे का नंबर सपोर्ट को बताएँ।</translation>
    </message>
    <message>
        <source>Tell support the number below. Finish the sale without points.</source>
        <translation>नीचे का नंबर सपोर्ट को बताएँ। बिल बिना पॉइंट के पूरा करें।</translation>
    </message>
    <message>
        <source>Tell support the number below: the group set-up has to be changed.</source>
        <translation>नीचे का नंबर सपोर्ट को बताएँ: ग्रुप की सेटिंग बदलनी है।</translation>
    </message>
    <message>
        <source>Tell support the number below: this till needs permission.</source>
        <translation>नीचे का नंबर सपोर्ट को बताएँ: इस काउंटर को अनुमति चाहिए।</translation>
    </message>
    <message>
        <source>Tell the member that more have to be collected first. Finish the sale without points.</source>
        <translation>मेंबर को बताएँ कि पहले और पॉइंट जमा करने होंगे। बिल बिना पॉइंट के पूरा करें।</translation>
    </message>
    <message>
        <source>Tell the member that more purchases are needed first. Finish the sale without points.</source>
        <translation>मेंबर को बताएँ कि पहले और खरीदारी करनी होगी। बिल बिना पॉइंट के पूरा करें।</translation>
    </message>
    <message>
        <source>That PIN is wrong.</source>
        <translation>यह PIN गलत है।</translation>
    </message>
    <message>
        <source>That code is wrong or has expired.</source>
        <translation>यह कोड गलत है या एक्सपायर हो गया है।</translation>
    </message>
    <message>
        <source>The code could not be sent to the member.</source>
        <translation>मेंबर को कोड नहीं भेजा जा सका।</translation>
    </message>
    <message>
        <source>The connection broke before the answer was complete.</source>
        <translation>जवाब पूरा आने से पहले कनेक्शन टूट गया।</translation>
    </message>
    <message>
        <source>The file could not be saved.</source>
        <translation>फ़ाइल सेव नहीं हो सकी।</translation>
    </message>
    <message>
        <source>The member does not have this many points.</source>
        <translation>मेंबर के पास इतने पॉइंट नहीं हैं।</translation>
    </message>
    <message>
        <source>The member has not confirmed this mobile number yet.</source>
        <translation>मेंबर ने यह मोबाइल नंबर अभी कन्फ़र्म नहीं किया है।</translation>
    </message>
    <message>
        <source>The points can be redeemed, but the code could not be sent.</source>
        <translation>पॉइंट रिडीम हो सकते हैं, पर कोड नहीं भेजा जा सका।</translation>
    </message>
    <message>
        <source>The receipt did not print.</source>
        <translation>रसीद प्रिंट नहीं हुई।</translation>
    </message>
    <message>
        <source>The redemption did not go through.</source>
        <translation>पॉइंट रिडीम नहीं हुए।</translation>
    </message>
    <message>
        <source>The service cannot show yet whether an earlier try went through.</source>
        <translation>सर्विस अभी नहीं बता पा रही कि पिछली कोशिश सफल हुई या नहीं।</translation>
    </message>
    <message>
        <source>The service could not accept that code.</source>
        <translation>सर्विस ने यह कोड नहीं लिया।</translation>
    </message>
    <message>
        <source>The service could not redeem the points.</source>
        <translation>सर्विस पॉइंट रिडीम नहीं कर सकी।</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>सर्विस ने समय पर जवाब नहीं दिया।</translation>
    </message>
    <message>
        <source>The service did not give these points back again.</source>
        <translation>सर्विस ने ये पॉइंट दोबारा नहीं लौटाए।</translation>
    </message>
    <message>
        <source>The service does not accept this bill number.</source>
        <translation>सर्विस यह बिल नंबर नहीं ले रही है।</translation>
    </message>
    <message>
        <source>The service does not accept this number of points.</source>
        <translation>सर्विस इतने पॉइंट नहीं ले रही है।</translation>
    </message>
    <message>
        <source>The service does not accept this number.</source>
        <translation>सर्विस यह नंबर नहीं ले रही है।</translation>
    </message>
    <message>
        <source>The service does not accept this till’s date and time.</source>
        <translation>सर्विस इस काउंटर की तारीख और समय नहीं मान रही है।</translation>
    </message>
    <message>
        <source>The service does not accept this till’s name and password.</source>
        <translation>सर्विस इस काउंटर का नाम और पासवर्ड नहीं मान रही है।</translation>
    </message>
    <message>
        <source>The service does not allow this till to do that.</source>
        <translation>सर्विस इस काउंटर को यह करने की अनुमति नहीं देती।</translation>
    </message>
    <message>
        <source>The service is not set up correctly for groups.</source>
        <translation>सर्विस में ग्रुप ठीक से सेट नहीं हैं।</translation>
    </message>
    <message>
        <source>The service said no.</source>
        <translation>सर्विस ने मना कर दिया।</translation>
    </message>
    <message>
        <source>The stored password belongs to another address.</source>
        <translation>सेव किया हुआ पासवर्ड किसी दूसरे पते का है।</translation>
    </message>
    <message>
        <source>The service does not know this group.</source>
        <translation>सर्विस को यह ग्रुप नहीं मिला।</translation>
    </message>
    <message>
        <source>Several members match.</source>
        <translation>एक से ज़्यादा मेंबर मिले।</translation>
    </message>
    <message>
        <source>Tell support the number below. They can correct it in Settings.</source>
        <translation>नीचे का नंबर सपोर्ट को बताएँ। वे इसे सेटिंग्स में ठीक कर सकते हैं।</translation>
    </message>
    <message>
        <source>That is more points than were redeemed.</source>
        <translation>ये रिडीम किए गए पॉइंट से ज़्यादा हैं।</translation>
    </message>
    <message>
        <source>The company’s network blocked the till.</source>
        <translation>कंपनी के नेटवर्क ने काउंटर को रोक दिया।</translation>
    </message>
    <message>
        <source>The loyalty program is not set up correctly for this shop.</source>
        <translation>इस स्टोर के लिए लॉयल्टी प्रोग्राम ठीक से सेट नहीं है।</translation>
    </message>
    <message>
        <source>The member has not bought enough in total to redeem points yet.</source>
        <translation>पॉइंट रिडीम करने के लिए मेंबर की कुल खरीदारी अभी कम है।</translation>
    </message>
    <message>
        <source>The member has not collected enough points in total to redeem any yet.</source>
        <translation>रिडीम करने के लिए मेंबर ने अभी कुल मिलाकर कम पॉइंट जमा किए हैं।</translation>
    </message>
    <message>
        <source>The outcome could not be sent to the POS.</source>
        <translation>नतीजा POS को नहीं बताया जा सका।</translation>
    </message>
    <message>
        <source>The outcome is known, but the till could not record it.</source>
        <translation>नतीजा पता है, पर काउंटर उसे दर्ज नहीं कर सका।</translation>
    </message>
    <message>
        <source>The points are not affected. Check the paper and the cable, then print again.</source>
        <translation>पॉइंट पर कोई असर नहीं। कागज़ और केबल देखें, फिर दोबारा प्रिंट करें।</translation>
    </message>
    <message>
        <source>The points are not affected. Choose another folder in Settings, then save again.</source>
        <translation>पॉइंट पर कोई असर नहीं। सेटिंग्स में दूसरा फ़ोल्डर चुनें, फिर दोबारा सेव करें।</translation>
    </message>
    <message>
        <source>The points are not affected. Save the receipt, or choose a printer in Settings.</source>
        <translation>पॉइंट पर कोई असर नहीं। रसीद सेव करें, या सेटिंग्स में प्रिंटर चुनें।</translation>
    </message>
    <message>
        <source>The loyalty service is not responding.</source>
        <translation>लॉयल्टी सर्विस जवाब नहीं दे रही है।</translation>
    </message>
    <message>
        <source>The service cannot handle points right now.</source>
        <translation>सर्विस में अभी पॉइंट का काम नहीं हो पा रहा है।</translation>
    </message>
    <message>
        <source>The service could not answer right now.</source>
        <translation>सर्विस अभी जवाब नहीं दे सकी।</translation>
    </message>
    <message>
        <source>The service could not give these points back right now.</source>
        <translation>सर्विस अभी ये पॉइंट नहीं लौटा सकी।</translation>
    </message>
    <message>
        <source>The service does not know this loyalty program.</source>
        <translation>सर्विस को यह लॉयल्टी प्रोग्राम नहीं मिला।</translation>
    </message>
    <message>
        <source>The service does not know this redemption.</source>
        <translation>सर्विस को यह रिडेम्प्शन नहीं मिला।</translation>
    </message>
    <message>
        <source>The service is still busy with this member.</source>
        <translation>सर्विस अभी इसी मेंबर के काम में व्यस्त है।</translation>
    </message>
    <message>
        <source>The service is very busy.</source>
        <translation>सर्विस अभी बहुत व्यस्त है।</translation>
    </message>
    <message>
        <source>The till cannot be sure that this is the real service.</source>
        <translation>काउंटर को यकीन नहीं कि यह असली सर्विस है।</translation>
    </message>
    <message>
        <source>The till cannot open its record of redemptions.</source>
        <translation>काउंटर अपना रिडेम्प्शन रिकॉर्ड नहीं खोल पा रहा है।</translation>
    </message>
    <message>
        <source>The till cannot reach the service.</source>
        <translation>काउंटर सर्विस तक नहीं पहुँच पा रहा है।</translation>
    </message>
    <message>
        <source>The till could not understand the service’s answer.</source>
        <translation>काउंटर सर्विस का जवाब नहीं समझ सका।</translation>
    </message>
    <message>
        <source>The till stopped waiting before the answer came.</source>
        <translation>जवाब आने से पहले ही काउंटर ने इंतज़ार बंद कर दिया।</translation>
    </message>
    <message>
        <source>The till’s record of redemptions is damaged.</source>
        <translation>काउंटर का रिडेम्प्शन रिकॉर्ड खराब हो गया है।</translation>
    </message>
    <message>
        <source>The till’s record was written by a newer version of this program.</source>
        <translation>काउंटर का रिकॉर्ड इस प्रोग्राम के नए वर्ज़न का है।</translation>
    </message>
    <message>
        <source>These points have been given back already.</source>
        <translation>ये पॉइंट पहले ही लौटाए जा चुके हैं।</translation>
    </message>
    <message>
        <source>This computer has no safe place for the till’s password.</source>
        <translation>इस कंप्यूटर में काउंटर का पासवर्ड रखने की सुरक्षित जगह नहीं है।</translation>
    </message>
    <message>
        <source>This is more than can be redeemed at one time.</source>
        <translation>यह एक बार में रिडीम हो सकने वाले पॉइंट से ज़्यादा है।</translation>
    </message>
    <message>
        <source>This person is not in the loyalty program.</source>
        <translation>यह ग्राहक लॉयल्टी प्रोग्राम में नहीं है।</translation>
    </message>
    <message>
        <source>This redemption was tried at another till before.</source>
        <translation>यह रिडेम्प्शन पहले दूसरे काउंटर पर आज़माया गया था।</translation>
    </message>
    <message>
        <source>This till’s password is not set.</source>
        <translation>इस काउंटर का पासवर्ड सेट नहीं है।</translation>
    </message>
    <message>
        <source>This was stopped before anything was sent.</source>
        <translation>कुछ भी भेजने से पहले ही काम रोक दिया गया।</translation>
    </message>
    <message>
        <source>Too many wrong PINs.</source>
        <translation>बहुत बार गलत PIN डाला गया।</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>दोबारा कोशिश करें।</translation>
    </message>
    <message>
        <source>Try again. If that does not help, tell support the number below.</source>
        <translation>दोबारा कोशिश करें। फिर भी न हो तो नीचे का नंबर सपोर्ट को बताएँ।</translation>
    </message>
    <message>
        <source>Try once more. If that does not help, tell support the number below.</source>
        <translation>एक बार और कोशिश करें। फिर भी न हो तो नीचे का नंबर सपोर्ट को बताएँ।</translation>
    </message>
    <message>
        <source>Wait a few seconds, then try again.</source>
        <translation>कुछ सेकंड रुकें, फिर दोबारा कोशिश करें।</translation>
    </message>
    <message>
        <source>Wait a minute, then look at the redemption in History before you try again.</source>
        <translation>एक मिनट रुकें, फिर दोबारा कोशिश करने से पहले रिडेम्प्शन को हिस्ट्री में देखें।</translation>
    </message>
    <message>
        <source>Wait a minute, then try again.</source>
        <translation>एक मिनट रुकें, फिर दोबारा कोशिश करें।</translation>
    </message>
    <message>
        <source>Wait a minute, then try again. If that does not help, finish the sale without points.</source>
        <translation>एक मिनट रुकें, फिर दोबारा कोशिश करें। फिर भी न हो तो बिल बिना पॉइंट के पूरा करें।</translation>
    </message>
</context>
<context>
    <name>MissedCallView</name>
    <message>
        <source>Ask the member to call this number and hang up:</source>
        <translation>मेंबर से इस नंबर पर मिस्ड कॉल देने को कहें:</translation>
    </message>
    <message>
        <source>Number to call</source>
        <translation>कॉल करने का नंबर</translation>
    </message>
    <message>
        <source>the number that support gave you</source>
        <translation>सपोर्ट का दिया हुआ नंबर</translation>
    </message>
    <message>
        <source>The call has to come from {number}. Then redeem.</source>
        <translation>कॉल {number} से ही आनी चाहिए। फिर रिडीम करें।</translation>
    </message>
    <message>
        <source>The call has to come from the member’s own phone. Then redeem.</source>
        <translation>कॉल मेंबर के अपने फ़ोन से ही आनी चाहिए। फिर रिडीम करें।</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Sign on first.</source>
        <translation>पहले लॉगिन करें।</translation>
    </message>
    <message>
        <source>What you changed in the settings was not saved.</source>
        <translation>सेटिंग में आपने जो बदला था, वह सेव नहीं हुआ।</translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>Note</source>
        <translation>नोट</translation>
    </message>
    <message>
        <source>Characters left</source>
        <translation>बचे हुए अक्षर</translation>
    </message>
    <message>
        <source>Note templates</source>
        <translation>नोट के टेम्पलेट</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>टेम्पलेट</translation>
    </message>
    <message>
        <source>Remove note</source>
        <translation>नोट हटाएँ</translation>
    </message>
    <message>
        <source>{used} of {limit}</source>
        <translation>{limit} में से {used}</translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Keys</source>
        <translation>कुंजियाँ</translation>
    </message>
</context>
<context>
    <name>Outcomes</name>
    <message>
        <source>The service does not know a field of this shop ({fields}). No points were taken. Leave it empty where you can, and tell support the number below.</source>
        <translation>सर्विस को इस स्टोर का एक फ़ील्ड नहीं मिला ({fields})। कोई पॉइंट नहीं कटा। हो सके तो उसे खाली छोड़ें, और नीचे का नंबर सपोर्ट को बताएँ।</translation>
    </message>
    <message>
        <source>Five wrong codes. No points were taken. Send the code again and use the new message only; if the service still refuses it, wait 15 minutes.</source>
        <translation>पाँच बार गलत कोड। कोई पॉइंट नहीं कटा। कोड फिर से भेजें और सिर्फ़ नए संदेश वाला कोड डालें; सर्विस फिर भी न ले तो 15 मिनट रुकें।</translation>
    </message>
    <message numerus="yes">
        <source>The outcome of %Ln earlier redemption(s) is not known yet. The till is asking the service. Do not redeem them again.</source>
        <translation>
            <numerusform>पहले के %Ln रिडेम्प्शन का नतीजा अभी पता नहीं है। काउंटर सर्विस से पूछ रहा है। उसे फिर से रिडीम न करें।</numerusform>
            <numerusform>पहले के %Ln रिडेम्प्शन का नतीजा अभी पता नहीं है। काउंटर सर्विस से पूछ रहा है। उन्हें फिर से रिडीम न करें।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is not known yet whether the points of %Ln earlier redemption(s) were given back. The till is asking the service. Do not give them back again.</source>
        <translation>
            <numerusform>अभी पता नहीं कि पहले के %Ln रिडेम्प्शन के पॉइंट लौटाए गए या नहीं। काउंटर सर्विस से पूछ रहा है। उन्हें दोबारा न लौटाएँ।</numerusform>
            <numerusform>अभी पता नहीं कि पहले के %Ln रिडेम्प्शन के पॉइंट लौटाए गए या नहीं। काउंटर सर्विस से पूछ रहा है। उन्हें दोबारा न लौटाएँ।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A redemption that was recorded as not done did happen: {points} points for {who}. Take them off the bill, or tell support to give them back.</source>
        <translation>
            <numerusform>जो रिडेम्प्शन नहीं हुआ माना था, वह हो गया था: {who} के {points} पॉइंट। इन्हें बिल से घटाएँ, या सपोर्ट से लौटाने को कहें।</numerusform>
            <numerusform>जो रिडेम्प्शन नहीं हुआ माना था, वह हो गया था: {who} के {points} पॉइंट। इन्हें बिल से घटाएँ, या सपोर्ट से लौटाने को कहें।</numerusform>
        </translation>
    </message>
    <message>
        <source>{news} Go back, then try again.</source>
        <translation>{news} वापस जाएँ, फिर दोबारा कोशिश करें।</translation>
    </message>
    <message numerus="yes">
        <source>Now known: {points} points were redeemed for {who}. The receipt is in the history.</source>
        <translation>
            <numerusform>अब पता चला: {who} के {points} पॉइंट रिडीम हो गए। रसीद हिस्ट्री में है।</numerusform>
            <numerusform>अब पता चला: {who} के {points} पॉइंट रिडीम हो गए। रसीद हिस्ट्री में है।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Now known: the {points} points for {who} were not redeemed. Nothing was taken.</source>
        <translation>
            <numerusform>अब पता चला: {who} के {points} पॉइंट रिडीम नहीं हुए। कुछ नहीं कटा।</numerusform>
            <numerusform>अब पता चला: {who} के {points} पॉइंट रिडीम नहीं हुए। कुछ नहीं कटा।</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutlookLine</name>
    <message numerus="yes">
        <source>{points} points expire on {day}</source>
        <translation>
            <numerusform>{points} पॉइंट {day} को एक्सपायर होगा</numerusform>
            <numerusform>{points} पॉइंट {day} को एक्सपायर होंगे</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} of the {all} points expire on {day}</source>
        <translation>
            <numerusform>{all} में से {points} पॉइंट {day} को एक्सपायर होगा</numerusform>
            <numerusform>{all} में से {points} पॉइंट {day} को एक्सपायर होंगे</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PadDock</name>
    <message>
        <source>Hide keys</source>
        <translation>कुंजियाँ छिपाएँ</translation>
    </message>
</context>
<context>
    <name>PaperRequests</name>
    <message>
        <source>Printing the receipt…</source>
        <translation>रसीद प्रिंट हो रही है…</translation>
    </message>
    <message>
        <source>Saving the receipt…</source>
        <translation>रसीद सेव हो रही है…</translation>
    </message>
    <message>
        <source>Printing the report…</source>
        <translation>रिपोर्ट छप रही है…</translation>
    </message>
    <message>
        <source>Saving the report…</source>
        <translation>रिपोर्ट सेव हो रही है…</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>सेव हुई: {path}</translation>
    </message>
    <message>
        <source>It has been sent to the printer.</source>
        <translation>प्रिंटर को भेजी गई।</translation>
    </message>
    <message>
        <source>The receipt has been sent to the printer.</source>
        <translation>रसीद प्रिंटर को भेज दी गई है।</translation>
    </message>
    <message>
        <source>The receipt is printed.</source>
        <translation>रसीद छप गई।</translation>
    </message>
    <message>
        <source>It is printed.</source>
        <translation>छप गई।</translation>
    </message>
    <message>
        <source>A receipt was not printed. {reason} It can be printed again in History.</source>
        <translation>एक रसीद नहीं छपी। {reason} इसे हिस्ट्री में फिर छापा जा सकता है।</translation>
    </message>
    <message>
        <source>A report, a test page or a receipt for points given back was not printed. {reason}</source>
        <translation>रिपोर्ट, परीक्षण पेज या लौटाए गए पॉइंट की रसीद नहीं छपी। {reason}</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Receipt</source>
        <translation>रसीद</translation>
    </message>
    <message>
        <source>As it will be printed</source>
        <translation>ऐसी ही प्रिंट होगी</translation>
    </message>
</context>
<context>
    <name>PointsStep</name>
    <message>
        <source>How many points?</source>
        <translation>कितने पॉइंट?</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>बदलें</translation>
    </message>
    <message>
        <source>Change points</source>
        <translation>पॉइंट बदलें</translation>
    </message>
    <message>
        <source>Points to redeem</source>
        <translation>रिडीम करने वाले पॉइंट</translation>
    </message>
    <message>
        <source>Bill number</source>
        <translation>बिल नंबर</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>मूल्य</translation>
    </message>
    <message>
        <source>Send code</source>
        <translation>कोड भेजें</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>अगला ग्राहक</translation>
    </message>
    <message>
        <source>Next: the code</source>
        <translation>आगे: कोड</translation>
    </message>
    <message>
        <source>Sending code…</source>
        <translation>कोड भेजा जा रहा है…</translation>
    </message>
    <message>
        <source>from the POS</source>
        <translation>POS से</translation>
    </message>
    <message>
        <source>up to {points}</source>
        <translation>{points} तक</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} पॉइंट</numerusform>
            <numerusform>{points} पॉइंट</numerusform>
        </translation>
    </message>
    <message>
        <source>bill {bill}</source>
        <translation>बिल {bill}</translation>
    </message>
    <message>
        <source>from a group</source>
        <translation>ग्रुप से</translation>
    </message>
    <message>
        <source>Back to the POS</source>
        <translation>POS पर लौटें</translation>
    </message>
    <message>
        <source>{money} to pay.</source>
        <translation>{money} देना है।</translation>
    </message>
    <message>
        <source>Amount of money</source>
        <translation>रकम</translation>
    </message>
    <message>
        <source>{money} more than the bill.</source>
        <translation>बिल से {money} ज़्यादा।</translation>
    </message>
    <message numerus="yes">
        <source>{words}. Leaves {remaining} points in the group.</source>
        <translation>
            <numerusform>{words}। ग्रुप में {remaining} पॉइंट बचेंगे।</numerusform>
            <numerusform>{words}। ग्रुप में {remaining} पॉइंट बचेंगे।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{words}. Leaves {remaining} points.</source>
        <translation>
            <numerusform>{words}। {remaining} पॉइंट बचेंगे।</numerusform>
            <numerusform>{words}। {remaining} पॉइंट बचेंगे।</numerusform>
        </translation>
    </message>
    <message>
        <source>{money} off the bill</source>
        <translation>बिल से {money} घटेंगे</translation>
    </message>
</context>
<context>
    <name>PrintStateView</name>
    <message>
        <source>Test page</source>
        <translation>परीक्षण पेज</translation>
    </message>
</context>
<context>
    <name>PrintStatus</name>
    <message>
        <source>Print again</source>
        <translation>फिर प्रिंट करें</translation>
    </message>
    <message>
        <source>Another printer</source>
        <translation>दूसरा प्रिंटर</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>प्रिंटर</translation>
    </message>
    <message>
        <source>Printing the receipt…</source>
        <translation>रसीद छप रही है…</translation>
    </message>
    <message>
        <source>The receipt has been sent to the printer.</source>
        <translation>रसीद प्रिंटर को भेजी गई।</translation>
    </message>
    <message>
        <source>The receipt is printed.</source>
        <translation>रसीद छप गई।</translation>
    </message>
    <message>
        <source>Choose a printer</source>
        <translation>प्रिंटर चुनें</translation>
    </message>
    <message>
        <source>No other printer was found</source>
        <translation>कोई दूसरा प्रिंटर नहीं मिला</translation>
    </message>
    <message>
        <source>{name} (receipt printer)</source>
        <translation>{name} (रसीद प्रिंटर)</translation>
    </message>
</context>
<context>
    <name>PrinterControl</name>
    <message>
        <source>Default printer</source>
        <translation>डिफ़ॉल्ट प्रिंटर</translation>
    </message>
</context>
<context>
    <name>QuestionPanel</name>
    <message>
        <source>Go back</source>
        <translation>वापस जाएँ</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Redeem anyway</source>
        <translation>फिर भी रिडीम करें</translation>
    </message>
    <message numerus="yes">
        <source>Redeem {points} points anyway</source>
        <translation>
            <numerusform>फिर भी {points} पॉइंट रिडीम करें</numerusform>
            <numerusform>फिर भी {points} पॉइंट रिडीम करें</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>TRAINING. Not a receipt.</source>
        <translation>ट्रेनिंग। यह रसीद नहीं है।</translation>
    </message>
    <message>
        <source>COPY</source>
        <translation>कॉपी</translation>
    </message>
    <message>
        <source>Till {till} · Cashier {cashier}</source>
        <translation>काउंटर {till} · कैशियर {cashier}</translation>
    </message>
    <message>
        <source>Till {till}</source>
        <translation>काउंटर {till}</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>बिल</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>मेंबर</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>पॉइंट</translation>
    </message>
    <message>
        <source>From the group’s points</source>
        <translation>ग्रुप के पॉइंट से</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>मूल्य</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>बैलेंस</translation>
    </message>
    <message>
        <source>Redemption</source>
        <translation>रिडेम्प्शन</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>रेफ़रेंस</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>धन्यवाद</translation>
    </message>
    <message>
        <source>POINTS GIVEN BACK</source>
        <translation>पॉइंट लौटाए गए</translation>
    </message>
    <message>
        <source>Points given back</source>
        <translation>लौटाए गए पॉइंट</translation>
    </message>
    <message>
        <source>Expired, not given back</source>
        <translation>एक्सपायर हुए, नहीं लौटाए</translation>
    </message>
    <message>
        <source>Points for the member</source>
        <translation>मेंबर के पॉइंट</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>वजह</translation>
    </message>
    <message>
        <source>Reversal</source>
        <translation>वापसी</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>रिडीम हुए</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>लौटाए गए</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>अस्वीकृत</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>अभी पता नहीं</translation>
    </message>
    <message>
        <source>Not given back</source>
        <translation>नहीं लौटाए गए</translation>
    </message>
    <message>
        <source>Giving back</source>
        <translation>लौटाए जा रहे हैं</translation>
    </message>
    <message>
        <source>End of day</source>
        <translation>दिन का अंत</translation>
    </message>
    <message>
        <source>{name} × {count}</source>
        <translation>{name} × {count}</translation>
    </message>
    <message>
        <source>Net points</source>
        <translation>नेट पॉइंट</translation>
    </message>
    <message>
        <source>Net value</source>
        <translation>नेट मूल्य</translation>
    </message>
    <message>
        <source>By cashier</source>
        <translation>कैशियर के अनुसार</translation>
    </message>
    <message>
        <source>By program</source>
        <translation>प्रोग्राम के अनुसार</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>नाम नहीं</translation>
    </message>
    <message>
        <source>Default program</source>
        <translation>डिफ़ॉल्ट प्रोग्राम</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>अब भी बाकी</translation>
    </message>
    <message>
        <source>Since it was closed</source>
        <translation>दिन बंद होने के बाद</translation>
    </message>
    <message>
        <source>Settled since, of other days</source>
        <translation>दूसरे दिनों के, तब से निपटे</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>रिकॉर्ड</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} से {last}</translation>
    </message>
    <message>
        <source>No events</source>
        <translation>कोई घटना नहीं</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>हेड</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>छपा</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>Closed by {cashier}</source>
        <translation>{cashier} ने बंद किया</translation>
    </message>
    <message>
        <source>The day is open</source>
        <translation>दिन खुला है</translation>
    </message>
    <message>
        <source>TRAINING</source>
        <translation>ट्रेनिंग</translation>
    </message>
    <message>
        <source>Practice store</source>
        <translation>ट्रेनिंग स्टोर</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>परीक्षण प्रिंट</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>काउंटर</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>प्रिंटर</translation>
    </message>
    <message>
        <source>Default printer</source>
        <translation>डिफ़ॉल्ट प्रिंटर</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>कागज़</translation>
    </message>
    <message>
        <source>If you can read this, the printer works.</source>
        <translation>यदि आप यह पढ़ सकते हैं, तो प्रिंटर काम करता है।</translation>
    </message>
</context>
<context>
    <name>ReceiptPage</name>
    <message>
        <source>Points redeemed</source>
        <translation>रिडीम हुए पॉइंट</translation>
    </message>
    <message>
        <source>Updated balance</source>
        <translation>नया बैलेंस</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>रसीद प्रिंट करें</translation>
    </message>
    <message>
        <source>Save receipt</source>
        <translation>रसीद सेव करें</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>नया ग्राहक</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Back to POS</source>
        <translation>POS पर लौटें</translation>
    </message>
    <message>
        <source>The points have been given back since</source>
        <translation>पॉइंट तब से लौटा दिए गए हैं</translation>
    </message>
    <message numerus="yes">
        <source>Take {points} points off the bill</source>
        <translation>
            <numerusform>बिल से {points} पॉइंट घटाएँ</numerusform>
            <numerusform>बिल से {points} पॉइंट घटाएँ</numerusform>
        </translation>
    </message>
    <message>
        <source>Bill {bill}</source>
        <translation>बिल {bill}</translation>
    </message>
    <message>
        <source>The service did not say what they are worth.</source>
        <translation>सर्विस ने इनका मूल्य नहीं बताया।</translation>
    </message>
    <message numerus="yes">
        <source>{points} points have been given back since.</source>
        <translation>
            <numerusform>{points} पॉइंट तब से लौटाया गया है।</numerusform>
            <numerusform>{points} पॉइंट तब से लौटाए गए हैं।</numerusform>
        </translation>
    </message>
    <message>
        <source>not known</source>
        <translation>पता नहीं</translation>
    </message>
    <message>
        <source>Take {value} off the bill</source>
        <translation>बिल से {value} घटाएँ</translation>
    </message>
</context>
<context>
    <name>Redeeming</name>
    <message numerus="yes">
        <source>{points} points are worth {worth}. Check the amount with the member.</source>
        <translation>
            <numerusform>{points} पॉइंट का मूल्य {worth} है। मेंबर से पूछकर रकम जाँचें।</numerusform>
            <numerusform>{points} पॉइंट का मूल्य {worth} है। मेंबर से पूछकर रकम जाँचें।</numerusform>
        </translation>
    </message>
    <message>
        <source>The code has been sent again.</source>
        <translation>कोड फिर से भेज दिया गया है।</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Enter the supervisor’s PIN and a reason.</source>
        <translation>कुछ रिडीम नहीं हुआ। सुपरवाइज़र का PIN और वजह दोनों चाहिए।</translation>
    </message>
</context>
<context>
    <name>RequestedGiveBack</name>
    <message>
        <source>The POS no longer asks to give points back.</source>
        <translation>POS अब पॉइंट लौटाने को नहीं कह रहा है।</translation>
    </message>
</context>
<context>
    <name>ScanHint</name>
    <message>
        <source>Or scan the card or the code</source>
        <translation>या कार्ड या कोड स्कैन करें</translation>
    </message>
    <message>
        <source>It goes into the field, wherever the cursor is.</source>
        <translation>कर्सर कहीं भी हो, यह फ़ील्ड में आता है।</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The settings are saved.</source>
        <translation>सेटिंग्स सेव हुईं।</translation>
    </message>
    <message>
        <source>Cannot be used, so the default counts: {settings}. F10 shows why.</source>
        <translation>इस्तेमाल नहीं हो सकता, इसलिए डिफ़ॉल्ट लागू है: {settings}। F10 वजह दिखाता है।</translation>
    </message>
    <message>
        <source>The till works with a new record now.</source>
        <translation>काउंटर अब नए रिकॉर्ड से काम कर रहा है।</translation>
    </message>
    <message>
        <source>The till works with a new record now. The damaged one is kept as {name}.</source>
        <translation>काउंटर अब नए रिकॉर्ड से काम कर रहा है। खराब रिकॉर्ड {name} के नाम से रखा गया है।</translation>
    </message>
    <message>
        <source>Another window on this computer is open for the same service and till name. The two do not know about each other’s redemptions. Close one of them.</source>
        <translation>इस कंप्यूटर पर इसी सर्विस और इसी काउंटर के नाम से एक और विंडो खुली है। दोनों को एक-दूसरे के रिडेम्प्शन का पता नहीं है। एक विंडो बंद करें।</translation>
    </message>
    <message>
        <source>This till’s record of redemptions was copied from another computer or from a backup. Nothing that was started there is sent again. Ask support before you also use the other one.</source>
        <translation>इस काउंटर का रिडेम्प्शन रिकॉर्ड किसी दूसरे कंप्यूटर या बैकअप से कॉपी किया गया है। वहाँ शुरू हुआ कोई भी रिडेम्प्शन दोबारा नहीं भेजा जाएगा। दूसरा कंप्यूटर भी इस्तेमाल करने से पहले सपोर्ट से पूछें।</translation>
    </message>
    <message>
        <source>The settings are saved. They count after this customer.</source>
        <translation>सेटिंग्स सेव हुईं। वे इस ग्राहक के बाद लागू होंगी।</translation>
    </message>
</context>
<context>
    <name>SettingControl</name>
    <message>
        <source>Error: {why}</source>
        <translation>त्रुटि: {why}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Service</source>
        <translation>सर्विस</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>स्टोर</translation>
    </message>
    <message>
        <source>Redeeming</source>
        <translation>रिडीम करना</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>कोड</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>प्रिंटिंग</translation>
    </message>
    <message>
        <source>Cashiers</source>
        <translation>कैशियर</translation>
    </message>
    <message>
        <source>POS</source>
        <translation>POS</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation>मुख्यालय</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>रूप और भाषा</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>सपोर्ट</translation>
    </message>
    <message>
        <source>Address of the service</source>
        <translation>सर्विस का पता</translation>
    </message>
    <message>
        <source>Address of the loyalty service, which begins with https://.</source>
        <translation>लॉयल्टी सर्विस का पता, जो https:// से शुरू होता है।</translation>
    </message>
    <message>
        <source>Name of this till</source>
        <translation>इस काउंटर का नाम</translation>
    </message>
    <message>
        <source>The user of the service’s Basic authentication. ${HOSTNAME} is this computer’s name.</source>
        <translation>सर्विस के Basic प्रमाणीकरण का उपयोगकर्ता। ${HOSTNAME} इस कंप्यूटर का नाम है।</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>लॉगिन का तरीका</translation>
    </message>
    <message>
        <source>How the till signs in to the service.</source>
        <translation>काउंटर सर्विस में कैसे लॉगिन करता है।</translation>
    </message>
    <message>
        <source>Name and password</source>
        <translation>नाम और पासवर्ड</translation>
    </message>
    <message>
        <source>Key and secret (OAuth)</source>
        <translation>कुंजी और सीक्रेट (OAuth)</translation>
    </message>
    <message>
        <source>Password is a digest</source>
        <translation>पासवर्ड डाइजेस्ट है</translation>
    </message>
    <message>
        <source>The stored password is its MD5 digest already.</source>
        <translation>सेव किया पासवर्ड पहले से MD5 डाइजेस्ट है।</translation>
    </message>
    <message>
        <source>Time to connect</source>
        <translation>जुड़ने का समय</translation>
    </message>
    <message>
        <source>Seconds to wait for a connection.</source>
        <translation>कनेक्शन के इंतज़ार के सेकंड।</translation>
    </message>
    <message>
        <source>Time for a call</source>
        <translation>कॉल का समय</translation>
    </message>
    <message>
        <source>Seconds for the whole of a call.</source>
        <translation>पूरी कॉल के सेकंड।</translation>
    </message>
    <message>
        <source>Settle after</source>
        <translation>निपटाने का समय</translation>
    </message>
    <message>
        <source>Seconds after the end of a call. From then on, several look-ups that find nothing prove that no points moved.</source>
        <translation>कॉल खत्म होने के बाद के सेकंड, जिनके बाद कई बार न मिलना साबित करता है कि कोई पॉइंट नहीं कटा।</translation>
    </message>
    <message>
        <source>Look again after</source>
        <translation>फिर देखने का समय</translation>
    </message>
    <message>
        <source>Seconds until a redemption recorded as not redeemed is looked up again.</source>
        <translation>रिडीम न हुआ दर्ज रिडेम्प्शन फिर खोजने तक के सेकंड।</translation>
    </message>
    <message>
        <source>Calls per minute</source>
        <translation>प्रति मिनट कॉल</translation>
    </message>
    <message>
        <source>The service’s rate limit for this till.</source>
        <translation>इस काउंटर के लिए सर्विस की सीमा।</translation>
    </message>
    <message>
        <source>Attribution type</source>
        <translation>एट्रिब्यूशन प्रकार</translation>
    </message>
    <message>
        <source>X-CAP-API-ATTRIBUTION-ENTITY-TYPE, such as TILL or STORE_CODE.</source>
        <translation>X-CAP-API-ATTRIBUTION-ENTITY-TYPE, जैसे TILL या STORE_CODE।</translation>
    </message>
    <message>
        <source>Attribution code</source>
        <translation>एट्रिब्यूशन कोड</translation>
    </message>
    <message>
        <source>X-CAP-API-ATTRIBUTION-ENTITY-CODE.</source>
        <translation>X-CAP-API-ATTRIBUTION-ENTITY-CODE।</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>प्रॉक्सी</translation>
    </message>
    <message>
        <source>http://host:port of the proxy, direct for none; empty for the one of this computer.</source>
        <translation>प्रॉक्सी का http://host:port, कोई न हो तो direct; इस कंप्यूटर वाले के लिए खाली।</translation>
    </message>
    <message>
        <source>Name for the proxy</source>
        <translation>प्रॉक्सी के लिए नाम</translation>
    </message>
    <message>
        <source>Who logs in at the proxy; empty if it asks for no login.</source>
        <translation>प्रॉक्सी पर कौन लॉगिन करता है; लॉगिन न माँगे तो खाली।</translation>
    </message>
    <message>
        <source>File of certificates</source>
        <translation>प्रमाणपत्रों की फ़ाइल</translation>
    </message>
    <message>
        <source>Path of a PEM file of certificate authorities to trust beside those of this computer.</source>
        <translation>उन प्रमाणपत्र प्राधिकरणों की PEM फ़ाइल का पथ, जिन पर इस कंप्यूटर वालों के अलावा भरोसा करना है।</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>स्टोर</translation>
    </message>
    <message>
        <source>The store’s name, for the window and the receipt.</source>
        <translation>स्टोर का नाम, विंडो और रसीद के लिए।</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>देश</translation>
    </message>
    <message>
        <source>Region of numbers without a country code.</source>
        <translation>बिना देश कोड वाले नंबरों का क्षेत्र।</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>मुद्रा</translation>
    </message>
    <message>
        <source>Currency; empty for the country’s own.</source>
        <translation>मुद्रा; देश की अपनी के लिए खाली।</translation>
    </message>
    <message>
        <source>Form of mobile numbers</source>
        <translation>मोबाइल नंबर का रूप</translation>
    </message>
    <message>
        <source>How the service wants numbers: digits, plus, national.</source>
        <translation>सर्विस नंबर कैसे चाहती है: अंक, प्लस, राष्ट्रीय।</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>अंक</translation>
    </message>
    <message>
        <source>With +</source>
        <translation>+ के साथ</translation>
    </message>
    <message>
        <source>National</source>
        <translation>राष्ट्रीय</translation>
    </message>
    <message>
        <source>Days to keep numbers</source>
        <translation>नंबर रखने के दिन</translation>
    </message>
    <message>
        <source>Days that mobile numbers of settled attempts are kept.</source>
        <translation>निपटे रिडेम्प्शन के मोबाइल नंबर कितने दिन रखे जाते हैं।</translation>
    </message>
    <message>
        <source>Loyalty program</source>
        <translation>लॉयल्टी प्रोग्राम</translation>
    </message>
    <message>
        <source>Fixed program; empty for the default one or the cashier’s choice.</source>
        <translation>तय प्रोग्राम; डिफ़ॉल्ट या कैशियर की पसंद के लिए खाली।</translation>
    </message>
    <message>
        <source>Bill number required</source>
        <translation>बिल नंबर ज़रूरी</translation>
    </message>
    <message>
        <source>Whether a redemption needs a bill number.</source>
        <translation>क्या रिडेम्प्शन के लिए बिल नंबर चाहिए।</translation>
    </message>
    <message>
        <source>Points of a group</source>
        <translation>ग्रुप के पॉइंट</translation>
    </message>
    <message>
        <source>Whether points of a group can be redeemed.</source>
        <translation>क्या ग्रुप के पॉइंट रिडीम किए जा सकते हैं।</translation>
    </message>
    <message>
        <source>Groups by hand</source>
        <translation>ग्रुप हाथ से</translation>
    </message>
    <message>
        <source>Whether a group that the service does not show can be entered by hand.</source>
        <translation>क्या सर्विस में न दिखने वाला ग्रुप हाथ से लिखा जा सकता है।</translation>
    </message>
    <message>
        <source>Look ahead</source>
        <translation>पहले से देखें</translation>
    </message>
    <message>
        <source>Ask at once, for a member, which points expire and whether they can be redeemed.</source>
        <translation>तुरंत पूछें कि मेंबर के कौन से पॉइंट एक्सपायर होंगे और क्या वे रिडीम किए जा सकते हैं।</translation>
    </message>
    <message>
        <source>Amounts of money</source>
        <translation>रकम</translation>
    </message>
    <message>
        <source>Whether an amount of money can be entered for points.</source>
        <translation>क्या पॉइंट की जगह रकम लिखी जा सकती है।</translation>
    </message>
    <message>
        <source>Find members by</source>
        <translation>मेंबर खोजने का तरीका</translation>
    </message>
    <message>
        <source>How a member can be found beside the mobile number: card, email, external_id.</source>
        <translation>मोबाइल के अलावा मेंबर कैसे मिले: card, email, external_id।</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>कार्ड</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ईमेल</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>ग्राहक नंबर</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>नोट</translation>
    </message>
    <message>
        <source>Whether a redemption can carry a note.</source>
        <translation>क्या रिडेम्प्शन में नोट जोड़ा जा सकता है।</translation>
    </message>
    <message>
        <source>Length of a note</source>
        <translation>नोट की लंबाई</translation>
    </message>
    <message>
        <source>Characters that a note has at most.</source>
        <translation>नोट में अधिकतम अक्षर।</translation>
    </message>
    <message>
        <source>Notes to choose from</source>
        <translation>चुनने के नोट</translation>
    </message>
    <message>
        <source>Notes to choose from (JSON list of texts).</source>
        <translation>चुनने के नोट (पाठों की JSON सूची)।</translation>
    </message>
    <message>
        <source>Additional fields</source>
        <translation>अतिरिक्त फ़ील्ड</translation>
    </message>
    <message>
        <source>Fields that the organisation has added (JSON list).</source>
        <translation>संगठन के जोड़े फ़ील्ड (JSON सूची)।</translation>
    </message>
    <message>
        <source>Who may give points back</source>
        <translation>पॉइंट कौन लौटा सकता है</translation>
    </message>
    <message>
        <source>Supervisor means the cashier with the supervisor’s PIN.</source>
        <translation>सुपरवाइज़र यानी सुपरवाइज़र के PIN के साथ कैशियर।</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>कैशियर</translation>
    </message>
    <message>
        <source>Who is at the till, for the receipt and the audit trail, if no one signs on.</source>
        <translation>काउंटर पर कौन है, रसीद और ऑडिट के लिए, यदि कोई लॉगिन न करे।</translation>
    </message>
    <message>
        <source>Cashiers sign on</source>
        <translation>कैशियर लॉगिन करते हैं</translation>
    </message>
    <message>
        <source>Whether cashiers sign on before they serve.</source>
        <translation>क्या कैशियर ग्राहकों का काम शुरू करने से पहले लॉगिन करते हैं।</translation>
    </message>
    <message>
        <source>Cashiers to choose from</source>
        <translation>चुनने के कैशियर</translation>
    </message>
    <message>
        <source>Names to choose from (JSON list of texts). A number before a name can be typed in its place: 1042 Meera Nair.</source>
        <translation>चुनने के नाम (पाठों की JSON सूची)। नाम से पहले का नंबर उसकी जगह लिखा जा सकता है: 1042 Meera Nair।</translation>
    </message>
    <message>
        <source>No other cashiers</source>
        <translation>कोई और कैशियर नहीं</translation>
    </message>
    <message>
        <source>Whether only the cashiers to choose from can sign on.</source>
        <translation>क्या केवल चुनने के कैशियर ही लॉगिन कर सकते हैं।</translation>
    </message>
    <message>
        <source>Sign off after</source>
        <translation>लॉगआउट इतने समय बाद</translation>
    </message>
    <message>
        <source>Seconds without a key or a touch after which the till signs off; 0: never.</source>
        <translation>बिना कुंजी या स्पर्श के सेकंड, जिनके बाद काउंटर लॉगआउट करता है; 0: कभी नहीं।</translation>
    </message>
    <message>
        <source>File of cashiers’ PINs</source>
        <translation>कैशियरों के PIN की फ़ाइल</translation>
    </message>
    <message>
        <source>Path of a JSON file with each cashier’s PIN as `points-till pin hash` makes it. Cashiers then sign on by PIN.</source>
        <translation>JSON फ़ाइल का पथ, जिसमें हर कैशियर का PIN जैसा `points-till pin hash` बनाता है। तब कैशियर PIN से लॉगिन करते हैं।</translation>
    </message>
    <message>
        <source>Port of the local interface</source>
        <translation>स्थानीय इंटरफ़ेस का पोर्ट</translation>
    </message>
    <message>
        <source>Port on which this till serves the POS’s local interface; 0: it does not.</source>
        <translation>वह पोर्ट जिस पर यह काउंटर POS को स्थानीय इंटरफ़ेस देता है; 0: नहीं देता।</translation>
    </message>
    <message>
        <source>Web pages that may call</source>
        <translation>कॉल कर सकने वाले वेब पेज</translation>
    </message>
    <message>
        <source>Web pages that may call the local interface, such as https://pos.example (JSON list).</source>
        <translation>वेब पेज जो स्थानीय इंटरफ़ेस को कॉल कर सकते हैं, जैसे https://pos.example (JSON सूची)।</translation>
    </message>
    <message>
        <source>Address of head office</source>
        <translation>मुख्यालय का पता</translation>
    </message>
    <message>
        <source>Address of head office, which begins with https://. Empty: nothing is sent.</source>
        <translation>मुख्यालय का पता, जो https:// से शुरू होता है। खाली: कुछ नहीं भेजा जाता।</translation>
    </message>
    <message>
        <source>Key for head office</source>
        <translation>मुख्यालय के लिए कुंजी</translation>
    </message>
    <message>
        <source>This till’s key, as `points-till head-office enrol` prints it.</source>
        <translation>इस काउंटर की कुंजी, जैसी `points-till head-office enrol` दिखाता है।</translation>
    </message>
    <message>
        <source>Pause between sends</source>
        <translation>भेजने के बीच का विराम</translation>
    </message>
    <message>
        <source>Seconds between looks for something new to send.</source>
        <translation>भेजने के लिए कुछ नया है या नहीं, यह देखने के बीच के सेकंड।</translation>
    </message>
    <message>
        <source>Bandwidth for head office</source>
        <translation>मुख्यालय के लिए बैंडविड्थ</translation>
    </message>
    <message>
        <source>Kilobytes a second that sending to head office may use; 0: no limit.</source>
        <translation>मुख्यालय को भेजने में प्रति सेकंड कितने किलोबाइट लग सकते हैं; 0: कोई सीमा नहीं।</translation>
    </message>
    <message>
        <source>Numbers for head office</source>
        <translation>मुख्यालय के लिए नंबर</translation>
    </message>
    <message>
        <source>Whether head office gets mobile numbers in full, and not only as keyed digests.</source>
        <translation>क्या मुख्यालय को पूरे मोबाइल नंबर मिलते हैं, केवल कुंजी वाले डाइजेस्ट नहीं।</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>कुंजी</translation>
    </message>
    <message>
        <source>It is kept in this computer’s keyring, with the secret. Leave both empty to keep those that are stored.</source>
        <translation>यह सीक्रेट के साथ इस कंप्यूटर की कीरिंग में रहती है। सेव किए हुए रखने के लिए दोनों खाली छोड़ें।</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>सीक्रेट</translation>
    </message>
    <message>
        <source>It was shown once, when the key was made. Leave both empty to keep those that are stored.</source>
        <translation>यह केवल एक बार दिखा था, जब कुंजी बनी थी। सेव किए हुए रखने के लिए दोनों खाली छोड़ें।</translation>
    </message>
    <message>
        <source>Password for the proxy</source>
        <translation>प्रॉक्सी के लिए पासवर्ड</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>कोई पाठ होना चाहिए</translation>
    </message>
    <message>
        <source>must be one line without control characters</source>
        <translation>एक ही पंक्ति हो और उसमें नियंत्रण वर्ण न हों</translation>
    </message>
    <message>
        <source>must be text without control characters</source>
        <translation>पाठ में नियंत्रण वर्ण न हों</translation>
    </message>
    <message>
        <source>must not be longer than {longest} characters</source>
        <translation>{longest} अक्षरों से लंबा न हो</translation>
    </message>
    <message>
        <source>must not have a colon in it</source>
        <translation>इसमें कोलन न हो</translation>
    </message>
    <message>
        <source>must be ASCII letters, digits and marks</source>
        <translation>केवल ASCII अक्षर, अंक और चिह्न हों</translation>
    </message>
    <message>
        <source>must not have {name} in it: only {known} is known</source>
        <translation>इसमें {name} न हो: केवल {known} मान्य है</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>true या false होना चाहिए</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>संख्या होनी चाहिए</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>पूर्ण संख्या होनी चाहिए</translation>
    </message>
    <message>
        <source>must be from {lowest} to {highest}</source>
        <translation>{lowest} से {highest} तक होना चाहिए</translation>
    </message>
    <message>
        <source>must be an amount of points, such as 100 or 12.5</source>
        <translation>पॉइंट की संख्या होनी चाहिए, जैसे 100 या 12.5</translation>
    </message>
    <message>
        <source>must be one of {choices}, or empty for the system’s own</source>
        <translation>इनमें से एक हो: {choices}, या सिस्टम वाले के लिए खाली हो</translation>
    </message>
    <message>
        <source>must be one of {choices}</source>
        <translation>इनमें से एक हो: {choices}</translation>
    </message>
    <message>
        <source>must be some of {choices}</source>
        <translation>केवल इनमें से हों: {choices}</translation>
    </message>
    <message>
        <source>must be an ISO 4217 code such as INR</source>
        <translation>ISO 4217 कोड हो, जैसे INR</translation>
    </message>
    <message>
        <source>must be an ISO 3166 region such as IN</source>
        <translation>ISO 3166 क्षेत्र हो, जैसे IN</translation>
    </message>
    <message>
        <source>is not an address</source>
        <translation>यह कोई पता नहीं है</translation>
    </message>
    <message>
        <source>must not carry a user name or password</source>
        <translation>इसमें उपयोगकर्ता का नाम या पासवर्ड न हो</translation>
    </message>
    <message>
        <source>must not carry a query</source>
        <translation>इसमें प्रश्नचिह्न के बाद कुछ न हो</translation>
    </message>
    <message>
        <source>must begin with https:// (http:// is for this machine alone)</source>
        <translation>https:// से शुरू हो (http:// केवल इसी कंप्यूटर के लिए है)</translation>
    </message>
    <message>
        <source>must begin with https://</source>
        <translation>https:// से शुरू हो</translation>
    </message>
    <message>
        <source>must not carry a login: that is the setting proxy_user and a password of its own</source>
        <translation>इसमें लॉगिन न हो: उसके लिए सेटिंग proxy_user और अलग पासवर्ड है</translation>
    </message>
    <message>
        <source>must begin with http:// (it opens a tunnel, so what passes is encrypted all the same)</source>
        <translation>http:// से शुरू हो (यह एक टनल खोलता है, इसलिए जो जाता है वह फिर भी एन्क्रिप्टेड रहता है)</translation>
    </message>
    <message>
        <source>must be http://host:port</source>
        <translation>http://host:port के रूप में हो</translation>
    </message>
    <message>
        <source>must be tcp://HOST:PORT</source>
        <translation>tcp://HOST:PORT के रूप में हो</translation>
    </message>
    <message>
        <source>must name a queue after raw:</source>
        <translation>raw: के बाद कतार का नाम हो</translation>
    </message>
    <message>
        <source>must be a list of addresses such as https://pos.example</source>
        <translation>पतों की सूची हो, जैसे https://pos.example</translation>
    </message>
    <message>
        <source>must be addresses such as https://pos.example, without a path or a *</source>
        <translation>https://pos.example जैसे पते हों, बिना पथ और बिना * के</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>सूची होनी चाहिए</translation>
    </message>
    <message>
        <source>must be a list of texts</source>
        <translation>पाठों की सूची होनी चाहिए</translation>
    </message>
    <message>
        <source>must be a list of fields</source>
        <translation>फ़ील्ड की सूची होनी चाहिए</translation>
    </message>
    <message>
        <source>must be a JSON list of texts</source>
        <translation>पाठों की JSON सूची होनी चाहिए</translation>
    </message>
    <message>
        <source>must be a JSON list of fields</source>
        <translation>फ़ील्ड की JSON सूची होनी चाहिए</translation>
    </message>
    <message>
        <source>must not have more than {most} entries</source>
        <translation>{most} से ज़्यादा प्रविष्टियाँ न हों</translation>
    </message>
    <message>
        <source>every field needs a name</source>
        <translation>हर फ़ील्ड का नाम होना चाहिए</translation>
    </message>
    <message>
        <source>choices must be a list</source>
        <translation>choices एक सूची होनी चाहिए</translation>
    </message>
    <message>
        <source>{name} needs choices</source>
        <translation>{name} के लिए विकल्प चाहिए</translation>
    </message>
    <message>
        <source>{name} is there twice</source>
        <translation>{name} दो बार है</translation>
    </message>
    <message>
        <source>unknown: {names}</source>
        <translation>अज्ञात: {names}</translation>
    </message>
    <message>
        <source>must be what `points-till pin hash` makes of the PIN</source>
        <translation>वह हो जो `points-till pin hash` PIN से बनाता है</translation>
    </message>
    <message>
        <source>is not a key that `points-till head-office enrol` has printed</source>
        <translation>यह वह कुंजी नहीं है जो `points-till head-office enrol` ने दिखाई</translation>
    </message>
    <message>
        <source>is not a text</source>
        <translation>यह पाठ नहीं है</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>सुपरवाइज़र</translation>
    </message>
    <message>
        <source>The cashier</source>
        <translation>कैशियर</translation>
    </message>
    <message>
        <source>No one</source>
        <translation>कोई नहीं</translation>
    </message>
    <message>
        <source>Days to give back</source>
        <translation>लौटाने के दिन</translation>
    </message>
    <message>
        <source>Days after a redemption within which its points can be given back.</source>
        <translation>रिडेम्प्शन के बाद कितने दिन तक पॉइंट लौटाए जा सकते हैं।</translation>
    </message>
    <message>
        <source>Codes are valid for</source>
        <translation>कोड की वैधता</translation>
    </message>
    <message>
        <source>Seconds that the organisation’s codes are good for; 0: not known.</source>
        <translation>संगठन के कोड कितने सेकंड मान्य हैं; 0: पता नहीं।</translation>
    </message>
    <message>
        <source>New code after</source>
        <translation>नया कोड कब</translation>
    </message>
    <message>
        <source>Seconds until a code can be sent again.</source>
        <translation>कोड फिर भेजने तक के सेकंड।</translation>
    </message>
    <message>
        <source>Codes in capitals</source>
        <translation>कोड बड़े अक्षरों में</translation>
    </message>
    <message>
        <source>Codes are in capitals: small letters become capitals while they are typed.</source>
        <translation>कोड बड़े अक्षरों में हैं: छोटे अक्षर लिखते ही बड़े हो जाते हैं।</translation>
    </message>
    <message>
        <source>Codes by e-mail</source>
        <translation>ईमेल से कोड</translation>
    </message>
    <message>
        <source>Whether a code can be asked for by the member’s e-mail address.</source>
        <translation>क्या मेंबर के ईमेल पते से कोड माँगा जा सकता है।</translation>
    </message>
    <message>
        <source>Codes by card number</source>
        <translation>कार्ड नंबर से कोड</translation>
    </message>
    <message>
        <source>Whether a code can be asked for by the card number with which the member was found.</source>
        <translation>क्या जिस कार्ड नंबर से मेंबर मिला, उससे कोड माँगा जा सकता है।</translation>
    </message>
    <message>
        <source>Code needed from</source>
        <translation>कितने पॉइंट से कोड ज़रूरी</translation>
    </message>
    <message>
        <source>Points from which a redemption needs the member’s code. 0: every redemption.</source>
        <translation>कितने पॉइंट से मेंबर का कोड चाहिए। 0: हर बार।</translation>
    </message>
    <message>
        <source>Missed calls</source>
        <translation>मिस्ड कॉल</translation>
    </message>
    <message>
        <source>Whether a missed call can take the place of the code.</source>
        <translation>क्या मिस्ड कॉल कोड की जगह ले सकती है।</translation>
    </message>
    <message>
        <source>Number for missed calls</source>
        <translation>मिस्ड कॉल का नंबर</translation>
    </message>
    <message>
        <source>The number that a member calls and hangs up.</source>
        <translation>वह नंबर जिस पर मेंबर कॉल करके काटता है।</translation>
    </message>
    <message>
        <source>Missed call first</source>
        <translation>पहले मिस्ड कॉल</translation>
    </message>
    <message>
        <source>Whether a missed call is asked for at once, in place of a code.</source>
        <translation>क्या कोड की जगह पहले मिस्ड कॉल माँगी जाती है।</translation>
    </message>
    <message>
        <source>Redeem without a code</source>
        <translation>बिना कोड रिडीम करें</translation>
    </message>
    <message>
        <source>Whether a supervisor can let a redemption go without a code; needs supervisor_pin.</source>
        <translation>क्या सुपरवाइज़र बिना कोड रिडीम करने दे सकता है; supervisor_pin चाहिए।</translation>
    </message>
    <message>
        <source>Supervisor PIN</source>
        <translation>सुपरवाइज़र का PIN</translation>
    </message>
    <message>
        <source>The supervisor’s PIN as `points-till pin hash` makes it, never as it is typed.</source>
        <translation>सुपरवाइज़र का PIN जैसा `points-till pin hash` बनाता है, जैसा टाइप होता है वैसा नहीं।</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>प्रिंटर</translation>
    </message>
    <message>
        <source>A system queue, raw:QUEUE or tcp://HOST:PORT; empty for the default printer.</source>
        <translation>सिस्टम कतार, raw:QUEUE या tcp://HOST:PORT; डिफ़ॉल्ट प्रिंटर के लिए खाली।</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>कागज़</translation>
    </message>
    <message>
        <source>The width of the roll, or a sheet.</source>
        <translation>रोल की चौड़ाई, या शीट।</translation>
    </message>
    <message>
        <source>58 mm</source>
        <translation>58 mm</translation>
    </message>
    <message>
        <source>80 mm</source>
        <translation>80 mm</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Print automatically</source>
        <translation>अपने आप प्रिंट करें</translation>
    </message>
    <message>
        <source>After each redemption.</source>
        <translation>हर रिडेम्प्शन के बाद।</translation>
    </message>
    <message>
        <source>First lines of the receipt</source>
        <translation>रसीद की पहली पंक्तियाँ</translation>
    </message>
    <message>
        <source>Below the store’s name, such as its address.</source>
        <translation>स्टोर के नाम के नीचे, जैसे उसका पता।</translation>
    </message>
    <message>
        <source>Last lines of the receipt</source>
        <translation>रसीद की आखिरी पंक्तियाँ</translation>
    </message>
    <message>
        <source>In place of the thanks, in the store’s language.</source>
        <translation>धन्यवाद की जगह, स्टोर की भाषा में।</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>लोगो</translation>
    </message>
    <message>
        <source>Path of a PNG or SVG file, for receipts and the customer’s screen.</source>
        <translation>PNG या SVG फ़ाइल का पथ, रसीद और ग्राहक स्क्रीन के लिए।</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>दराज खोलें</translation>
    </message>
    <message>
        <source>Whether a receipt opens the drawer at a thermal printer.</source>
        <translation>क्या रसीद थर्मल प्रिंटर पर दराज खोलती है।</translation>
    </message>
    <message>
        <source>Cut the paper</source>
        <translation>कागज़ काटें</translation>
    </message>
    <message>
        <source>Whether a thermal printer cuts the paper.</source>
        <translation>क्या थर्मल प्रिंटर कागज़ काटता है।</translation>
    </message>
    <message>
        <source>Printer’s commands</source>
        <translation>प्रिंटर के कमांड</translation>
    </message>
    <message>
        <source>How a thermal printer takes pictures; columns for older models.</source>
        <translation>थर्मल प्रिंटर चित्र कैसे लेता है; पुराने मॉडल के लिए कॉलम।</translation>
    </message>
    <message>
        <source>Raster (GS v 0)</source>
        <translation>रास्टर (GS v 0)</translation>
    </message>
    <message>
        <source>Columns (ESC *)</source>
        <translation>कॉलम (ESC *)</translation>
    </message>
    <message>
        <source>Folder for receipts</source>
        <translation>रसीदों का फ़ोल्डर</translation>
    </message>
    <message>
        <source>Where saved receipts go; empty for Documents.</source>
        <translation>सेव की हुई रसीदें कहाँ जाती हैं; दस्तावेज़ के लिए खाली।</translation>
    </message>
    <message>
        <source>Language of receipts</source>
        <translation>रसीद की भाषा</translation>
    </message>
    <message>
        <source>Language of the receipt; empty for the window’s.</source>
        <translation>रसीद की भाषा; विंडो की भाषा के लिए खाली।</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>भाषा</translation>
    </message>
    <message>
        <source>Language of the window; empty for the system’s own.</source>
        <translation>विंडो की भाषा; सिस्टम की भाषा के लिए खाली।</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>रंग</translation>
    </message>
    <message>
        <source>system, light, dark or high-contrast.</source>
        <translation>सिस्टम, हल्का, गहरा या उच्च कंट्रास्ट।</translation>
    </message>
    <message>
        <source>System</source>
        <translation>सिस्टम</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>हल्का</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>गहरा</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>उच्च कंट्रास्ट</translation>
    </message>
    <message>
        <source>Number pad</source>
        <translation>नंबर पैड</translation>
    </message>
    <message>
        <source>When to show it; automatic: if there is a touch screen.</source>
        <translation>कब दिखे; स्वचालित: यदि टच स्क्रीन हो।</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>स्वचालित</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>हमेशा</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>कभी नहीं</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>कम एनिमेशन</translation>
    </message>
    <message>
        <source>Still patterns take the place of moving ones.</source>
        <translation>हिलते पैटर्न की जगह स्थिर पैटर्न।</translation>
    </message>
    <message>
        <source>Screen for the customer</source>
        <translation>ग्राहक के लिए स्क्रीन</translation>
    </message>
    <message>
        <source>Points, value and code for the customer’s eyes.</source>
        <translation>ग्राहक को दिखाने के लिए पॉइंट, मूल्य और कोड।</translation>
    </message>
    <message>
        <source>None</source>
        <translation>कोई नहीं</translation>
    </message>
    <message>
        <source>A window</source>
        <translation>एक विंडो</translation>
    </message>
    <message>
        <source>Second display</source>
        <translation>दूसरा डिस्प्ले</translation>
    </message>
    <message>
        <source>Log level</source>
        <translation>लॉग का स्तर</translation>
    </message>
    <message>
        <source>The least important lines that are written.</source>
        <translation>लिखी जाने वाली सबसे कम ज़रूरी पंक्तियाँ।</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>त्रुटियाँ</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>चेतावनियाँ</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>सामान्य</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>सब कुछ</translation>
    </message>
    <message>
        <source>Log format</source>
        <translation>लॉग का प्रारूप</translation>
    </message>
    <message>
        <source>Text for people, or JSON lines for programs.</source>
        <translation>लोगों के लिए पाठ, या प्रोग्रामों के लिए JSON पंक्तियाँ।</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>पाठ</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON पंक्तियाँ</translation>
    </message>
    <message>
        <source>Password of this till</source>
        <translation>इस काउंटर का पासवर्ड</translation>
    </message>
    <message>
        <source>It is kept in this computer’s keyring, never in a file. Leave it empty to keep the one that is stored.</source>
        <translation>यह इस कंप्यूटर की कीरिंग में रहता है, फ़ाइल में कभी नहीं। सेव किया हुआ रखने के लिए खाली छोड़ें।</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Search settings</source>
        <translation>सेटिंग खोजें</translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation>सेटिंग के ग्रुप</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>ग्रुप</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>किसी सेटिंग में ये शब्द नहीं हैं।</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>सिस्टम जैसा</translation>
    </message>
    <message>
        <source>Same as the window</source>
        <translation>विंडो जैसा</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>खोजें</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln settings</source>
        <translation>
            <numerusform>%Ln सेटिंग में से {count}</numerusform>
            <numerusform>%Ln सेटिंग में से {count}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Test connection</source>
        <translation>कनेक्शन जाँचें</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>परीक्षण प्रिंट</translation>
    </message>
    <message>
        <source>Support file</source>
        <translation>सपोर्ट फ़ाइल</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सेव करें</translation>
    </message>
    <message>
        <source>What was saved counts once no customer is being served. Until then, this is what counted before.</source>
        <translation>जो सेव हुआ है वह तब लागू होगा जब कोई ग्राहक नहीं होगा। तब तक यहाँ पहले की सेटिंग्स हैं।</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>सेटिंग्स</translation>
    </message>
    <message>
        <source>Head office has other records under this till’s numbers. Call support.</source>
        <translation>मुख्यालय के पास इस काउंटर के नंबरों से दूसरे रिकॉर्ड हैं। सपोर्ट को कॉल करें।</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) wait to be sent.</source>
        <translation>
            <numerusform>%Ln रिकॉर्ड भेजा जाना बाकी है।</numerusform>
            <numerusform>%Ln रिकॉर्ड भेजे जाने बाकी हैं।</numerusform>
        </translation>
    </message>
    <message>
        <source>Head office has not answered yet.</source>
        <translation>मुख्यालय ने अभी जवाब नहीं दिया है।</translation>
    </message>
    <message>
        <source>Head office has everything.</source>
        <translation>मुख्यालय के पास सब कुछ पहुँच गया है।</translation>
    </message>
    <message>
        <source>Head office cannot be reached just now. {waiting}</source>
        <translation>अभी मुख्यालय से संपर्क नहीं हो पा रहा है। {waiting}</translation>
    </message>
    <message>
        <source>Head office does not know this till’s key. {waiting}</source>
        <translation>मुख्यालय इस काउंटर की कुंजी नहीं जानता। {waiting}</translation>
    </message>
    <message>
        <source>Head office does not accept this till’s records. Call support. {waiting}</source>
        <translation>मुख्यालय इस काउंटर के रिकॉर्ड स्वीकार नहीं करता। सपोर्ट को कॉल करें। {waiting}</translation>
    </message>
    <message>
        <source>Set by policy</source>
        <translation>नीति से तय</translation>
    </message>
    <message>
        <source>Set by environment</source>
        <translation>परिवेश से तय</translation>
    </message>
    <message>
        <source>Set by command line</source>
        <translation>कमांड लाइन से तय</translation>
    </message>
    <message>
        <source>Your company’s default</source>
        <translation>आपकी कंपनी का डिफ़ॉल्ट</translation>
    </message>
    <message>
        <source>Enter the key and the secret, or neither.</source>
        <translation>कुंजी और सीक्रेट दोनों लिखें, या कोई नहीं।</translation>
    </message>
    <message>
        <source>Enter the address of the service.</source>
        <translation>सर्विस का पता लिखें।</translation>
    </message>
    <message>
        <source>Enter the name of this till.</source>
        <translation>इस काउंटर का नाम लिखें।</translation>
    </message>
    <message>
        <source>Collecting the support file… This can take a minute.</source>
        <translation>सपोर्ट फ़ाइल तैयार हो रही है… इसमें एक मिनट लग सकता है।</translation>
    </message>
    <message>
        <source>The support file is saved: {path}</source>
        <translation>सपोर्ट फ़ाइल सेव हुई: {path}</translation>
    </message>
    <message>
        <source>In training the service’s address, the till and the password are those of the practice service.</source>
        <translation>ट्रेनिंग में सर्विस का पता, काउंटर और पासवर्ड ट्रेनिंग सर्विस के होते हैं।</translation>
    </message>
    <message>
        <source>Connecting to the service…</source>
        <translation>सर्विस से संपर्क हो रहा है…</translation>
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
        <translation>कुछ दर्ज नहीं हुआ। सुपरवाइज़र का PIN और वजह दोनों चाहिए।</translation>
    </message>
    <message>
        <source>Checking the PIN…</source>
        <translation>PIN जाँचा जा रहा है…</translation>
    </message>
    <message>
        <source>That PIN is wrong. Nothing was recorded.</source>
        <translation>यह PIN गलत है। कुछ दर्ज नहीं हुआ।</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Nothing was recorded. Try again in 15 minutes.</source>
        <translation>बहुत बार गलत PIN डाला गया। कुछ दर्ज नहीं हुआ। 15 मिनट बाद दोबारा कोशिश करें।</translation>
    </message>
    <message>
        <source>A supervisor’s PIN cannot be checked here. Nothing was recorded. Tell support.</source>
        <translation>यहाँ सुपरवाइज़र का PIN नहीं जाँचा जा सकता। कुछ दर्ज नहीं हुआ। सपोर्ट को बताएँ।</translation>
    </message>
</context>
<context>
    <name>SetupBar</name>
    <message>
        <source>First start</source>
        <translation>पहली शुरुआत</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>विंडो की भाषा</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>सिस्टम जैसा</translation>
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
        <translation>पता और काउंटर</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>स्टोर</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>प्रिंटर</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>कनेक्शन जाँचें</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>परीक्षण प्रिंट</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>सिस्टम जैसा</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>आगे</translation>
    </message>
    <message>
        <source>Enter the address of the service.</source>
        <translation>सर्विस का पता लिखें।</translation>
    </message>
    <message>
        <source>Enter the name of this till.</source>
        <translation>इस काउंटर का नाम लिखें।</translation>
    </message>
    <message>
        <source>Enter the key and the secret, or neither.</source>
        <translation>कुंजी और सीक्रेट दोनों लिखें, या कोई नहीं।</translation>
    </message>
    <message>
        <source>{setting}: {problem}</source>
        <translation>{setting}: {problem}</translation>
    </message>
    <message>
        <source>Connecting to the service…</source>
        <translation>सर्विस से संपर्क हो रहा है…</translation>
    </message>
</context>
<context>
    <name>SetupSide</name>
    <message>
        <source>Three short pages</source>
        <translation>तीन छोटे पेज</translation>
    </message>
    <message>
        <source>Your company’s support has given you the address, the name and the password.</source>
        <translation>आपकी कंपनी के सपोर्ट ने आपको पता, नाम और पासवर्ड दिया है।</translation>
    </message>
    <message>
        <source>Page 2 opens once the test has passed.</source>
        <translation>परीक्षण सफल होने पर पेज 2 खुलेगा।</translation>
    </message>
    <message>
        <source>The password is kept in this computer’s keyring, never in a file.</source>
        <translation>पासवर्ड इस कंप्यूटर की कीरिंग में रहता है, फ़ाइल में कभी नहीं।</translation>
    </message>
    <message>
        <source>Only looking?</source>
        <translation>केवल देख रहे हैं?</translation>
    </message>
    <message>
        <source>No account, no network. You can leave it again at any time.</source>
        <translation>न खाता, न नेटवर्क। आप कभी भी छोड़ सकते हैं।</translation>
    </message>
    <message>
        <source>Try with sample customers</source>
        <translation>नमूना ग्राहकों के साथ आज़माएँ</translation>
    </message>
</context>
<context>
    <name>SignOnPage</name>
    <message>
        <source>Who is at the till?</source>
        <translation>काउंटर पर कौन है?</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>कैशियर</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Sign on</source>
        <translation>लॉगिन करें</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Choose your name, or type your name or number under Cashier.</source>
        <translation>अपना नाम चुनें, या “कैशियर” के नीचे अपना नाम या नंबर लिखें।</translation>
    </message>
    <message>
        <source>Not in the list? Type your name or number under Cashier.</source>
        <translation>सूची में नहीं हैं? “कैशियर” के नीचे अपना नाम या नंबर लिखें।</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>जाँच हो रही है…</translation>
    </message>
    <message>
        <source>{unknown}. Do not redeem again.</source>
        <translation>{unknown}। दोबारा रिडीम न करें।</translation>
    </message>
    <message>
        <source>{unknown}. Do not redeem bill {bill} again.</source>
        <translation>{unknown}। बिल {bill} के लिए दोबारा रिडीम न करें।</translation>
    </message>
</context>
<context>
    <name>SigningOn</name>
    <message>
        <source>The till is not ready yet. Try again in a moment.</source>
        <translation>काउंटर अभी तैयार नहीं है। थोड़ी देर में फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>Enter your name or number.</source>
        <translation>अपना नाम या नंबर डालें।</translation>
    </message>
    <message>
        <source>Enter your PIN.</source>
        <translation>अपना PIN डालें।</translation>
    </message>
    <message>
        <source>The POS says that {named} serves, but {cashier} has signed on and is recorded. Sign off if that is wrong.</source>
        <translation>POS के अनुसार {named} काउंटर पर हैं, पर लॉगिन {cashier} ने किया है और वही नाम दर्ज होता है। यह गलत हो तो लॉगआउट करें।</translation>
    </message>
</context>
<context>
    <name>StandingWarning</name>
    <message>
        <source>Warning</source>
        <translation>चेतावनी</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Redeemed</source>
        <translation>रिडीम हुआ</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>अस्वीकृत</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>नहीं भेजा गया</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>अभी पता नहीं</translation>
    </message>
    <message>
        <source>Not redeemed</source>
        <translation>रिडीम नहीं हुआ</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>लौटाए गए</translation>
    </message>
</context>
<context>
    <name>SupervisorForm</name>
    <message>
        <source>Supervisor’s PIN</source>
        <translation>सुपरवाइज़र का PIN</translation>
    </message>
    <message>
        <source>Why is there no code?</source>
        <translation>कोड क्यों नहीं है?</translation>
    </message>
    <message>
        <source>The approval and the reason are kept with this redemption; the PIN is not.</source>
        <translation>सुपरवाइज़र की अनुमति और वजह इस रिडेम्प्शन के रिकॉर्ड में रहेंगी; PIN नहीं।</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>वापस जाएँ</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Allow and redeem</source>
        <translation>अनुमति दें और रिडीम करें</translation>
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
        <translation>सपोर्ट फ़ाइल</translation>
    </message>
    <message>
        <source>This is what the file will contain. It has no number, name or e-mail address of a customer, no code and no password.</source>
        <translation>फ़ाइल में यह होगा। इसमें किसी ग्राहक का नंबर, नाम या ईमेल पता नहीं है, न कोई कोड, न पासवर्ड।</translation>
    </message>
    <message>
        <source>Contents of the support file</source>
        <translation>सपोर्ट फ़ाइल की सामग्री</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Save support file</source>
        <translation>सपोर्ट फ़ाइल सेव करें</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n फ़ाइल</numerusform>
            <numerusform>%n फ़ाइलें</numerusform>
        </translation>
    </message>
    <message>
        <source>{count}, {size} as a zip</source>
        <translation>{count}, zip में {size}</translation>
    </message>
    <message>
        <source>About this file, and versions</source>
        <translation>इस फ़ाइल के बारे में, और संस्करण</translation>
    </message>
    <message>
        <source>Settings, without secrets</source>
        <translation>सेटिंग्स, गोपनीय बातों के बिना</translation>
    </message>
    <message>
        <source>What was checked, and the results</source>
        <translation>क्या जाँचा गया, और नतीजे</translation>
    </message>
    <message>
        <source>Redemptions as numbers only</source>
        <translation>रिडेम्प्शन, केवल आँकड़ों में</translation>
    </message>
    <message>
        <source>What the program did</source>
        <translation>प्रोग्राम ने क्या किया</translation>
    </message>
    <message>
        <source>Report of a crash</source>
        <translation>प्रोग्राम अचानक बंद होने की रिपोर्ट</translation>
    </message>
</context>
<context>
    <name>Switch</name>
    <message>
        <source>On</source>
        <translation>चालू</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>बंद</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Error: {why}</source>
        <translation>त्रुटि: {why}</translation>
    </message>
</context>
<context>
    <name>TillView</name>
    <message>
        <source>Training</source>
        <translation>ट्रेनिंग</translation>
    </message>
    <message>
        <source>What you typed while the till was busy was ignored. Type it again.</source>
        <translation>काउंटर के व्यस्त रहते आपने जो लिखा, वह नहीं लिया गया। फिर से लिखें।</translation>
    </message>
</context>
<context>
    <name>TodayList</name>
    <message>
        <source>Today</source>
        <translation>आज</translation>
    </message>
    <message>
        <source>History</source>
        <translation>हिस्ट्री</translation>
    </message>
    <message>
        <source>History of today</source>
        <translation>आज की हिस्ट्री</translation>
    </message>
    <message numerus="yes">
        <source>{count} redeemed</source>
        <translation>
            <numerusform>{count} रिडेम्प्शन</numerusform>
            <numerusform>{count} रिडेम्प्शन</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} पॉइंट</numerusform>
            <numerusform>{points} पॉइंट</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points given back</source>
        <translation>
            <numerusform>{points} पॉइंट लौटाया गया</numerusform>
            <numerusform>{points} पॉइंट लौटाए गए</numerusform>
        </translation>
    </message>
    <message>
        <source>No redemptions yet today.</source>
        <translation>आज अभी कोई रिडेम्प्शन नहीं हुआ।</translation>
    </message>
</context>
<context>
    <name>TrailWords</name>
    <message>
        <source>Recorded and sent</source>
        <translation>दर्ज करके भेजा</translation>
    </message>
    <message>
        <source>Sent again with the same reference</source>
        <translation>उसी रेफ़रेंस से फिर भेजा</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>रिडीम हुआ</translation>
    </message>
    <message>
        <source>Found: redeemed</source>
        <translation>मिला: रिडीम हुआ था</translation>
    </message>
    <message>
        <source>Balance learned</source>
        <translation>बैलेंस पता चला</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>अस्वीकृत</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>नहीं भेजा गया</translation>
    </message>
    <message>
        <source>Proved not redeemed</source>
        <translation>साबित: रिडीम नहीं हुआ</translation>
    </message>
    <message>
        <source>No answer that proves it</source>
        <translation>साबित करने वाला जवाब नहीं</translation>
    </message>
    <message>
        <source>Perhaps found</source>
        <translation>शायद मिला</translation>
    </message>
    <message>
        <source>Asked: not there yet</source>
        <translation>पूछा: अभी नहीं है</translation>
    </message>
    <message>
        <source>Waited for a busy service</source>
        <translation>व्यस्त सर्विस का इंतज़ार किया</translation>
    </message>
    <message>
        <source>Signed in again, looked, and sent again</source>
        <translation>फिर लॉगिन किया, देखा और फिर भेजा</translation>
    </message>
    <message>
        <source>All points given back</source>
        <translation>सभी पॉइंट लौटाए गए</translation>
    </message>
    <message>
        <source>Points given back</source>
        <translation>लौटाए गए पॉइंट</translation>
    </message>
    <message>
        <source>A supervisor agreed</source>
        <translation>सुपरवाइज़र ने अनुमति दी</translation>
    </message>
    <message>
        <source>A supervisor did not agree</source>
        <translation>सुपरवाइज़र ने अनुमति नहीं दी</translation>
    </message>
    <message>
        <source>Settled by hand</source>
        <translation>हाथ से निपटाया</translation>
    </message>
    <message>
        <source>Taken over by {cashier}</source>
        <translation>{cashier} ने संभाला</translation>
    </message>
    <message>
        <source>Asked for again</source>
        <translation>फिर से माँगा गया</translation>
    </message>
    <message>
        <source>No code needed</source>
        <translation>कोड ज़रूरी नहीं</translation>
    </message>
    <message>
        <source>Without a code</source>
        <translation>बिना कोड</translation>
    </message>
    <message>
        <source>Bill number sent</source>
        <translation>बिल नंबर भेजा</translation>
    </message>
    <message>
        <source>Bill number attached</source>
        <translation>बिल नंबर जोड़ा गया</translation>
    </message>
    <message>
        <source>Taken from another journal</source>
        <translation>दूसरे रिकॉर्ड से लिया गया</translation>
    </message>
    <message>
        <source>Personal data deleted</source>
        <translation>निजी डेटा हटाया गया</translation>
    </message>
    <message>
        <source>Found: given back</source>
        <translation>मिला: लौटाए गए</translation>
    </message>
    <message>
        <source>Proved not given back</source>
        <translation>साबित: नहीं लौटाए गए</translation>
    </message>
    <message>
        <source>Giving back: {event}</source>
        <translation>लौटाना: {event}</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Redeem points</source>
        <translation>पॉइंट रिडीम करें</translation>
    </message>
    <message>
        <source>Type Asha’s mobile number, 97777 88221, and press Enter.</source>
        <translation>आशा का मोबाइल नंबर 97777 88221 लिखें और Enter दबाएँ।</translation>
    </message>
    <message>
        <source>Type 10 points and press Enter. Asha’s phone gets a code.</source>
        <translation>10 पॉइंट लिखें और Enter दबाएँ। आशा के फ़ोन पर कोड आता है।</translation>
    </message>
    <message>
        <source>Type the code from the member’s phone and press Enter.</source>
        <translation>मेंबर के फ़ोन का कोड लिखें और Enter दबाएँ।</translation>
    </message>
    <message>
        <source>A wrong code</source>
        <translation>गलत कोड</translation>
    </message>
    <message>
        <source>Asha misreads the code: type WRONG1 and press Enter.</source>
        <translation>आशा कोड गलत पढ़ती है: WRONG1 लिखें और Enter दबाएँ।</translation>
    </message>
    <message>
        <source>No points were taken. Now type the code as it is on the phone.</source>
        <translation>कोई पॉइंट नहीं कटा। अब कोड वैसा ही लिखें जैसा फ़ोन पर है।</translation>
    </message>
    <message>
        <source>More points than there are</source>
        <translation>मौजूद से अधिक पॉइंट</translation>
    </message>
    <message>
        <source>Type Vikram’s mobile number, 98765 43001, and press Enter.</source>
        <translation>विक्रम का मोबाइल नंबर 98765 43001 लिखें और Enter दबाएँ।</translation>
    </message>
    <message>
        <source>He asks for 20 points but has fewer: type 20 and press Enter.</source>
        <translation>वह 20 पॉइंट माँगता है पर कम हैं: 20 लिखें और Enter दबाएँ।</translation>
    </message>
    <message>
        <source>Press F6 for all that he has, then Enter.</source>
        <translation>उसके सभी पॉइंट के लिए F6 दबाएँ, फिर Enter।</translation>
    </message>
    <message>
        <source>An answer that gets lost</source>
        <translation>खोया हुआ जवाब</translation>
    </message>
    <message>
        <source>Type the code and press Enter. This time the answer gets lost.</source>
        <translation>कोड लिखें और Enter दबाएँ। इस बार जवाब खो जाता है।</translation>
    </message>
    <message>
        <source>Read what the till says. Do not redeem again. Press Enter for the next customer.</source>
        <translation>काउंटर क्या कहता है पढ़ें। दोबारा रिडीम न करें। अगले ग्राहक के लिए Enter दबाएँ।</translation>
    </message>
    <message>
        <source>The till finds out by itself. Wait until it tells you.</source>
        <translation>काउंटर खुद पता लगाता है। उसके बताने तक रुकें।</translation>
    </message>
    <message>
        <source>Give points back</source>
        <translation>पॉइंट लौटाएँ</translation>
    </message>
    <message>
        <source>Asha changes her mind. Open History with F2 and press “Give points back”.</source>
        <translation>आशा मन बदलती है। F2 से हिस्ट्री खोलें और “पॉइंट लौटाएँ” दबाएँ।</translation>
    </message>
    <message>
        <source>Enter all the points and a reason, then press “Give back”.</source>
        <translation>सभी पॉइंट और वजह लिखें, फिर “लौटाएँ” दबाएँ।</translation>
    </message>
    <message>
        <source>Everyday customers</source>
        <translation>रोज़ के ग्राहक</translation>
    </message>
    <message>
        <source>Programs and groups</source>
        <translation>प्रोग्राम और ग्रुप</translation>
    </message>
    <message>
        <source>Limits on points</source>
        <translation>पॉइंट की सीमाएँ</translation>
    </message>
    <message>
        <source>Trouble with the code</source>
        <translation>कोड की परेशानी</translation>
    </message>
    <message>
        <source>Cannot be found</source>
        <translation>नहीं मिलते</translation>
    </message>
    <message>
        <source>May not redeem</source>
        <translation>रिडीम नहीं कर सकते</translation>
    </message>
    <message>
        <source>Refused at the last moment</source>
        <translation>आखिरी क्षण में अस्वीकृत</translation>
    </message>
    <message>
        <source>Giving points back</source>
        <translation>पॉइंट लौटाना</translation>
    </message>
    <message>
        <source>Slow or no answer</source>
        <translation>धीमा या कोई जवाब नहीं</translation>
    </message>
    <message>
        <source>The points move, the answer is lost</source>
        <translation>पॉइंट कट गए, जवाब खो गया</translation>
    </message>
    <message>
        <source>Nothing is done</source>
        <translation>कुछ नहीं होता</translation>
    </message>
    <message>
        <source>The service is busy</source>
        <translation>सर्विस व्यस्त है</translation>
    </message>
    <message>
        <source>The code is wrong</source>
        <translation>कोड गलत है</translation>
    </message>
    <message>
        <source>The till cannot sign in</source>
        <translation>काउंटर लॉगिन नहीं कर सकता</translation>
    </message>
    <message>
        <source>Odd answers</source>
        <translation>अजीब जवाब</translation>
    </message>
    <message>
        <source>Everything works: 1,991 points to redeem.</source>
        <translation>सब ठीक चलता है: रिडीम करने के लिए 1,991 पॉइंट।</translation>
    </message>
    <message>
        <source>Exactly 12.345 points, for parts of a point.</source>
        <translation>ठीक 12.345 पॉइंट, पॉइंट के हिस्सों के लिए।</translation>
    </message>
    <message>
        <source>No points at all.</source>
        <translation>एक भी पॉइंट नहीं।</translation>
    </message>
    <message>
        <source>A very large balance: 123,456,789.125 points.</source>
        <translation>बहुत बड़ा बैलेंस: 12,34,56,789.125 पॉइंट।</translation>
    </message>
    <message>
        <source>Several programs; in Travel Club a point is worth 0.5, Partner Miles cannot be redeemed</source>
        <translation>कई प्रोग्राम; Travel Club में एक पॉइंट 0.5 का है, Partner Miles रिडीम नहीं हो सकते</translation>
    </message>
    <message>
        <source>Has few points, but her family group has 5,000.</source>
        <translation>पॉइंट कम हैं, पर उनके परिवार के ग्रुप के पास 5,000 हैं।</translation>
    </message>
    <message>
        <source>The primary member of the same family group.</source>
        <translation>उसी परिवार के ग्रुप की मुख्य मेंबर।</translation>
    </message>
    <message>
        <source>A name in Arabic script.</source>
        <translation>अरबी लिपि में नाम।</translation>
    </message>
    <message>
        <source>A very long name.</source>
        <translation>बहुत लंबा नाम।</translation>
    </message>
    <message>
        <source>This account was merged into another one of hers, which answers instead.</source>
        <translation>यह खाता उनके दूसरे खाते में मिला दिया गया, जो इसकी जगह जवाब देता है।</translation>
    </message>
    <message>
        <source>The account that took over a merged one.</source>
        <translation>वह खाता जिसमें दूसरा खाता मिलाया गया।</translation>
    </message>
    <message>
        <source>Has made a missed call: no code is needed.</source>
        <translation>मिस्ड कॉल कर चुके हैं: कोड की ज़रूरत नहीं।</translation>
    </message>
    <message>
        <source>412 of her 1,991 points expire in 8 days.</source>
        <translation>उनके 1,991 में से 412 पॉइंट 8 दिन में एक्सपायर होंगे।</translation>
    </message>
    <message>
        <source>Of each redemption, 40 points have expired when they are given back.</source>
        <translation>हर बार लौटाते समय 40 पॉइंट एक्सपायर हो चुके होते हैं।</translation>
    </message>
    <message>
        <source>Has been sent too many codes</source>
        <translation>बहुत अधिक कोड भेजे जा चुके हैं</translation>
    </message>
    <message>
        <source>Is locked twice, then it works</source>
        <translation>दो बार लॉक रहता है, फिर चलता है</translation>
    </message>
    <message>
        <source>Gets a code, but every code is called wrong</source>
        <translation>कोड मिलता है, पर हर कोड गलत बताया जाता है</translation>
    </message>
    <message>
        <source>Can redeem, but a code cannot be made</source>
        <translation>रिडीम कर सकते हैं, पर कोड नहीं बन पाता</translation>
    </message>
    <message>
        <source>Cannot be looked up: marked as fraud</source>
        <translation>खोजा नहीं जा सकता: धोखाधड़ी का निशान</translation>
    </message>
    <message>
        <source>Has not joined the loyalty program</source>
        <translation>लॉयल्टी प्रोग्राम में शामिल नहीं हुए</translation>
    </message>
    <message>
        <source>Is refused for too few points</source>
        <translation>बहुत कम पॉइंट होने से अस्वीकृत</translation>
    </message>
    <message>
        <source>Is refused for too few current points</source>
        <translation>बहुत कम मौजूदा पॉइंट होने से अस्वीकृत</translation>
    </message>
    <message>
        <source>Has not collected enough points in total</source>
        <translation>कुल मिलाकर पर्याप्त पॉइंट नहीं जुटाए</translation>
    </message>
    <message>
        <source>Has not bought enough in total</source>
        <translation>कुल मिलाकर पर्याप्त खरीदारी नहीं की</translation>
    </message>
    <message>
        <source>May only redeem multiples of 50</source>
        <translation>केवल 50 के गुणज में रिडीम कर सकते हैं</translation>
    </message>
    <message>
        <source>Is marked as fraud</source>
        <translation>धोखाधड़ी का निशान लगा है</translation>
    </message>
    <message>
        <source>Is refused for too few points for a redemption</source>
        <translation>रिडेम्प्शन के लिए बहुत कम पॉइंट होने से अस्वीकृत</translation>
    </message>
    <message>
        <source>Gets a code, but then points cannot be processed at the moment</source>
        <translation>कोड मिलता है, पर फिर पॉइंट अभी संसाधित नहीं हो सकते</translation>
    </message>
    <message>
        <source>Gets a code, but then the redemption fails</source>
        <translation>कोड मिलता है, पर फिर रिडेम्प्शन नहीं होता</translation>
    </message>
    <message>
        <source>May redeem at most 500 points at a time</source>
        <translation>एक बार में अधिकतम 500 पॉइंट रिडीम कर सकते हैं</translation>
    </message>
    <message>
        <source>Is marked as fraud, by another number</source>
        <translation>धोखाधड़ी का निशान लगा है, दूसरे नंबर से</translation>
    </message>
    <message>
        <source>Must redeem at least 100 points</source>
        <translation>कम से कम 100 पॉइंट रिडीम करने होंगे</translation>
    </message>
    <message>
        <source>Cannot use a missed call; a code works</source>
        <translation>मिस्ड कॉल नहीं चलती; कोड चलता है</translation>
    </message>
    <message>
        <source>Has not confirmed the mobile number</source>
        <translation>मोबाइल नंबर की पुष्टि नहीं की</translation>
    </message>
    <message>
        <source>Gets a code, but then a signature is required</source>
        <translation>कोड मिलता है, पर फिर हस्ताक्षर चाहिए</translation>
    </message>
    <message>
        <source>Is refused because of a wrong set-up</source>
        <translation>गलत सेट-अप की वजह से अस्वीकृत</translation>
    </message>
    <message>
        <source>Is refused because redeeming is not enabled</source>
        <translation>रिडीम करना चालू न होने से अस्वीकृत</translation>
    </message>
    <message>
        <source>Is in a group that may not redeem</source>
        <translation>ऐसे ग्रुप में हैं जो रिडीम नहीं कर सकता</translation>
    </message>
    <message>
        <source>Gets a code, but then the time is not accepted</source>
        <translation>कोड मिलता है, पर फिर समय स्वीकार नहीं होता</translation>
    </message>
    <message>
        <source>Can redeem, but a code cannot be sent</source>
        <translation>रिडीम कर सकते हैं, पर कोड भेजा नहीं जा सकता</translation>
    </message>
    <message>
        <source>Is known, but not in the loyalty program</source>
        <translation>पहचाने जाते हैं, पर लॉयल्टी प्रोग्राम में नहीं</translation>
    </message>
    <message>
        <source>Is refused because points cannot be processed at the moment</source>
        <translation>अस्वीकृत, क्योंकि पॉइंट अभी संसाधित नहीं हो सकते</translation>
    </message>
    <message>
        <source>Redeems, but points cannot be given back at the moment</source>
        <translation>रिडीम करते हैं, पर पॉइंट अभी लौटाए नहीं जा सकते</translation>
    </message>
    <message>
        <source>Redeems, but giving points back is not enabled</source>
        <translation>रिडीम करते हैं, पर पॉइंट लौटाना चालू नहीं है</translation>
    </message>
    <message>
        <source>Cannot be looked up: not in the program</source>
        <translation>खोजा नहीं जा सकता: प्रोग्राम में नहीं</translation>
    </message>
    <message>
        <source>Cannot be looked up: no permission</source>
        <translation>खोजा नहीं जा सकता: अनुमति नहीं</translation>
    </message>
    <message>
        <source>Sees a program that the service no longer knows</source>
        <translation>ऐसा प्रोग्राम दिखता है जिसे सर्विस अब नहीं जानती</translation>
    </message>
    <message>
        <source>Is in a group that the service no longer knows</source>
        <translation>ऐसे ग्रुप में हैं जिसे सर्विस अब नहीं जानती</translation>
    </message>
    <message>
        <source>Is marked as fraud, by a third number</source>
        <translation>धोखाधड़ी का निशान लगा है, तीसरे नंबर से</translation>
    </message>
    <message>
        <source>Is refused because of a wrong group set-up</source>
        <translation>ग्रुप के गलत सेट-अप की वजह से अस्वीकृत</translation>
    </message>
    <message>
        <source>Gets a code, but then no valid code is found</source>
        <translation>कोड मिलता है, पर फिर कोई मान्य कोड नहीं मिलता</translation>
    </message>
    <message>
        <source>Every answer takes 2 seconds</source>
        <translation>हर जवाब में 2 सेकंड लगते हैं</translation>
    </message>
    <message>
        <source>No answer ever comes, nothing is done</source>
        <translation>जवाब कभी नहीं आता, कुछ नहीं होता</translation>
    </message>
    <message>
        <source>The points move, then no answer ever comes</source>
        <translation>पॉइंट कट जाते हैं, फिर जवाब कभी नहीं आता</translation>
    </message>
    <message>
        <source>The answer comes byte by byte</source>
        <translation>जवाब बाइट-बाइट करके आता है</translation>
    </message>
    <message>
        <source>The points move, then the answer is lost</source>
        <translation>पॉइंट कट जाते हैं, फिर जवाब खो जाता है</translation>
    </message>
    <message>
        <source>The connection is cut before anything is done</source>
        <translation>कुछ होने से पहले कनेक्शन टूट जाता है</translation>
    </message>
    <message>
        <source>The service asks to come back later</source>
        <translation>सर्विस बाद में आने को कहती है</translation>
    </message>
    <message>
        <source>The service says when to come back</source>
        <translation>सर्विस बताती है कि कब आना है</translation>
    </message>
    <message>
        <source>The member is being served elsewhere</source>
        <translation>मेंबर का काम कहीं और चल रहा है</translation>
    </message>
    <message>
        <source>An error page comes, nothing is done</source>
        <translation>त्रुटि पेज आता है, कुछ नहीं होता</translation>
    </message>
    <message>
        <source>The points move, then an error page comes</source>
        <translation>पॉइंट कट जाते हैं, फिर त्रुटि पेज आता है</translation>
    </message>
    <message>
        <source>The service has a fault</source>
        <translation>सर्विस में खराबी है</translation>
    </message>
    <message>
        <source>The service is down</source>
        <translation>सर्विस बंद पड़ी है</translation>
    </message>
    <message>
        <source>The service is closed for a while</source>
        <translation>सर्विस कुछ समय के लिए बंद है</translation>
    </message>
    <message>
        <source>The service takes too long and gives up</source>
        <translation>सर्विस बहुत देर लगाकर छोड़ देती है</translation>
    </message>
    <message>
        <source>The code has expired</source>
        <translation>कोड एक्सपायर हो चुका है</translation>
    </message>
    <message>
        <source>The member reads out a wrong code</source>
        <translation>मेंबर गलत कोड पढ़ते हैं</translation>
    </message>
    <message>
        <source>Answers are written in another way</source>
        <translation>जवाब दूसरे ढंग से लिखे होते हैं</translation>
    </message>
    <message>
        <source>The points move, then the answer breaks off</source>
        <translation>पॉइंट कट जाते हैं, फिर जवाब बीच में टूट जाता है</translation>
    </message>
    <message>
        <source>The points move, the answer is half of one</source>
        <translation>पॉइंट कट जाते हैं, जवाब आधा ही है</translation>
    </message>
    <message>
        <source>Redemptions show up late</source>
        <translation>रिडेम्प्शन देर से दिखते हैं</translation>
    </message>
    <message>
        <source>Look-ups show every redemption</source>
        <translation>खोज में हर रिडेम्प्शन दिखता है</translation>
    </message>
    <message>
        <source>Points that came back show up late</source>
        <translation>लौटे हुए पॉइंट देर से दिखते हैं</translation>
    </message>
    <message>
        <source>The points come back, then the service says no</source>
        <translation>पॉइंट लौट आते हैं, फिर सर्विस मना करती है</translation>
    </message>
    <message>
        <source>The service does not accept this till</source>
        <translation>सर्विस इस काउंटर को स्वीकार नहीं करती</translation>
    </message>
    <message>
        <source>The points move, then the till is not accepted</source>
        <translation>पॉइंट कट जाते हैं, फिर काउंटर स्वीकार नहीं होता</translation>
    </message>
    <message>
        <source>The service says that the token has expired</source>
        <translation>सर्विस कहती है कि टोकन एक्सपायर हो गया</translation>
    </message>
    <message>
        <source>The points move, then the token has expired</source>
        <translation>पॉइंट कट जाते हैं, फिर टोकन एक्सपायर हो जाता है</translation>
    </message>
    <message>
        <source>A new token expires at once</source>
        <translation>नया टोकन तुरंत एक्सपायर हो जाता है</translation>
    </message>
    <message>
        <source>The service gives no token</source>
        <translation>सर्विस टोकन नहीं देती</translation>
    </message>
    <message>
        <source>No answer comes when a token is asked for</source>
        <translation>टोकन माँगने पर जवाब नहीं आता</translation>
    </message>
    <message>
        <source>The connection is cut when a token is asked for</source>
        <translation>टोकन माँगने पर कनेक्शन टूट जाता है</translation>
    </message>
    <message>
        <source>Something else comes in place of a token</source>
        <translation>टोकन की जगह कुछ और आता है</translation>
    </message>
    <message>
        <source>The service does not accept key and secret</source>
        <translation>सर्विस कुंजी और सीक्रेट स्वीकार नहीं करती</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Phone</source>
        <translation>फ़ोन</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>मेंबर</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>पाठ</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>नंबर पैड</translation>
    </message>
    <message numerus="yes">
        <source>Your code to redeem {points} points is {code}. It is good for %Ln minute(s).</source>
        <translation>
            <numerusform>{points} पॉइंट रिडीम करने का आपका कोड {code} है। यह %Ln मिनट तक चलेगा।</numerusform>
            <numerusform>{points} पॉइंट रिडीम करने का आपका कोड {code} है। यह %Ln मिनट तक चलेगा।</numerusform>
        </translation>
    </message>
    <message>
        <source>The member’s phone</source>
        <translation>मेंबर का फ़ोन</translation>
    </message>
    <message>
        <source>What goes wrong next</source>
        <translation>अब क्या गड़बड़ होगी</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>ट्रेनिंग</translation>
    </message>
    <message>
        <source>Nothing goes wrong</source>
        <translation>कोई गड़बड़ नहीं</translation>
    </message>
    <message>
        <source>Fill in {mobile}</source>
        <translation>{mobile} भरें</translation>
    </message>
</context>
<context>
    <name>TrialPrint</name>
    <message>
        <source>Printing a test page…</source>
        <translation>परीक्षण पेज छप रहा है…</translation>
    </message>
    <message>
        <source>Printed at {time}</source>
        <translation>{time} पर छपा</translation>
    </message>
    <message>
        <source>Sent to the printer at {time}</source>
        <translation>{time} पर प्रिंटर को भेजा</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>नहीं छपा</translation>
    </message>
</context>
<context>
    <name>UnknownPage</name>
    <message>
        <source>Not known yet</source>
        <translation>अभी पता नहीं</translation>
    </message>
    <message>
        <source>Redeem again</source>
        <translation>दोबारा रिडीम करें</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>अगला ग्राहक</translation>
    </message>
    <message>
        <source>The customer is waiting?</source>
        <translation>ग्राहक इंतज़ार कर रहा है?</translation>
    </message>
    <message>
        <source>Back to POS</source>
        <translation>POS पर लौटें</translation>
    </message>
    <message>
        <source>Bill {bill}</source>
        <translation>बिल {bill}</translation>
    </message>
    <message>
        <source>Hold bill {bill} until it is known.</source>
        <translation>पता चलने तक बिल {bill} होल्ड पर रखें।</translation>
    </message>
    <message>
        <source>Hold the bill until it is known.</source>
        <translation>पता चलने तक बिल होल्ड पर रखें।</translation>
    </message>
    <message>
        <source>Or take full payment. If points were used, give them back in History.</source>
        <translation>या पूरा भुगतान लें। पॉइंट इस्तेमाल हुए हों तो हिस्ट्री में लौटाएँ।</translation>
    </message>
    <message>
        <source>It was sent to another service, so this one cannot tell. Support can settle it.</source>
        <translation>यह दूसरी सर्विस को भेजा गया था, इसलिए यह सर्विस नहीं बता सकती। सपोर्ट इसे निपटा सकता है।</translation>
    </message>
    <message>
        <source>The service shows a redemption that may be this one. A supervisor or support can settle it.</source>
        <translation>सर्विस एक रिडेम्प्शन दिखाती है जो शायद यही है। सुपरवाइज़र या सपोर्ट इसे निपटा सकते हैं।</translation>
    </message>
    <message>
        <source>The till keeps checking.</source>
        <translation>काउंटर जाँचता रहेगा।</translation>
    </message>
    <message>
        <source>The till keeps checking, up to {span} more.</source>
        <translation>काउंटर जाँचता रहेगा, अधिकतम {span} और।</translation>
    </message>
    <message>
        <source>The outcome appears here, whatever this till is doing then.</source>
        <translation>नतीजा यहाँ दिखेगा, काउंटर तब कुछ भी कर रहा हो।</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>सर्विस ने समय पर जवाब नहीं दिया।</translation>
    </message>
    <message>
        <source>The line was cut before the answer came.</source>
        <translation>जवाब आने से पहले लाइन कट गई।</translation>
    </message>
    <message>
        <source>The service reported a fault of its own.</source>
        <translation>सर्विस ने अपनी खराबी बताई।</translation>
    </message>
    <message>
        <source>The answer of the service could not be read.</source>
        <translation>सर्विस का जवाब पढ़ा नहीं जा सका।</translation>
    </message>
    <message>
        <source>The answer of the service contradicts itself.</source>
        <translation>सर्विस का जवाब आपस में विरोधी है।</translation>
    </message>
    <message>
        <source>The till was closed before the answer came.</source>
        <translation>जवाब आने से पहले काउंटर बंद हुआ।</translation>
    </message>
    <message>
        <source>The service refused it, but that does not show whether the points were used.</source>
        <translation>सर्विस ने अस्वीकार किया, पर इससे पता नहीं चलता कि पॉइंट इस्तेमाल हुए या नहीं।</translation>
    </message>
    <message>
        <source>The answer that came belongs to another request.</source>
        <translation>जो जवाब आया वह दूसरे अनुरोध का है।</translation>
    </message>
    <message>
        <source>Do not redeem again.</source>
        <translation>दोबारा रिडीम न करें।</translation>
    </message>
    <message>
        <source>The points were not redeemed</source>
        <translation>पॉइंट रिडीम नहीं हुए</translation>
    </message>
    <message numerus="yes">
        <source>The till has asked several times: none of the {points} points were taken. You can redeem again.</source>
        <translation>
            <numerusform>काउंटर ने कई बार पूछा: {points} में से एक भी पॉइंट नहीं कटा। आप दोबारा रिडीम कर सकते हैं।</numerusform>
            <numerusform>काउंटर ने कई बार पूछा: {points} में से एक भी पॉइंट नहीं कटा। आप दोबारा रिडीम कर सकते हैं।</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpdateWatch</name>
    <message>
        <source>An update is being installed. The till closes now. Open it again in a minute.</source>
        <translation>अपडेट इंस्टॉल हो रहा है। प्रोग्राम अब बंद होगा। एक मिनट बाद इसे फिर खोलें।</translation>
    </message>
    <message>
        <source>An update is waiting. The till closes when this customer is done.</source>
        <translation>अपडेट आने वाला है। इस ग्राहक का काम पूरा होने पर प्रोग्राम बंद होगा।</translation>
    </message>
</context>
<context>
    <name>WhatIsKnown</name>
    <message>
        <source>What is known</source>
        <translation>जो पता है</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>मेंबर</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>मोबाइल</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>पॉइंट</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>मूल्य</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>बिल</translation>
    </message>
    <message>
        <source>Reference for support</source>
        <translation>सपोर्ट के लिए रेफ़रेंस</translation>
    </message>
    <message>
        <source>in {span}</source>
        <translation>{span} में</translation>
    </message>
    <message>
        <source>now</source>
        <translation>अभी</translation>
    </message>
    <message>
        <source>Asks again</source>
        <translation>फिर पूछेगा</translation>
    </message>
    <message>
        <source>Recorded and sent</source>
        <translation>दर्ज करके भेजा</translation>
    </message>
    <message>
        <source>No answer that proves it</source>
        <translation>साबित करने वाला जवाब नहीं</translation>
    </message>
    <message>
        <source>Asked: not there yet</source>
        <translation>पूछा: अभी नहीं है</translation>
    </message>
    <message>
        <source>Asked: no answer</source>
        <translation>पूछा: कोई जवाब नहीं</translation>
    </message>
    <message>
        <source>Asked: perhaps found</source>
        <translation>पूछा: शायद मिला</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} पॉइंट</numerusform>
            <numerusform>{points} पॉइंट</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter how many points the member wants to redeem.</source>
        <translation>मेंबर जितने पॉइंट रिडीम करना चाहे, डालें।</translation>
    </message>
    <message>
        <source>Type digits only, with one mark for part of a point.</source>
        <translation>सिर्फ़ अंक लिखें, पॉइंट के हिस्से के लिए एक दशमलव।</translation>
    </message>
    <message>
        <source>Leave out the marks that group thousands. Use one mark, for part of a point.</source>
        <translation>हज़ार वाले निशान न लगाएँ। सिर्फ़ एक दशमलव लगाएँ।</translation>
    </message>
    <message>
        <source>Points have at most three decimal places.</source>
        <translation>पॉइंट में दशमलव के बाद ज़्यादा से ज़्यादा तीन अंक।</translation>
    </message>
    <message>
        <source>Enter more than 0 points.</source>
        <translation>0 से ज़्यादा पॉइंट डालें।</translation>
    </message>
    <message>
        <source>Points are redeemed in steps of {points}.</source>
        <translation>पॉइंट {points} के गुणज में रिडीम होते हैं।</translation>
    </message>
    <message numerus="yes">
        <source>At most {points} points can be redeemed at one time.</source>
        <translation>
            <numerusform>एक बार में ज़्यादा से ज़्यादा {points} पॉइंट रिडीम हो सकते हैं।</numerusform>
            <numerusform>एक बार में ज़्यादा से ज़्यादा {points} पॉइंट रिडीम हो सकते हैं।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least {points} points have to be redeemed.</source>
        <translation>
            <numerusform>कम से कम {points} पॉइंट रिडीम करने होंगे।</numerusform>
            <numerusform>कम से कम {points} पॉइंट रिडीम करने होंगे।</numerusform>
        </translation>
    </message>
    <message>
        <source>That is too many points. Check the number.</source>
        <translation>इतने पॉइंट किसी के पास नहीं हो सकते। नंबर जाँचें।</translation>
    </message>
    <message numerus="yes">
        <source>We do not know yet whether the {points} points were used</source>
        <translation>
            <numerusform>अभी पता नहीं कि {points} पॉइंट इस्तेमाल हुआ या नहीं</numerusform>
            <numerusform>अभी पता नहीं कि {points} पॉइंट इस्तेमाल हुए या नहीं</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>We do not know yet whether {name}’s {points} points were used</source>
        <translation>
            <numerusform>अभी पता नहीं कि {name} का {points} पॉइंट इस्तेमाल हुआ या नहीं</numerusform>
            <numerusform>अभी पता नहीं कि {name} के {points} पॉइंट इस्तेमाल हुए या नहीं</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points redeemed</source>
        <translation>
            <numerusform>{points} पॉइंट रिडीम हुआ</numerusform>
            <numerusform>{points} पॉइंट रिडीम हुए</numerusform>
        </translation>
    </message>
    <message>
        <source>take {value} off the bill</source>
        <translation>बिल से {value} घटाएँ</translation>
    </message>
    <message>
        <source>new balance {points}</source>
        <translation>नया बैलेंस {points}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a sentence</comment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were given back.</source>
        <translation>
            <numerusform>{points} पॉइंट लौटाया गया।</numerusform>
            <numerusform>{points} पॉइंट लौटाए गए।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{expired} of them had expired and did not come back.</source>
        <translation>
            <numerusform>{expired} एक्सपायर हो चुका था और नहीं लौटा।</numerusform>
            <numerusform>{expired} एक्सपायर हो चुके थे और नहीं लौटे।</numerusform>
        </translation>
    </message>
    <message>
        <source>New balance {balance}.</source>
        <translation>नया बैलेंस {balance}।</translation>
    </message>
    <message numerus="yes">
        <source>{points} points were refused: points can only be redeemed in fixed steps.</source>
        <translation>
            <numerusform>{points} पॉइंट स्वीकार नहीं हुए: पॉइंट सिर्फ़ तय गुणज में रिडीम होते हैं।</numerusform>
            <numerusform>{points} पॉइंट स्वीकार नहीं हुए: पॉइंट सिर्फ़ तय गुणज में रिडीम होते हैं।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fewer than {points} points can be redeemed at one time.</source>
        <translation>
            <numerusform>एक बार में {points} से कम पॉइंट रिडीम हो सकते हैं।</numerusform>
            <numerusform>एक बार में {points} से कम पॉइंट रिडीम हो सकते हैं।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than {points} points are needed here.</source>
        <translation>
            <numerusform>यहाँ {points} से ज़्यादा पॉइंट चाहिए।</numerusform>
            <numerusform>यहाँ {points} से ज़्यादा पॉइंट चाहिए।</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the member’s mobile number.</source>
        <translation>मेंबर का मोबाइल नंबर डालें।</translation>
    </message>
    <message>
        <source>Type the digits of the mobile number only.</source>
        <translation>सिर्फ़ मोबाइल नंबर के अंक लिखें।</translation>
    </message>
    <message>
        <source>The number is too short. Ask the member to say it again.</source>
        <translation>नंबर छोटा है। मेंबर से फिर से पूछें।</translation>
    </message>
    <message>
        <source>The number is too long. Ask the member to say it again.</source>
        <translation>नंबर ज़्यादा लंबा है। मेंबर से फिर से पूछें।</translation>
    </message>
    <message>
        <source>There is no such country code. Check the digits at the beginning.</source>
        <translation>ऐसा कोई देश कोड नहीं है। शुरू के अंक जाँचें।</translation>
    </message>
    <message>
        <source>That cannot be a mobile number. Ask the member to say it again.</source>
        <translation>यह मोबाइल नंबर नहीं हो सकता। मेंबर से फिर से पूछें।</translation>
    </message>
    <message>
        <source>Scan or type what identifies the member.</source>
        <translation>मेंबर को जिससे खोजना है, उसे स्कैन करें या लिखें।</translation>
    </message>
    <message>
        <source>That cannot belong to one member. Scan or type it again.</source>
        <translation>यह किसी एक मेंबर का नहीं हो सकता। फिर से स्कैन करें या लिखें।</translation>
    </message>
    <message>
        <source>An e-mail address needs one @ with text before and after it.</source>
        <translation>ईमेल में एक @ होता है, जिसके आगे-पीछे कुछ लिखा होता है।</translation>
    </message>
    <message>
        <source>Enter the code from the member’s phone.</source>
        <translation>मेंबर के फ़ोन पर आया कोड डालें।</translation>
    </message>
    <message>
        <source>That cannot be the code. Ask the member to read it again.</source>
        <translation>यह कोड नहीं हो सकता। मेंबर से फिर से पढ़ने को कहें।</translation>
    </message>
    <message>
        <source>That is the bar code of an article or a receipt. Enter the code from the member’s phone. If it is the code, press Enter once more.</source>
        <translation>यह किसी सामान या रसीद का बारकोड है। मेंबर के फ़ोन पर आया कोड डालें। अगर यही कोड है, तो एक बार और Enter दबाएँ।</translation>
    </message>
</context>
<context>
    <name>_Keys</name>
    <message>
        <source>Backspace</source>
        <translation>बैकस्पेस</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>शिफ़्ट</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>अक्षर</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>अंक</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>स्पेस</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>दशमलव चिह्न</translation>
    </message>
</context>
<context>
    <name>_LabelledChoice</name>
    <message>
        <source>Error: {why}</source>
        <translation>त्रुटि: {why}</translation>
    </message>
</context>
<context>
    <name>_PasswordControl</name>
    <message>
        <source>Set</source>
        <translation>सेट है</translation>
    </message>
</context>
<context>
    <name>_PinControl</name>
    <message>
        <source>Set</source>
        <translation>सेट है</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>सेट नहीं</translation>
    </message>
</context>
</TS>
