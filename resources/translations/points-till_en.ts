<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Announcer</name>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} point</numerusform>
            <numerusform>{points} points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Banners</name>
    <message numerus="yes">
        <source>The POS has handed over %Ln bill(s).</source>
        <translation>
            <numerusform>The POS has handed over %Ln bill.</numerusform>
            <numerusform>The POS has handed over %Ln bills.</numerusform>
        </translation>
    </message>
</context>
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
    <name>ByHandPanel</name>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} point</numerusform>
            <numerusform>{points} points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChoicesForm</name>
    <message numerus="yes">
        <source>{program} · {points} points · {tier}</source>
        <translation>
            <numerusform>{program} · {points} point · {tier}</numerusform>
            <numerusform>{program} · {points} points · {tier}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{program} · {points} points</source>
        <translation>
            <numerusform>{program} · {points} point</numerusform>
            <numerusform>{program} · {points} points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeStep</name>
    <message numerus="yes">
        <source>Redeem {points} points</source>
        <translation>
            <numerusform>Redeem {points} point</numerusform>
            <numerusform>Redeem {points} points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fewer than {points} points can be redeemed without a code.</source>
        <translation>
            <numerusform>Fewer than {points} point can be redeemed without a code.</numerusform>
            <numerusform>Fewer than {points} points can be redeemed without a code.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerWindow</name>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} point</numerusform>
            <numerusform>{points} points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayFigures</name>
    <message numerus="yes">
        <source>%Ln redemption(s)</source>
        <translation>
            <numerusform>%Ln redemption</numerusform>
            <numerusform>%Ln redemptions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s)</source>
        <translation>
            <numerusform>%Ln time</numerusform>
            <numerusform>%Ln times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} point</numerusform>
            <numerusform>{points} points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points given back</source>
        <translation>
            <numerusform>{points} point given back</numerusform>
            <numerusform>{points} points given back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaySide</name>
    <message numerus="yes">
        <source>%Ln not known yet</source>
        <translation>
            <numerusform>%Ln not known yet</numerusform>
            <numerusform>%Ln not known yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln redemption(s) could not be compared. Try again later.</source>
        <translation>
            <numerusform>%Ln redemption could not be compared. Try again later.</numerusform>
            <numerusform>%Ln redemptions could not be compared. Try again later.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln agree with the service</source>
        <translation>
            <numerusform>%Ln agrees with the service</numerusform>
            <numerusform>All %Ln agree with the service</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s) from the service</source>
        <translation>
            <numerusform>%Ln difference from the service</numerusform>
            <numerusform>%Ln differences from the service</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} point</numerusform>
            <numerusform>{points} points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Drafting</name>
    <message numerus="yes">
        <source>The POS allows up to {points} points. Enter no more than that.</source>
        <translation>
            <numerusform>The POS allows up to {points} point. Enter no more than that.</numerusform>
            <numerusform>The POS allows up to {points} points. Enter no more than that.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The group has {points} points. Enter no more than that.</source>
        <translation>
            <numerusform>The group has {points} point. Enter no more than that.</numerusform>
            <numerusform>The group has {points} points. Enter no more than that.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The member has {points} points. Enter no more than that.</source>
        <translation>
            <numerusform>The member has {points} point. Enter no more than that.</numerusform>
            <numerusform>The member has {points} points. Enter no more than that.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GiveBackController</name>
    <message numerus="yes">
        <source>Only {points} points can be given back.</source>
        <translation>
            <numerusform>Only {points} point can be given back.</numerusform>
            <numerusform>Only {points} points can be given back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points of this redemption were already given back, but not at this till. Go on only if the customer returns something else now.</source>
        <translation>
            <numerusform>{points} point of this redemption was already given back, but not at this till. Go on only if the customer returns something else now.</numerusform>
            <numerusform>{points} points of this redemption were already given back, but not at this till. Go on only if the customer returns something else now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points of this redemption were already given back at {at} by {cashier}. Go on only if the customer returns something else now.</source>
        <translation>
            <numerusform>{points} point of this redemption was already given back at {at} by {cashier}. Go on only if the customer returns something else now.</numerusform>
            <numerusform>{points} points of this redemption were already given back at {at} by {cashier}. Go on only if the customer returns something else now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points of this redemption were already given back at {at}. Go on only if the customer returns something else now.</source>
        <translation>
            <numerusform>{points} point of this redemption was already given back at {at}. Go on only if the customer returns something else now.</numerusform>
            <numerusform>{points} points of this redemption were already given back at {at}. Go on only if the customer returns something else now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GiveBackPage</name>
    <message numerus="yes">
        <source>Give back {points} points again</source>
        <translation>
            <numerusform>Give back {points} point again</numerusform>
            <numerusform>Give back {points} points again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} point</numerusform>
            <numerusform>{points} points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give back {points} points</source>
        <translation>
            <numerusform>Give back {points} point</numerusform>
            <numerusform>Give back {points} points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GivenBackRow</name>
    <message numerus="yes">
        <source>{points} points given back</source>
        <translation>
            <numerusform>{points} point given back</numerusform>
            <numerusform>{points} points given back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupPanel</name>
    <message numerus="yes">
        <source>{group} · {points} points</source>
        <translation>
            <numerusform>{group} · {points} point</numerusform>
            <numerusform>{group} · {points} points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandOverBanner</name>
    <message numerus="yes">
        <source>up to {points} points</source>
        <translation>
            <numerusform>up to {points} point</numerusform>
            <numerusform>up to {points} points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeldWords</name>
    <message numerus="yes">
        <source>Bill {bill} is held: it is not known yet whether {points} points were redeemed for it at {at}. Wait until the till has found out.</source>
        <translation>
            <numerusform>Bill {bill} is held: it is not known yet whether {points} point was redeemed for it at {at}. Wait until the till has found out.</numerusform>
            <numerusform>Bill {bill} is held: it is not known yet whether {points} points were redeemed for it at {at}. Wait until the till has found out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For this member it is not known yet whether {points} points were redeemed at {at}. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>For this member it is not known yet whether {points} point was redeemed at {at}. Redeem anyway only if this is another purchase.</numerusform>
            <numerusform>For this member it is not known yet whether {points} points were redeemed at {at}. Redeem anyway only if this is another purchase.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another till sent these {points} points at {at}, and this till cannot tell whether they were taken. Ask support first. Redeem anyway only if support says so.</source>
        <translation>
            <numerusform>Another till sent this {points} point at {at}, and this till cannot tell whether it was taken. Ask support first. Redeem anyway only if support says so.</numerusform>
            <numerusform>Another till sent these {points} points at {at}, and this till cannot tell whether they were taken. Ask support first. Redeem anyway only if support says so.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were already redeemed for this member at {at}. Redeem anyway only if you want to take them a second time.</source>
        <translation>
            <numerusform>{points} point was already redeemed for this member at {at}. Redeem anyway only if you want to take it a second time.</numerusform>
            <numerusform>{points} points were already redeemed for this member at {at}. Redeem anyway only if you want to take them a second time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{so_far} points were redeemed on bill {bill} so far, in %Ln redemption(s). Redeem anyway only if you want to take more points for this bill.</source>
        <translation>
            <numerusform>{so_far} points were redeemed on bill {bill} so far, in %Ln redemption. Redeem anyway only if you want to take more points for this bill.</numerusform>
            <numerusform>{so_far} points were redeemed on bill {bill} so far, in %Ln redemptions. Redeem anyway only if you want to take more points for this bill.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were already redeemed for bill {bill} at {at}. Redeem anyway only if you want to take them a second time.</source>
        <translation>
            <numerusform>{points} point was already redeemed for bill {bill} at {at}. Redeem anyway only if you want to take it a second time.</numerusform>
            <numerusform>{points} points were already redeemed for bill {bill} at {at}. Redeem anyway only if you want to take them a second time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were redeemed for this member at {at}, and the till found out only later. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>{points} point was redeemed for this member at {at}, and the till found out only later. Redeem anyway only if this is another purchase.</numerusform>
            <numerusform>{points} points were redeemed for this member at {at}, and the till found out only later. Redeem anyway only if this is another purchase.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points on bill {bill}, and it is not certain that they were not taken. Redeem anyway only if the bill needs other points now.</source>
        <translation>
            <numerusform>At {at} the till tried to redeem {points} point on bill {bill}, and it is not certain that it was not taken. Redeem anyway only if the bill needs other points now.</numerusform>
            <numerusform>At {at} the till tried to redeem {points} points on bill {bill}, and it is not certain that they were not taken. Redeem anyway only if the bill needs other points now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points for this member without a bill number. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>At {at} the till tried to redeem {points} point for this member without a bill number. Redeem anyway only if this is another purchase.</numerusform>
            <numerusform>At {at} the till tried to redeem {points} points for this member without a bill number. Redeem anyway only if this is another purchase.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points for this member on bill {bill}. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>At {at} the till tried to redeem {points} point for this member on bill {bill}. Redeem anyway only if this is another purchase.</numerusform>
            <numerusform>At {at} the till tried to redeem {points} points for this member on bill {bill}. Redeem anyway only if this is another purchase.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points for this member on bill {bill}, which is spelt almost like this one. Redeem anyway only if this is another bill.</source>
        <translation>
            <numerusform>At {at} the till tried to redeem {points} point for this member on bill {bill}, which is spelt almost like this one. Redeem anyway only if this is another bill.</numerusform>
            <numerusform>At {at} the till tried to redeem {points} points for this member on bill {bill}, which is spelt almost like this one. Redeem anyway only if this is another bill.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryDetail</name>
    <message numerus="yes">
        <source>{points} points have been given back since.</source>
        <translation>
            <numerusform>{points} point has been given back since.</numerusform>
            <numerusform>{points} points have been given back since.</numerusform>
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
        <source>{points} points</source>
        <translation>
            <numerusform>{points} point</numerusform>
            <numerusform>{points} points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points given back</source>
        <translation>
            <numerusform>{points} point given back</numerusform>
            <numerusform>{points} points given back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known yet</source>
        <translation>
            <numerusform>%Ln not known yet</numerusform>
            <numerusform>%Ln not known yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln redemption(s)</source>
        <translation>
            <numerusform>%Ln redemption</numerusform>
            <numerusform>%Ln redemptions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemberStep</name>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} point</numerusform>
            <numerusform>{points} points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points in the group</source>
        <translation>
            <numerusform>{points} point in the group</numerusform>
            <numerusform>{points} points in the group</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outcomes</name>
    <message numerus="yes">
        <source>The outcome of %Ln earlier redemption(s) is not known yet. The till is asking the service. Do not redeem them again.</source>
        <translation>
            <numerusform>The outcome of %Ln earlier redemption is not known yet. The till is asking the service. Do not redeem it again.</numerusform>
            <numerusform>The outcome of %Ln earlier redemptions is not known yet. The till is asking the service. Do not redeem them again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is not known yet whether the points of %Ln earlier redemption(s) were given back. The till is asking the service. Do not give them back again.</source>
        <translation>
            <numerusform>It is not known yet whether the points of %Ln earlier redemption were given back. The till is asking the service. Do not give them back again.</numerusform>
            <numerusform>It is not known yet whether the points of %Ln earlier redemptions were given back. The till is asking the service. Do not give them back again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A redemption that was recorded as not done did happen: {points} points for {who}. Take them off the bill, or tell support to give them back.</source>
        <translation>
            <numerusform>A redemption that was recorded as not done did happen: {points} point for {who}. Take it off the bill, or tell support to give it back.</numerusform>
            <numerusform>A redemption that was recorded as not done did happen: {points} points for {who}. Take them off the bill, or tell support to give them back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Now known: {points} points were redeemed for {who}. The receipt is in the history.</source>
        <translation>
            <numerusform>Now known: {points} point was redeemed for {who}. The receipt is in the history.</numerusform>
            <numerusform>Now known: {points} points were redeemed for {who}. The receipt is in the history.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Now known: the {points} points for {who} were not redeemed. Nothing was taken.</source>
        <translation>
            <numerusform>Now known: the {points} point for {who} was not redeemed. Nothing was taken.</numerusform>
            <numerusform>Now known: the {points} points for {who} were not redeemed. Nothing was taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutlookLine</name>
    <message numerus="yes">
        <source>{points} points expire on {day}</source>
        <translation>
            <numerusform>{points} point expires on {day}</numerusform>
            <numerusform>{points} points expire on {day}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} of the {all} points expire on {day}</source>
        <translation>
            <numerusform>{points} of the {all} points expires on {day}</numerusform>
            <numerusform>{points} of the {all} points expire on {day}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PointsStep</name>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} point</numerusform>
            <numerusform>{points} points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{words}. Leaves {remaining} points in the group.</source>
        <translation>
            <numerusform>{words}. Leaves {remaining} point in the group.</numerusform>
            <numerusform>{words}. Leaves {remaining} points in the group.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{words}. Leaves {remaining} points.</source>
        <translation>
            <numerusform>{words}. Leaves {remaining} point.</numerusform>
            <numerusform>{words}. Leaves {remaining} points.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionPanel</name>
    <message numerus="yes">
        <source>Redeem {points} points anyway</source>
        <translation>
            <numerusform>Redeem {points} point anyway</numerusform>
            <numerusform>Redeem {points} points anyway</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceiptPage</name>
    <message numerus="yes">
        <source>Take {points} points off the bill</source>
        <translation>
            <numerusform>Take {points} point off the bill</numerusform>
            <numerusform>Take {points} points off the bill</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points have been given back since.</source>
        <translation>
            <numerusform>{points} point has been given back since.</numerusform>
            <numerusform>{points} points have been given back since.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Redeeming</name>
    <message numerus="yes">
        <source>{points} points are worth {worth}. Check the amount with the member.</source>
        <translation>
            <numerusform>{points} point is worth {worth}. Check the amount with the member.</numerusform>
            <numerusform>{points} points are worth {worth}. Check the amount with the member.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message numerus="yes">
        <source>{count} of %Ln settings</source>
        <translation>
            <numerusform>{count} of %Ln setting</numerusform>
            <numerusform>{count} of %Ln settings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>%Ln record(s) wait to be sent.</source>
        <translation>
            <numerusform>%Ln record waits to be sent.</numerusform>
            <numerusform>%Ln records wait to be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SupportPanel</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayList</name>
    <message numerus="yes">
        <source>{count} redeemed</source>
        <translation>
            <numerusform>{count} redeemed</numerusform>
            <numerusform>{count} redeemed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} point</numerusform>
            <numerusform>{points} points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points given back</source>
        <translation>
            <numerusform>{points} point given back</numerusform>
            <numerusform>{points} points given back</numerusform>
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
        <source>The till has asked several times: none of the {points} points were taken. You can redeem again.</source>
        <translation>
            <numerusform>The till has asked several times: the {points} point was not taken. You can redeem again.</numerusform>
            <numerusform>The till has asked several times: none of the {points} points were taken. You can redeem again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>We do not know yet whether the {points} points were used</source>
        <translation>
            <numerusform>We do not know yet whether the {points} point was used</numerusform>
            <numerusform>We do not know yet whether the {points} points were used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>We do not know yet whether {name}’s {points} points were used</source>
        <translation>
            <numerusform>We do not know yet whether {name}’s {points} point was used</numerusform>
            <numerusform>We do not know yet whether {name}’s {points} points were used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points redeemed</source>
        <translation>
            <numerusform>{points} point redeemed</numerusform>
            <numerusform>{points} points redeemed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were given back.</source>
        <translation>
            <numerusform>{points} point was given back.</numerusform>
            <numerusform>{points} points were given back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{expired} of them had expired and did not come back.</source>
        <translation>
            <numerusform>{expired} of them had expired and did not come back.</numerusform>
            <numerusform>{expired} of them had expired and did not come back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} point</numerusform>
            <numerusform>{points} points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were refused: points can only be redeemed in fixed steps.</source>
        <translation>
            <numerusform>{points} point was refused: points can only be redeemed in fixed steps.</numerusform>
            <numerusform>{points} points were refused: points can only be redeemed in fixed steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most {points} points can be redeemed at one time.</source>
        <translation>
            <numerusform>At most {points} point can be redeemed at one time.</numerusform>
            <numerusform>At most {points} points can be redeemed at one time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fewer than {points} points can be redeemed at one time.</source>
        <translation>
            <numerusform>Fewer than {points} point can be redeemed at one time.</numerusform>
            <numerusform>Fewer than {points} points can be redeemed at one time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least {points} points have to be redeemed.</source>
        <translation>
            <numerusform>At least {points} point has to be redeemed.</numerusform>
            <numerusform>At least {points} points have to be redeemed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than {points} points are needed here.</source>
        <translation>
            <numerusform>More than {points} point is needed here.</numerusform>
            <numerusform>More than {points} points are needed here.</numerusform>
        </translation>
    </message>
</context>
</TS>
