<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Bar</name>
    <message numerus="yes">
        <source>%n not known yet</source>
        <translation>
            <numerusform>%n not known yet</numerusform>
            <numerusform>%n not known yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>Today: %n redemption(s)</source>
        <translation>
            <numerusform>Today: %n redemption</numerusform>
            <numerusform>Today: %n redemptions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not known yet</source>
        <translation>
            <numerusform>%n not known yet</numerusform>
            <numerusform>%n not known yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outcomes</name>
    <message numerus="yes">
        <source>%n redemption(s) from before are not known yet. The till is asking the service. Do not redeem them again.</source>
        <translation>
            <numerusform>%n redemption from before is not known yet. The till is asking the service. Do not redeem it again.</numerusform>
            <numerusform>%n redemptions from before are not known yet. The till is asking the service. Do not redeem them again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message numerus="yes">
        <source>Your code to redeem {points} points is {code}. It is good for %n minute(s).</source>
        <translation>
            <numerusform>Your code to redeem {points} points is {code}. It is good for %n minute.</numerusform>
            <numerusform>Your code to redeem {points} points is {code}. It is good for %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnknownPage</name>
    <message numerus="yes">
        <source>Asked %n time(s)</source>
        <translation>
            <numerusform>Asked once</numerusform>
            <numerusform>Asked %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
</context>
</TS>
