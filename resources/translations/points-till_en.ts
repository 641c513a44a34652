<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Bar</name>
    <message numerus="yes">
        <source>%Ln not known yet</source>
        <translation>
            <numerusform>%Ln not known yet</numerusform>
            <numerusform>%Ln not known yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>Today: %Ln redemption(s)</source>
        <translation>
            <numerusform>Today: %Ln redemption</numerusform>
            <numerusform>Today: %Ln redemptions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known yet</source>
        <translation>
            <numerusform>%Ln not known yet</numerusform>
            <numerusform>%Ln not known yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outcomes</name>
    <message numerus="yes">
        <source>%Ln redemption(s) from before are not known yet. The till is asking the service. Do not redeem them again.</source>
        <translation>
            <numerusform>%Ln redemption from before is not known yet. The till is asking the service. Do not redeem it again.</numerusform>
            <numerusform>%Ln redemptions from before are not known yet. The till is asking the service. Do not redeem them again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Redeeming</name>
    <message numerus="yes">
        <source>{so_far} points were redeemed on bill {bill} so far, in %Ln redemption(s). Redeem anyway only if more points are to be taken for this bill.</source>
        <translation>
            <numerusform>{so_far} points were redeemed on bill {bill} so far, in %Ln redemption. Redeem anyway only if more points are to be taken for this bill.</numerusform>
            <numerusform>{so_far} points were redeemed on bill {bill} so far, in %Ln redemptions. Redeem anyway only if more points are to be taken for this bill.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message numerus="yes">
        <source>Your code to redeem {points} points is {code}. It is good for %Ln minute(s).</source>
        <translation>
            <numerusform>Your code to redeem {points} points is {code}. It is good for %Ln minute.</numerusform>
            <numerusform>Your code to redeem {points} points is {code}. It is good for %Ln minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnknownPage</name>
    <message numerus="yes">
        <source>Asked %Ln time(s)</source>
        <translation>
            <numerusform>Asked once</numerusform>
            <numerusform>Asked %Ln times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%Ln point(s)</source>
        <translation>
            <numerusform>%Ln point</numerusform>
            <numerusform>%Ln points</numerusform>
        </translation>
    </message>
</context>
</TS>
