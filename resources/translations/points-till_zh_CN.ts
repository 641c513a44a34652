<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AmountChips</name>
    <message>
        <source>All points</source>
        <translation>全部积分</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>一半</translation>
    </message>
    <message>
        <source>Cover the bill</source>
        <translation>抵扣整单</translation>
    </message>
    <message>
        <source>Enter money instead</source>
        <translation>改为输入金额</translation>
    </message>
    <message>
        <source>Enter points instead</source>
        <translation>改为输入积分</translation>
    </message>
    <message>
        <source>All {points}</source>
        <translation>全部 {points}</translation>
    </message>
    <message>
        <source>Half {points}</source>
        <translation>一半 {points}</translation>
    </message>
    <message>
        <source>Cover the bill {money}</source>
        <translation>抵扣整单 {money}</translation>
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
        <translation>{unknown}。请勿再次兑换。</translation>
    </message>
    <message>
        <source>The points were not redeemed</source>
        <translation>积分未兑换</translation>
    </message>
    <message>
        <source>{cashier} has signed on</source>
        <translation>{cashier} 已登录</translation>
    </message>
    <message>
        <source>Signed off</source>
        <translation>已退出登录</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} 积分</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled, back to the POS</source>
        <translation>已取消，返回 POS</translation>
    </message>
    <message>
        <source>Code sent</source>
        <translation>验证码已发送</translation>
    </message>
    <message>
        <source>Worth {money}</source>
        <translation>可抵 {money}</translation>
    </message>
</context>
<context>
    <name>Banners</name>
    <message>
        <source>News</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Open bill {bill}</source>
        <translation>打开账单 {bill}</translation>
    </message>
    <message>
        <source>Open it now</source>
        <translation>现在打开</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Set it aside and start a new one</source>
        <translation>搁置并新建一份</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>新记录</translation>
    </message>
    <message numerus="yes">
        <source>The POS has handed over %Ln bill(s).</source>
        <translation>
            <numerusform>POS 已交来 %Ln 张账单。</numerusform>
        </translation>
    </message>
    <message>
        <source>The POS has handed over bill {bill}.</source>
        <translation>POS 已交来账单 {bill}。</translation>
    </message>
    <message>
        <source>The POS has handed over another customer.</source>
        <translation>POS 已交来另一位顾客。</translation>
    </message>
    <message>
        <source>{news} The next one opens when this customer is done.</source>
        <translation>{news}这位顾客完成后打开下一位。</translation>
    </message>
    <message>
        <source>Ask support first. What is left of the damaged record is kept under another name. What can be read is copied into the new one; the rest is only in the old one.</source>
        <translation>请先询问技术支持。损坏记录的剩余部分会另存为其他名称。可读取的部分复制到新记录，其余只在旧记录中。</translation>
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
        <translation>练习模式，均非真实</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>下一位顾客</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Training: phone and members</source>
        <translation>练习：手机和会员</translation>
    </message>
    <message>
        <source>Leave training</source>
        <translation>退出练习</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known yet</source>
        <translation>
            <numerusform>%Ln 笔待确认</numerusform>
        </translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>较慢</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>无连接</translation>
    </message>
    <message>
        <source>Not safe</source>
        <translation>不安全</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>未被接受</translation>
    </message>
    <message>
        <source>Wrong address</source>
        <translation>地址错误</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>被拦截</translation>
    </message>
    <message>
        <source>Service error</source>
        <translation>会员系统出错</translation>
    </message>
    <message>
        <source>Not working</source>
        <translation>不可用</translation>
    </message>
</context>
<context>
    <name>ByHandPanel</name>
    <message>
        <source>Support can settle it. Tell them the reference.</source>
        <translation>技术支持可以确认结果。请把参考号告诉他们。</translation>
    </message>
    <message>
        <source>Supervisor PIN</source>
        <translation>主管 PIN 码</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>It was redeemed</source>
        <translation>已兑换</translation>
    </message>
    <message>
        <source>It was not redeemed</source>
        <translation>未兑换</translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation>编号 {number}</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} 积分</numerusform>
        </translation>
    </message>
    <message>
        <source>bill {bill}</source>
        <translation>账单 {bill}</translation>
    </message>
    <message>
        <source>The service shows a redemption that may be this one: {facts}.</source>
        <translation>会员系统显示一笔兑换，可能就是这一笔：{facts}。</translation>
    </message>
</context>
<context>
    <name>ChoicesForm</name>
    <message>
        <source>Redeem from a group</source>
        <translation>用群组积分兑换</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>添加备注</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>会员计划</translation>
    </message>
    <message>
        <source>Group: {name}</source>
        <translation>群组：{name}</translation>
    </message>
    <message>
        <source>another</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Program {number}</source>
        <translation>会员计划 {number}</translation>
    </message>
    <message numerus="yes">
        <source>{program} · {points} points · {tier}</source>
        <translation>
            <numerusform>{program} · {points} 积分 · {tier}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{program} · {points} points</source>
        <translation>
            <numerusform>{program} · {points} 积分</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Erase</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>CodeStep</name>
    <message>
        <source>Code from the member’s phone</source>
        <translation>会员手机上的验证码</translation>
    </message>
    <message>
        <source>Validation code</source>
        <translation>验证码</translation>
    </message>
    <message>
        <source>No code?</source>
        <translation>没有验证码？</translation>
    </message>
    <message>
        <source>Redeem without a code</source>
        <translation>免验证码兑换</translation>
    </message>
    <message>
        <source>No code on the phone?</source>
        <translation>手机上没有验证码？</translation>
    </message>
    <message>
        <source>Send code again</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>By e-mail</source>
        <translation>通过电子邮件</translation>
    </message>
    <message>
        <source>By card number</source>
        <translation>按卡号</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>未接来电</translation>
    </message>
    <message>
        <source>Redeem</source>
        <translation>兑换</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Redeeming…</source>
        <translation>正在兑换…</translation>
    </message>
    <message numerus="yes">
        <source>Redeem {points} points</source>
        <translation>
            <numerusform>兑换 {points} 积分</numerusform>
        </translation>
    </message>
    <message>
        <source>A missed call</source>
        <translation>未接来电验证</translation>
    </message>
    <message>
        <source>No code needed</source>
        <translation>不需要验证码</translation>
    </message>
    <message>
        <source>by SMS</source>
        <translation>通过短信</translation>
    </message>
    <message>
        <source>by e-mail</source>
        <translation>通过电子邮件</translation>
    </message>
    <message>
        <source>by WhatsApp</source>
        <translation>通过 WhatsApp</translation>
    </message>
    <message>
        <source>by Zalo</source>
        <translation>通过 Zalo</translation>
    </message>
    <message>
        <source>Send a code instead</source>
        <translation>改发验证码</translation>
    </message>
    <message numerus="yes">
        <source>Fewer than {points} points can be redeemed without a code.</source>
        <translation>
            <numerusform>少于 {points} 积分可不用验证码兑换。</numerusform>
        </translation>
    </message>
    <message>
        <source>No code has been sent yet.</source>
        <translation>还没有发送验证码。</translation>
    </message>
    <message>
        <source>Sent {span} ago {by}</source>
        <translation>{span} 前发送 {by}</translation>
    </message>
    <message>
        <source>Sent {span} ago</source>
        <translation>{span} 前发送</translation>
    </message>
    <message>
        <source>The code has probably expired. Send it again.</source>
        <translation>验证码可能已过期，请重新发送。</translation>
    </message>
    <message>
        <source>{sent} · good until about {time}</source>
        <translation>{sent} · 约 {time} 前有效</translation>
    </message>
    <message>
        <source>Sending code…</source>
        <translation>正在发送验证码…</translation>
    </message>
    <message>
        <source>Send code again in {span}</source>
        <translation>{span} 后可重发</translation>
    </message>
</context>
<context>
    <name>ConnectionWords</name>
    <message>
        <source>The address answers in {time} ms</source>
        <translation>地址在 {time} 毫秒内应答</translation>
    </message>
    <message>
        <source>The service responds and knows this till.</source>
        <translation>会员系统有应答，并能识别本收银机。</translation>
    </message>
    <message>
        <source>The service does not accept the token that it gave for this key.</source>
        <translation>会员系统不接受它为此密钥发放的令牌。</translation>
    </message>
    <message>
        <source>Ask your company’s support whether the key may be used for this till.</source>
        <translation>请询问公司的技术支持，此密钥能否用于本收银机。</translation>
    </message>
    <message>
        <source>The address answers</source>
        <translation>地址有应答</translation>
    </message>
    <message>
        <source>The connection is safe</source>
        <translation>连接安全</translation>
    </message>
    <message>
        <source>The service knows this till, but this computer’s clock says {here}, and the service’s {there}.</source>
        <translation>会员系统能识别本收银机，但本电脑的时钟为 {here}，会员系统的时钟为 {there}。</translation>
    </message>
    <message>
        <source>The service does not accept this key and secret.</source>
        <translation>会员系统不接受此密钥和机密。</translation>
    </message>
    <message>
        <source>Enter both again. Capital letters count.</source>
        <translation>请重新输入两者，注意大小写。</translation>
    </message>
    <message>
        <source>The service does not accept this name and password.</source>
        <translation>会员系统不接受此名称和密码。</translation>
    </message>
    <message>
        <source>Enter the password again. Capital letters count. Check the name of this till too.</source>
        <translation>请重新输入密码，注意大小写。同时检查本收银机的名称。</translation>
    </message>
    <message>
        <source>The service knows this till, but does not let it look up members.</source>
        <translation>会员系统能识别本收银机，但不允许它查找会员。</translation>
    </message>
    <message>
        <source>Ask your company’s support to allow it.</source>
        <translation>请公司的技术支持允许它。</translation>
    </message>
    <message>
        <source>There is no loyalty service at this address.</source>
        <translation>此地址没有会员系统。</translation>
    </message>
    <message>
        <source>Something else answered, not the loyalty service.</source>
        <translation>应答的不是会员系统。</translation>
    </message>
    <message>
        <source>It may be a web filter or a sign-in page of this network. Check the address.</source>
        <translation>可能是网页过滤器或此网络的登录页。请检查地址。</translation>
    </message>
    <message>
        <source>No computer has this name.</source>
        <translation>没有电脑使用此名称。</translation>
    </message>
    <message>
        <source>The computer at this address does not accept connections.</source>
        <translation>此地址的电脑不接受连接。</translation>
    </message>
    <message>
        <source>Check the address and its port, and whether this computer is online.</source>
        <translation>请检查地址和端口，以及本电脑是否联网。</translation>
    </message>
    <message>
        <source>No computer answers at this address.</source>
        <translation>此地址没有电脑应答。</translation>
    </message>
    <message>
        <source>Check the address. A firewall may block it: ask who runs the network.</source>
        <translation>请检查地址。可能被防火墙阻止：请询问网络管理员。</translation>
    </message>
    <message>
        <source>The service gave no token, so this till cannot sign in.</source>
        <translation>会员系统未发放令牌，因此本收银机无法登录。</translation>
    </message>
    <message>
        <source>Try again in a minute. If that does not help, check the address.</source>
        <translation>请一分钟后重试。如仍不行，请检查地址。</translation>
    </message>
    <message>
        <source>Check this computer’s date ({date}). If it is right, tell support: the certificate must be renewed.</source>
        <translation>请检查本电脑日期（{date}）。如果日期正确，请告知技术支持：证书需要更新。</translation>
    </message>
    <message>
        <source>Check this computer’s date ({date}). It may be in the past.</source>
        <translation>请检查本电脑日期（{date}），可能是过去的日期。</translation>
    </message>
    <message>
        <source>The certificate belongs to another address.</source>
        <translation>证书属于另一个地址。</translation>
    </message>
    <message>
        <source>This computer does not trust the certificate of this address.</source>
        <translation>本电脑不信任此地址的证书。</translation>
    </message>
    <message>
        <source>If your network inspects secure traffic, its certificate must be installed here.</source>
        <translation>如果您的网络检查加密流量，必须在本电脑安装其证书。</translation>
    </message>
    <message>
        <source>The certificate of this address cannot be accepted.</source>
        <translation>无法接受此地址的证书。</translation>
    </message>
    <message>
        <source>The address answers, but not with a safe connection.</source>
        <translation>地址有应答，但不是安全连接。</translation>
    </message>
    <message>
        <source>Check the address and its port.</source>
        <translation>请检查地址和端口。</translation>
    </message>
    <message>
        <source>The proxy of this network does not let the till through.</source>
        <translation>此网络的代理不让收银机通过。</translation>
    </message>
    <message>
        <source>Check this computer’s date, time and time zone.</source>
        <translation>请检查本电脑的日期、时间和时区。</translation>
    </message>
    <message>
        <source>The proxy of this network does not accept the till’s login.</source>
        <translation>此网络的代理不接受收银机的登录。</translation>
    </message>
    <message>
        <source>Check the name and the password for the proxy.</source>
        <translation>请检查代理的名称和密码。</translation>
    </message>
    <message>
        <source>Ask who runs the network to allow this address.</source>
        <translation>请网络管理员允许此地址。</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>测试已停止。</translation>
    </message>
    <message>
        <source>The certificate of this address has expired.</source>
        <translation>此地址的证书已过期。</translation>
    </message>
    <message>
        <source>The certificate of this address is not valid yet.</source>
        <translation>此地址的证书尚未生效。</translation>
    </message>
    <message>
        <source>The address offers only old connections that are not safe any more.</source>
        <translation>此地址只提供已不再安全的旧式连接。</translation>
    </message>
    <message>
        <source>The service must offer TLS 1.2 or newer: tell its support.</source>
        <translation>会员系统必须提供 TLS 1.2 或更新版本：请告知其技术支持。</translation>
    </message>
    <message>
        <source>The file of certificates cannot be used.</source>
        <translation>无法使用证书文件。</translation>
    </message>
    <message>
        <source>It must exist, be readable, and have certificates in PEM form.</source>
        <translation>文件必须存在、可读，并含有 PEM 格式的证书。</translation>
    </message>
    <message>
        <source>Check the spelling of the address.</source>
        <translation>请检查地址的拼写。</translation>
    </message>
</context>
<context>
    <name>Controller</name>
    <message>
        <source>This bill came from the POS. Press F4 again to cancel it and go back to the POS.</source>
        <translation>此账单来自 POS。再按一次 F4 取消并返回 POS。</translation>
    </message>
    <message>
        <source>The POS no longer needs bill {bill}.</source>
        <translation>POS 不再需要账单 {bill}。</translation>
    </message>
    <message>
        <source>The POS no longer needs this bill.</source>
        <translation>POS 不再需要此账单。</translation>
    </message>
</context>
<context>
    <name>CounterCalls</name>
    <message>
        <source>This takes longer than usual. Please wait until the till says whether the points were redeemed.</source>
        <translation>用时比平常长，请稍候：收银机会显示积分是否已兑换。</translation>
    </message>
    <message>
        <source>The service is slow. Please wait: the till is finding out whether the points were redeemed.</source>
        <translation>会员系统较慢，请稍候：收银机会查明积分是否已兑换。</translation>
    </message>
    <message>
        <source>The service is slow. Wait a little longer, or press Esc to go back.</source>
        <translation>会员系统较慢。请再等一会儿，或按 Esc 返回。</translation>
    </message>
</context>
<context>
    <name>CounterPage</name>
    <message>
        <source>The member has entered the code.</source>
        <translation>会员已输入验证码。</translation>
    </message>
</context>
<context>
    <name>CustomFieldsForm</name>
    <message>
        <source>{field} (required)</source>
        <translation>{field}（必填）</translation>
    </message>
</context>
<context>
    <name>CustomerWindow</name>
    <message>
        <source>Points Till: for the customer</source>
        <translation>Points Till：顾客屏</translation>
    </message>
    <message>
        <source>Enter your code</source>
        <translation>请输入您的验证码</translation>
    </message>
    <message>
        <source>Your code, please</source>
        <translation>请告知验证码</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Hello, {name}</source>
        <translation>您好，{name}</translation>
    </message>
    <message>
        <source>{name}, you have</source>
        <translation>{name}，您有</translation>
    </message>
    <message>
        <source>You have</source>
        <translation>您有</translation>
    </message>
    <message>
        <source>{name}, you are using</source>
        <translation>{name}，您将使用</translation>
    </message>
    <message>
        <source>You are using</source>
        <translation>您将使用</translation>
    </message>
    <message>
        <source>{value} off your bill</source>
        <translation>账单减 {value}</translation>
    </message>
    <message>
        <source>Your points now</source>
        <translation>您现在的积分</translation>
    </message>
    <message>
        <source>You keep</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>谢谢</translation>
    </message>
    <message>
        <source>Points used</source>
        <translation>已用积分</translation>
    </message>
    <message>
        <source>Your points were not used</source>
        <translation>您的积分未使用</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>We are checking whether your points were used.</source>
        <translation>我们正在查询您的积分是否已使用。</translation>
    </message>
    <message>
        <source>That code was not accepted. Please try again.</source>
        <translation>验证码未被接受。请重试。</translation>
    </message>
    <message>
        <source>Sent to your phone ending in {digits}</source>
        <translation>已发送到尾号 {digits} 的手机</translation>
    </message>
    <message>
        <source>Tell the cashier the code that was sent to your phone ending in {digits}</source>
        <translation>请告诉收银员发送到尾号 {digits} 手机的验证码</translation>
    </message>
    <message>
        <source>We have sent you a code</source>
        <translation>我们已向您发送验证码</translation>
    </message>
    <message>
        <source>Tell the cashier the code you received</source>
        <translation>请告诉收银员您收到的验证码</translation>
    </message>
    <message>
        <source>{sent} · good until about {time}</source>
        <translation>{sent} · 约 {time} 前有效</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} 积分</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayFigures</name>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>抵扣金额</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>已兑换</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>已退还</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>净额</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message numerus="yes">
        <source>%Ln redemption(s)</source>
        <translation>
            <numerusform>%Ln 笔兑换</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s)</source>
        <translation>
            <numerusform>%Ln 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} 积分</numerusform>
        </translation>
    </message>
    <message>
        <source>By cashier</source>
        <translation>按收银员</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>无姓名</translation>
    </message>
    <message>
        <source>By program</source>
        <translation>按会员计划</translation>
    </message>
    <message>
        <source>Default program</source>
        <translation>默认会员计划</translation>
    </message>
    <message numerus="yes">
        <source>{points} points given back</source>
        <translation>
            <numerusform>已退还 {points} 积分</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayPage</name>
    <message>
        <source>End of day</source>
        <translation>日结</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Back to History</source>
        <translation>返回历史记录</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>结束当日</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Closing the day…</source>
        <translation>正在结束当日…</translation>
    </message>
    <message>
        <source>Close {day}? It cannot be opened again. What is settled later is in the next day’s report.</source>
        <translation>结束 {day}？之后无法再打开。以后查清的会列在次日报告中。</translation>
    </message>
    <message>
        <source>Closed by {cashier} on {time}</source>
        <translation>由 {cashier} 于 {time} 结束</translation>
    </message>
    <message>
        <source>Closed on {time}</source>
        <translation>于 {time} 结束</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
</context>
<context>
    <name>DaySide</name>
    <message>
        <source>Compare with the service</source>
        <translation>与会员系统核对</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>校验头</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Comparing, {asked} of {lists}…</source>
        <translation>正在核对，{asked} / {lists}…</translation>
    </message>
    <message>
        <source>Journal: nothing on this day</source>
        <translation>记录：当日没有</translation>
    </message>
    <message>
        <source>Journal {first} to {last}</source>
        <translation>记录 {first} 至 {last}</translation>
    </message>
    <message>
        <source>Head {head}</source>
        <translation>校验头 {head}</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>没有未决项</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known yet</source>
        <translation>
            <numerusform>%Ln 笔待确认</numerusform>
        </translation>
    </message>
    <message>
        <source>The till keeps asking. The next day’s report names the outcome.</source>
        <translation>收银机会继续查询。次日报告会写明结果。</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>已兑换</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>已退还</translation>
    </message>
    <message>
        <source>The service has no redemption of this day either</source>
        <translation>会员系统当日也没有兑换记录</translation>
    </message>
    <message>
        <source>Not given back</source>
        <translation>未退还</translation>
    </message>
    <message>
        <source>The figures include this. A report that was printed at the closing does not.</source>
        <translation>以上数字已包含这些。结束当日时打印的报告不包含。</translation>
    </message>
    <message>
        <source>Since it was closed</source>
        <translation>结束之后</translation>
    </message>
    <message>
        <source>Settled since, of other days</source>
        <translation>其他日期、现已查清</translation>
    </message>
    <message>
        <source>Compared at {time}</source>
        <translation>核对于 {time}</translation>
    </message>
    <message>
        <source>The service has no list of the store, so only members were compared.</source>
        <translation>会员系统没有门店清单，因此只核对了会员。</translation>
    </message>
    <message>
        <source>Points given back of an earlier redemption are compared with the day of that redemption.</source>
        <translation>以前兑换的退还积分在该笔兑换的当日核对。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln redemption(s) could not be compared. Try again later.</source>
        <translation>
            <numerusform>%Ln 笔兑换无法核对。请稍后重试。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln agree with the service</source>
        <translation>
            <numerusform>全部 %Ln 笔与会员系统一致</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s) from the service</source>
        <translation>
            <numerusform>与会员系统有 %Ln 处差异</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything could be compared</source>
        <translation>未能全部核对</translation>
    </message>
    <message>
        <source>{name}: redeemed at the service, {service} points. This till does not know it yet.</source>
        <translation>{name}：会员系统已兑换 {service} 积分。本收银机尚不知道。</translation>
    </message>
    <message>
        <source>{name}: the service has redeemed {service} points, and this till has not.</source>
        <translation>{name}：会员系统已兑换 {service} 积分，本收银机没有。</translation>
    </message>
    <message>
        <source>{name}: the service has {service} points of this till that its record does not know.</source>
        <translation>{name}：会员系统有本收银机的 {service} 积分，记录中没有。</translation>
    </message>
    <message>
        <source>{name}: this till redeemed {mine} points, and the service does not show it.</source>
        <translation>{name}：本收银机已兑换 {mine} 积分，会员系统未显示。</translation>
    </message>
    <message>
        <source>{name}: {mine} points here, {service} at the service.</source>
        <translation>{name}：此处 {mine} 积分，会员系统 {service}。</translation>
    </message>
    <message>
        <source>{name}: only one of the two says that its points were given back.</source>
        <translation>{name}：只有一方显示积分已退还。</translation>
    </message>
    <message>
        <source>{name}: {mine} points given back here, {service} at the service.</source>
        <translation>{name}：此处退还 {mine} 积分，会员系统 {service}。</translation>
    </message>
    <message>
        <source>{name}: the store’s list shows {service} points that are not known here.</source>
        <translation>{name}：门店清单显示 {service} 积分，此处未知。</translation>
    </message>
    <message>
        <source>Giving back</source>
        <translation>正在退还</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} 积分</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Drafting</name>
    <message>
        <source>Enter the amount of money.</source>
        <translation>请输入抵扣金额。</translation>
    </message>
    <message>
        <source>Enter the bill number.</source>
        <translation>请输入账单号。</translation>
    </message>
    <message>
        <source>The note is too long. Make it shorter.</source>
        <translation>备注太长，请缩短。</translation>
    </message>
    <message numerus="yes">
        <source>The POS allows up to {points} points. Enter no more than that.</source>
        <translation>
            <numerusform>POS 最多允许 {points} 积分。请勿超过。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The group has {points} points. Enter no more than that.</source>
        <translation>
            <numerusform>该群组有 {points} 积分，输入的积分不能超过这个数。</numerusform>
        </translation>
    </message>
    <message>
        <source>The member has no points to redeem.</source>
        <translation>该会员没有可兑换的积分。</translation>
    </message>
    <message numerus="yes">
        <source>The member has {points} points. Enter no more than that.</source>
        <translation>
            <numerusform>该会员有 {points} 积分，输入的积分不能超过这个数。</numerusform>
        </translation>
    </message>
    <message>
        <source>Fill in “{field}”.</source>
        <translation>请填写“{field}”。</translation>
    </message>
    <message>
        <source>“{field}” must be a number.</source>
        <translation>“{field}”只能填数字。</translation>
    </message>
    <message>
        <source>Choose an entry for “{field}”.</source>
        <translation>请在“{field}”中选择一项。</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
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
        <translation>消息</translation>
    </message>
    <message>
        <source>For support: {number}</source>
        <translation>技术支持：{number}</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>That is the number of a receipt. Open History and scan it there to give points back.</source>
        <translation>这是小票的编号。请打开“历史记录”并在那里扫描，以退还积分。</translation>
    </message>
    <message>
        <source>If it is not a card number, choose below what it is.</source>
        <translation>如果这不是会员卡号，请在下方选择它的类型。</translation>
    </message>
    <message>
        <source>If it is not an e-mail address, choose below what it is.</source>
        <translation>如果这不是邮箱，请在下方选择它的类型。</translation>
    </message>
    <message>
        <source>If it is not a customer number, choose below what it is.</source>
        <translation>如果这不是顾客编号，请在下方选择它的类型。</translation>
    </message>
    <message>
        <source>If it is not a mobile number, choose below what it is.</source>
        <translation>如果这不是手机号，请在下方选择它的类型。</translation>
    </message>
    <message>
        <source>The service is very busy. The till looks again by itself. Press Esc to stop.</source>
        <translation>会员系统很忙，收银机会自动再次查找。按 Esc 停止。</translation>
    </message>
    <message>
        <source>This member</source>
        <translation>这位会员</translation>
    </message>
    <message>
        <source>{name} has no points to redeem.</source>
        <translation>{name} 没有可兑换的积分。</translation>
    </message>
    <message>
        <source>Finish the sale without points.</source>
        <translation>本单请不用积分结账。</translation>
    </message>
    <message>
        <source>The service was very busy. The till waited until it answered.</source>
        <translation>会员系统很忙。收银机已等到应答。</translation>
    </message>
    <message>
        <source>This number’s account was merged into that of {number}. Points are redeemed there. Check the name with the member.</source>
        <translation>该号码的账户已并入 {number} 的账户，积分从那里兑换。请与会员核对姓名。</translation>
    </message>
    <message>
        <source>another</source>
        <translation>另一个号码</translation>
    </message>
</context>
<context>
    <name>GiveBackController</name>
    <message>
        <source>Item returned</source>
        <translation>商品退货</translation>
    </message>
    <message>
        <source>Sale cancelled</source>
        <translation>销售取消</translation>
    </message>
    <message>
        <source>Wrong member</source>
        <translation>会员错误</translation>
    </message>
    <message numerus="yes">
        <source>Only {points} points can be given back.</source>
        <translation>
            <numerusform>只能退还 {points} 积分。</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter why the points are given back.</source>
        <translation>请输入退还积分的原因。</translation>
    </message>
    <message>
        <source>Enter the supervisor’s PIN.</source>
        <translation>请输入主管 PIN 码。</translation>
    </message>
    <message numerus="yes">
        <source>{points} points of this redemption were already given back, but not at this till. Go on only if the customer returns something else now.</source>
        <translation>
            <numerusform>这次兑换的 {points} 积分已经退还过，但不是在本收银机。只有顾客现在退的是另一件商品时，才继续。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points of this redemption were already given back at {at} by {cashier}. Go on only if the customer returns something else now.</source>
        <translation>
            <numerusform>{cashier} 已在 {at} 退还这次兑换的 {points} 积分。只有顾客现在退的是另一件商品时，才继续。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points of this redemption were already given back at {at}. Go on only if the customer returns something else now.</source>
        <translation>
            <numerusform>这次兑换的 {points} 积分已在 {at} 退还。只有顾客现在退的是另一件商品时，才继续。</numerusform>
        </translation>
    </message>
    <message>
        <source>{who}: {news}</source>
        <comment>the outcome for a bill or a mobile number</comment>
        <translation>{who}：{news}</translation>
    </message>
    <message>
        <source>Enter how many points are given back.</source>
        <translation>请输入退还多少积分。</translation>
    </message>
    <message>
        <source>That PIN is wrong. No points were given back.</source>
        <translation>PIN 码错误。未退还积分。</translation>
    </message>
    <message>
        <source>Too many wrong PINs. No points were given back. Try again in 15 minutes.</source>
        <translation>PIN 码错误次数过多。未退还积分。请 15 分钟后重试。</translation>
    </message>
    <message>
        <source>A supervisor’s PIN cannot be checked here. No points were given back. Tell support.</source>
        <translation>此处无法核对主管 PIN 码。未退还积分。请告知技术支持。</translation>
    </message>
</context>
<context>
    <name>GiveBackPage</name>
    <message>
        <source>Give points back</source>
        <translation>退还积分</translation>
    </message>
    <message>
        <source>Back to History</source>
        <translation>返回历史记录</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Points to give back</source>
        <translation>要退还的积分</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>价值</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Supervisor PIN</source>
        <translation>主管 PIN 码</translation>
    </message>
    <message>
        <source>Expired points do not come back. The receipt shows how many.</source>
        <translation>过期积分不会退还。小票会显示数量。</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>退还</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Points given back</source>
        <translation>已退还积分</translation>
    </message>
    <message>
        <source>Expired, not given back</source>
        <translation>已过期，未退还</translation>
    </message>
    <message>
        <source>Updated balance</source>
        <translation>最新余额</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>打印小票</translation>
    </message>
    <message>
        <source>Save receipt</source>
        <translation>保存小票</translation>
    </message>
    <message>
        <source>Back to POS</source>
        <translation>返回 POS</translation>
    </message>
    <message numerus="yes">
        <source>Give back {points} points again</source>
        <translation>
            <numerusform>再次退还 {points} 积分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} 积分</numerusform>
        </translation>
    </message>
    <message>
        <source>All {points}</source>
        <translation>全部 {points}</translation>
    </message>
    <message numerus="yes">
        <source>Give back {points} points</source>
        <translation>
            <numerusform>退还 {points} 积分</numerusform>
        </translation>
    </message>
    <message>
        <source>Giving points back…</source>
        <translation>正在退还积分…</translation>
    </message>
    <message>
        <source>Asking the service…</source>
        <translation>正在查询会员系统…</translation>
    </message>
</context>
<context>
    <name>GivenBackRow</name>
    <message numerus="yes">
        <source>{points} points given back</source>
        <translation>
            <numerusform>已退还 {points} 积分</numerusform>
        </translation>
    </message>
    <message>
        <source>Print receipt for {given_back}</source>
        <translation>打印小票：{given_back}</translation>
    </message>
    <message>
        <source>Save receipt for {given_back}</source>
        <translation>保存小票：{given_back}</translation>
    </message>
</context>
<context>
    <name>GroupPanel</name>
    <message>
        <source>Group</source>
        <translation>群组</translation>
    </message>
    <message>
        <source>Find group by</source>
        <translation>群组查找方式</translation>
    </message>
    <message>
        <source>Number or name</source>
        <translation>编号或名称</translation>
    </message>
    <message>
        <source>Kind of identifier</source>
        <translation>标识类型</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Account of the source</source>
        <translation>来源的账户</translation>
    </message>
    <message>
        <source>Group number</source>
        <translation>群组编号</translation>
    </message>
    <message>
        <source>Group number in another system</source>
        <translation>其他系统的群组编号</translation>
    </message>
    <message>
        <source>Main member’s user number</source>
        <translation>主会员的用户编号</translation>
    </message>
    <message>
        <source>Main member’s mobile, e-mail or card</source>
        <translation>主会员的手机、邮箱或卡</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>会员卡号</translation>
    </message>
    <message>
        <source>Card number in another system</source>
        <translation>其他系统的卡号</translation>
    </message>
    <message>
        <source>User number</source>
        <translation>用户编号</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>Whose points?</source>
        <translation>用谁的积分？</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Use this group</source>
        <translation>使用该群组</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Another group</source>
        <translation>其他群组</translation>
    </message>
    <message>
        <source>The member’s own points</source>
        <translation>会员本人的积分</translation>
    </message>
    <message numerus="yes">
        <source>{group} · {points} points</source>
        <translation>
            <numerusform>{group} · {points} 积分</numerusform>
        </translation>
    </message>
    <message>
        <source>Use the member’s own points</source>
        <translation>使用会员本人的积分</translation>
    </message>
    <message>
        <source>Type the group’s number or name.</source>
        <translation>请输入群组的编号或名称。</translation>
    </message>
    <message>
        <source>With a source, also enter the main member’s identifier.</source>
        <translation>选了来源，还要填写主会员的标识。</translation>
    </message>
    <message>
        <source>With an account, also choose its source.</source>
        <translation>填了账户，还要选择来源。</translation>
    </message>
    <message>
        <source>Choose what kind of identifier this is.</source>
        <translation>请选择标识类型。</translation>
    </message>
    <message>
        <source>This source has several accounts. Type which one.</source>
        <translation>该来源有多个账户，请输入是哪一个。</translation>
    </message>
</context>
<context>
    <name>HandOverBanner</name>
    <message>
        <source>Cancel, back to POS</source>
        <translation>取消，返回 POS</translation>
    </message>
    <message>
        <source>bill {bill}</source>
        <translation>账单 {bill}</translation>
    </message>
    <message>
        <source>{money} to pay</source>
        <translation>应付 {money}</translation>
    </message>
    <message numerus="yes">
        <source>up to {points} points</source>
        <translation>
            <numerusform>最多 {points} 积分</numerusform>
        </translation>
    </message>
    <message>
        <source>From the POS</source>
        <translation>来自 POS</translation>
    </message>
    <message>
        <source>From the POS: {facts}</source>
        <translation>来自 POS：{facts}</translation>
    </message>
</context>
<context>
    <name>HandOvers</name>
    <message>
        <source>This bill has been handed over already.</source>
        <translation>这张账单之前已经传来。</translation>
    </message>
    <message>
        <source>Too many bills are waiting. The newest one was not accepted: hand it over again later.</source>
        <translation>等待的账单太多。最新的一张没有接收，请稍后再传。</translation>
    </message>
</context>
<context>
    <name>HeldWords</name>
    <message numerus="yes">
        <source>Bill {bill} is held: it is not known yet whether {points} points were redeemed for it at {at}. Wait until the till has found out.</source>
        <translation>
            <numerusform>账单 {bill} 暂停兑换：{at} 的 {points} 积分是否已兑换，尚不确定。请等收银机查明。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For this member it is not known yet whether {points} points were redeemed at {at}. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>该会员 {at} 的 {points} 积分是否已兑换，尚不确定。只有确实是另一笔消费时，才继续兑换。</numerusform>
        </translation>
    </message>
    <message>
        <source>The service cannot show yet whether an earlier try went through. Try again in a moment. Do not take the points off the bill yet.</source>
        <translation>会员系统暂时无法显示之前的尝试是否成功。请稍后再试。先不要从账单中减去积分。</translation>
    </message>
    <message numerus="yes">
        <source>Another till sent these {points} points at {at}, and this till cannot tell whether they were taken. Ask support first. Redeem anyway only if support says so.</source>
        <translation>
            <numerusform>另一台收银机在 {at} 发送过这 {points} 积分，本收银机无法判断是否已扣。请先询问技术支持。只有技术支持同意时，才继续兑换。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were already redeemed for this member at {at}. Redeem anyway only if you want to take them a second time.</source>
        <translation>
            <numerusform>该会员已在 {at} 兑换 {points} 积分。只有需要再扣一次积分时，才继续兑换。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{so_far} points were redeemed on bill {bill} so far, in %Ln redemption(s). Redeem anyway only if you want to take more points for this bill.</source>
        <translation>
            <numerusform>账单 {bill} 至今已分 %Ln 笔兑换 {so_far} 积分。只有这张账单需要再扣积分时，才继续兑换。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were already redeemed for bill {bill} at {at}. Redeem anyway only if you want to take them a second time.</source>
        <translation>
            <numerusform>账单 {bill} 已在 {at} 兑换 {points} 积分。只有需要再扣一次积分时，才继续兑换。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were redeemed for this member at {at}, and the till found out only later. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>该会员在 {at} 已兑换 {points} 积分，收银机事后才得知。只有确实是另一笔消费时，才继续兑换。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points on bill {bill}, and it is not certain that they were not taken. Redeem anyway only if the bill needs other points now.</source>
        <translation>
            <numerusform>{at}，收银机曾尝试在账单 {bill} 上兑换 {points} 积分，无法确定是否未扣。只有这张账单现在要用其他数额的积分时，才继续兑换。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points for this member without a bill number. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>{at}，收银机曾尝试在没有账单号的情况下为该会员兑换 {points} 积分。只有确实是另一笔消费时，才继续兑换。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points for this member on bill {bill}. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>{at}，收银机曾尝试在账单 {bill} 上为该会员兑换 {points} 积分。只有确实是另一笔消费时，才继续兑换。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points for this member on bill {bill}, which is spelt almost like this one. Redeem anyway only if this is another bill.</source>
        <translation>
            <numerusform>{at}，收银机曾尝试在账单 {bill} 上为该会员兑换 {points} 积分，账单号与这张几乎相同。只有这是另一张账单时，才继续兑换。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryDetail</name>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>打印小票</translation>
    </message>
    <message>
        <source>Save receipt</source>
        <translation>保存小票</translation>
    </message>
    <message>
        <source>Give points back</source>
        <translation>退还积分</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>收银员</translation>
    </message>
    <message>
        <source>Redemption</source>
        <translation>兑换</translation>
    </message>
    <message>
        <source>Reference {reference}</source>
        <translation>参考号 {reference}</translation>
    </message>
    <message>
        <source>Request {request}</source>
        <translation>请求号 {request}</translation>
    </message>
    <message>
        <source>Not known yet whether the points were redeemed. The till keeps asking.</source>
        <translation>尚不确定积分是否已兑换。收银机会继续查询。</translation>
    </message>
    <message>
        <source>The till looked several times and did not find it. No points were taken.</source>
        <translation>收银机查找多次均未找到。未扣积分。</translation>
    </message>
    <message>
        <source>The points have been given back since.</source>
        <translation>积分此后已退还。</translation>
    </message>
    <message>
        <source>Found late: it was recorded as not redeemed.</source>
        <translation>后来才找到：原记录为未兑换。</translation>
    </message>
    <message numerus="yes">
        <source>{points} points have been given back since.</source>
        <translation>
            <numerusform>此后已退还 {points} 积分。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Not known yet</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>End of day</source>
        <translation>日结</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Mobile, bill, receipt number or day</source>
        <translation>手机号、账单、小票号或日期</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Last seven days</source>
        <translation>最近七天</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>已兑换</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Not redeemed</source>
        <translation>未兑换</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>收银员</translation>
    </message>
    <message>
        <source>Saving the list…</source>
        <translation>正在保存清单…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln redemption(s)</source>
        <translation>
            <numerusform>%Ln 笔兑换</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} saved as {path}</source>
        <translation>{count}已保存到 {path}</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>已退还</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>没有找到。</translation>
    </message>
    <message numerus="yes">
        <source>Today: %Ln redemption(s)</source>
        <translation>
            <numerusform>今天：%Ln 笔兑换</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} 积分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points given back</source>
        <translation>
            <numerusform>已退还 {points} 积分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known yet</source>
        <translation>
            <numerusform>%Ln 笔待确认</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryTable</name>
    <message>
        <source>Redemptions</source>
        <translation>兑换记录</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>LessonsPanel</name>
    <message>
        <source>Five short lessons</source>
        <translation>五节短课</translation>
    </message>
    <message>
        <source>You can do this.</source>
        <translation>您已学会。</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>下一课</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>全部课程</translation>
    </message>
</context>
<context>
    <name>LocalInterface</name>
    <message>
        <source>The POS cannot reach this till through port {port}, maybe because another program uses it. You can redeem as usual. Tell support.</source>
        <translation>POS 无法通过端口 {port} 连接本收银机，可能是其他程序占用了该端口。您可以照常兑换。请告知技术支持。</translation>
    </message>
</context>
<context>
    <name>MemberStep</name>
    <message>
        <source>Who is redeeming?</source>
        <translation>谁要兑换积分？</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Change member</source>
        <translation>修改会员</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>Find member</source>
        <translation>查找会员</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Find by</source>
        <translation>查找方式</translation>
    </message>
    <message>
        <source>Next: points, then the code</source>
        <translation>接下来：积分，然后验证码</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Available points</source>
        <translation>可用积分</translation>
    </message>
    <message>
        <source>Looking again in {span}</source>
        <translation>{span} 后再次查找</translation>
    </message>
    <message>
        <source>Looking for the member…</source>
        <translation>正在查找会员…</translation>
    </message>
    <message>
        <source>No name given</source>
        <translation>未登记姓名</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} 积分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points in the group</source>
        <translation>
            <numerusform>群组有 {points} 积分</numerusform>
        </translation>
    </message>
    <message>
        <source>Group points {points}</source>
        <translation>群组积分：{points}</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>会员卡号</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>顾客编号</translation>
    </message>
    <message>
        <source>{number} looks unusual. Check it with the member.</source>
        <translation>{number} 看起来不太对，请与会员核对。</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>For support: {number}</source>
        <translation>技术支持：{number}</translation>
    </message>
    <message>
        <source>For support: {number} · request {request}</source>
        <translation>技术支持：{number} · 请求 {request}</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>A missed call cannot be used here.</source>
        <translation>这里不能用未接来电验证。</translation>
    </message>
    <message>
        <source>A receipt was still waiting when the till was closed.</source>
        <translation>收银机关闭时还有小票在等待打印。</translation>
    </message>
    <message>
        <source>A security file that is named in Settings cannot be used.</source>
        <translation>无法使用“设置”中指定的安全文件。</translation>
    </message>
    <message>
        <source>A setting of this till cannot be used.</source>
        <translation>本收银机有一项设置无法使用。</translation>
    </message>
    <message>
        <source>All points of this redemption have been given back already.</source>
        <translation>此笔兑换的积分已全部退还。</translation>
    </message>
    <message>
        <source>An earlier redemption went through after all.</source>
        <translation>之前的一笔兑换其实已成功。</translation>
    </message>
    <message>
        <source>An earlier redemption went to another service, so this one does not know it.</source>
        <translation>之前的一笔兑换发送到了另一个会员系统，本系统查不到它。</translation>
    </message>
    <message>
        <source>An earlier try to give these points back went through after all.</source>
        <translation>之前退还这些积分的尝试其实已成功。</translation>
    </message>
    <message>
        <source>Another program is using the till’s record of redemptions.</source>
        <translation>另一个程序正在使用本收银机的兑换记录。</translation>
    </message>
    <message>
        <source>Ask for the name and choose the right one.</source>
        <translation>请询问姓名，选择正确的会员。</translation>
    </message>
    <message>
        <source>Ask support to enter it in Settings.</source>
        <translation>请让技术支持在“设置”中输入。</translation>
    </message>
    <message>
        <source>Ask the member to call customer care. Finish the sale without points.</source>
        <translation>请会员联系客服。本单请不用积分结账。</translation>
    </message>
    <message>
        <source>Ask the member to call once more and hang up. Then try again.</source>
        <translation>请会员再拨打一次后挂断，然后重试。</translation>
    </message>
    <message>
        <source>Ask the member to confirm it with the loyalty program first. Finish the sale without points.</source>
        <translation>请会员先向会员计划确认号码。本单请不用积分结账。</translation>
    </message>
    <message>
        <source>Ask the member to read it again, or send a new code in {seconds} s.</source>
        <translation>请会员再念一遍，或在 {seconds} 秒后发送新验证码。</translation>
    </message>
    <message>
        <source>Ask the member to read it again, or send a new code.</source>
        <translation>请会员再念一遍，或重新发送验证码。</translation>
    </message>
    <message>
        <source>Ask your supervisor.</source>
        <translation>请询问您的主管。</translation>
    </message>
    <message>
        <source>By this till’s clock, this day has not begun yet.</source>
        <translation>按本收银机的时钟，这一天还没有开始。</translation>
    </message>
    <message>
        <source>Cannot open the saved password.</source>
        <translation>无法打开已保存的密码。</translation>
    </message>
    <message>
        <source>Check the bill number and enter it again.</source>
        <translation>请核对账单号，再重新输入。</translation>
    </message>
    <message>
        <source>Check the bill number, if there is one. Go on only if this is another purchase.</source>
        <translation>如有账单号，请核对。只有确实是另一笔消费时，才继续。</translation>
    </message>
    <message>
        <source>Check the bill number. Go on only if the member wants to redeem more on the same bill.</source>
        <translation>请核对账单号。只有会员要在同一张账单上再兑换时，才继续。</translation>
    </message>
    <message>
        <source>Check the member’s points first: they may be back already. If not, tell support the number below.</source>
        <translation>请先查看会员的积分，可能已经退还。如果没有，请把下方的编号告诉技术支持。</translation>
    </message>
    <message>
        <source>Check the name or number, or ask your supervisor.</source>
        <translation>请核对姓名或编号，或询问您的主管。</translation>
    </message>
    <message>
        <source>Check the number with the member and enter it again.</source>
        <translation>请与会员核对号码，再重新输入。</translation>
    </message>
    <message>
        <source>Check the number with the member, then send the code again.</source>
        <translation>请与会员核对号码，再重新发送验证码。</translation>
    </message>
    <message>
        <source>Check the points and the purchase. Go on only if the member wants these points.</source>
        <translation>请核对积分和这笔消费。只有会员要兑换这些积分时，才继续。</translation>
    </message>
    <message>
        <source>Choose another group, or the member’s own points.</source>
        <translation>请选择其他群组，或会员本人的积分。</translation>
    </message>
    <message>
        <source>Choose another program. If there is none, tell support the number below.</source>
        <translation>请选择其他会员计划。如果没有，请把下方的编号告诉技术支持。</translation>
    </message>
    <message>
        <source>Choose the member’s own points.</source>
        <translation>请选择会员本人的积分。</translation>
    </message>
    <message>
        <source>Close it there, or ask the person who is signed in. Then try again.</source>
        <translation>请在那边关闭，或请已登录的人关闭，然后重试。</translation>
    </message>
    <message>
        <source>Close other windows of this program, then try again.</source>
        <translation>请关闭本程序的其他窗口，然后重试。</translation>
    </message>
    <message>
        <source>Close this program and start it again. If that does not help, redeem at another till and call support.</source>
        <translation>请关闭并重新启动本程序。如仍不行，请换一台收银机兑换，并联系技术支持。</translation>
    </message>
    <message>
        <source>Do not give them back again. The till keeps asking and will show it here.</source>
        <translation>请勿再次退还。收银机会继续查询，结果将显示在这里。</translation>
    </message>
    <message>
        <source>Do not redeem again for that member. Tell support the number below and the reference.</source>
        <translation>请勿再次为该会员兑换。请把下方的编号和参考号告诉技术支持。</translation>
    </message>
    <message>
        <source>Do not redeem again. The till keeps asking and will show the receipt here.</source>
        <translation>请勿再次兑换。收银机会继续查询，小票将显示在这里。</translation>
    </message>
    <message>
        <source>Enter a rounder number, such as a multiple of 10, 50 or 100.</source>
        <translation>请输入更整的数，例如 10、50 或 100 的倍数。</translation>
    </message>
    <message>
        <source>Enter both your number and your name, or choose yourself from the list.</source>
        <translation>请同时输入您的编号和姓名，或从列表中选择自己。</translation>
    </message>
    <message>
        <source>Enter fewer points.</source>
        <translation>请输入少一些的积分。</translation>
    </message>
    <message>
        <source>Enter it in Settings, or ask support for it.</source>
        <translation>请在“设置”中输入，或向技术支持索取。</translation>
    </message>
    <message>
        <source>Enter more points.</source>
        <translation>请输入多一些的积分。</translation>
    </message>
    <message>
        <source>Enter the points again with fewer digits.</source>
        <translation>请减少小数位，再重新输入积分。</translation>
    </message>
    <message>
        <source>Enter the points again, more than 0.</source>
        <translation>请重新输入大于 0 的积分。</translation>
    </message>
    <message>
        <source>Enter them in Settings, or ask support for them.</source>
        <translation>请在“设置”中输入，或向技术支持索取。</translation>
    </message>
    <message>
        <source>Enter your PIN again.</source>
        <translation>请重新输入您的 PIN 码。</translation>
    </message>
    <message>
        <source>Enter your name or number.</source>
        <translation>请输入您的姓名或编号。</translation>
    </message>
    <message>
        <source>Enter your own name or number.</source>
        <translation>请输入您自己的姓名或编号。</translation>
    </message>
    <message>
        <source>Finish the sale without points. Tell support the number below.</source>
        <translation>本单请不用积分结账。请把下方的编号告诉技术支持。</translation>
    </message>
    <message>
        <source>Giving points back is not switched on.</source>
        <translation>退还积分功能未开通。</translation>
    </message>
    <message>
        <source>Go on only if this is another purchase. If it is the same, wait.</source>
        <translation>只有确实是另一笔消费时，才继续。如果是同一笔，请等待。</translation>
    </message>
    <message>
        <source>It is not clear who signs on.</source>
        <translation>不清楚是谁在登录。</translation>
    </message>
    <message>
        <source>It is not known yet whether an earlier redemption of this member went through.</source>
        <translation>尚不确定该会员之前的一笔兑换是否成功。</translation>
    </message>
    <message>
        <source>It is not known yet whether points of this redemption were given back.</source>
        <translation>尚不确定此笔兑换的积分是否已退还。</translation>
    </message>
    <message>
        <source>It is not known yet whether points were redeemed on this bill.</source>
        <translation>尚不确定这张账单是否已兑换积分。</translation>
    </message>
    <message>
        <source>Let another cashier sign on, and tell support the number below.</source>
        <translation>请让其他收银员登录，并把下方的编号告诉技术支持。</translation>
    </message>
    <message>
        <source>Look at it in History before you redeem more points on this bill.</source>
        <translation>在这张账单上继续兑换之前，请先在“历史记录”中查看。</translation>
    </message>
    <message>
        <source>Look at the redemption in History before you give back more.</source>
        <translation>再次退还前，请先在“历史记录”中查看此笔兑换。</translation>
    </message>
    <message>
        <source>Look at the redemption in History before you try again. Tell support the number below.</source>
        <translation>重试前，请先在“历史记录”中查看此笔兑换。请把下方的编号告诉技术支持。</translation>
    </message>
    <message>
        <source>Look for a window that asks to unlock it. If there is none, sign in to this computer again.</source>
        <translation>请找一下要求解锁的窗口。如果没有，请重新登录本电脑。</translation>
    </message>
    <message>
        <source>Look for the redemption in History.</source>
        <translation>请在“历史记录”中查找此笔兑换。</translation>
    </message>
    <message>
        <source>Look in History before you redeem again. Tell support the number below.</source>
        <translation>再次兑换之前，请先查看“历史记录”。请把下方的编号告诉技术支持。</translation>
    </message>
    <message>
        <source>No call from this number has come in.</source>
        <translation>没有收到该号码的来电。</translation>
    </message>
    <message>
        <source>No member has this number.</source>
        <translation>没有会员使用这个号码。</translation>
    </message>
    <message>
        <source>No points were given back. Check the network cable or Wi-Fi, then try again.</source>
        <translation>未退还积分。请检查网线或 Wi-Fi，然后重试。</translation>
    </message>
    <message>
        <source>No points were given back. Enter fewer points.</source>
        <translation>未退还积分。请输入少一些的积分。</translation>
    </message>
    <message>
        <source>No points were given back. Enter the points again.</source>
        <translation>未退还积分。请重新输入积分。</translation>
    </message>
    <message>
        <source>No points were given back. Look for it in History and try again.</source>
        <translation>未退还积分。请在“历史记录”中查找后重试。</translation>
    </message>
    <message>
        <source>No points were given back. Tell support the number below.</source>
        <translation>未退还积分。请把下方的编号告诉技术支持。</translation>
    </message>
    <message>
        <source>No points were given back. Wait a minute, then try again.</source>
        <translation>未退还积分。请等一分钟后重试。</translation>
    </message>
    <message>
        <source>No points were taken. Check the network cable or Wi-Fi, then try again.</source>
        <translation>未扣积分。请检查网线或 Wi-Fi，然后重试。</translation>
    </message>
    <message>
        <source>No points were taken. Check this till’s date and time, then tell support the number below.</source>
        <translation>未扣积分。请检查本收银机的日期和时间，再把下方的编号告诉技术支持。</translation>
    </message>
    <message>
        <source>No points were taken. Check this till’s date and time. If they are right, tell support the number below.</source>
        <translation>未扣积分。请检查本收银机的日期和时间。如果正确，请把下方的编号告诉技术支持。</translation>
    </message>
    <message>
        <source>No points were taken. Redeem again if the member still wants to.</source>
        <translation>未扣积分。如果会员仍要兑换，请再次兑换。</translation>
    </message>
    <message>
        <source>No points were taken. Tell support that they have to be entered again in Settings.</source>
        <translation>未扣积分。请告诉技术支持：需要在“设置”中重新输入。</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below.</source>
        <translation>未扣积分。请把下方的编号告诉技术支持。</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below: the address or the network has to be checked.</source>
        <translation>未扣积分。请把下方的编号告诉技术支持：需要检查地址或网络。</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below: the file has to be corrected.</source>
        <translation>未扣积分。请把下方的编号告诉技术支持：需要修正该文件。</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below: the name and password for it have to be checked.</source>
        <translation>未扣积分。请把下方的编号告诉技术支持：需要检查该网络的名称和密码。</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below: this computer may have to be set up for it.</source>
        <translation>未扣积分。请把下方的编号告诉技术支持：可能需要为此设置本电脑。</translation>
    </message>
    <message>
        <source>No points were taken. Try again when you are ready.</source>
        <translation>未扣积分。准备好后请重试。</translation>
    </message>
    <message>
        <source>No points were taken. Try again. If that does not help, tell support the number below.</source>
        <translation>未扣积分。请重试。如仍不行，请把下方的编号告诉技术支持。</translation>
    </message>
    <message>
        <source>No points were taken. Wait a minute, then try again.</source>
        <translation>未扣积分。请等一分钟再试。</translation>
    </message>
    <message>
        <source>No printer was found at its address.</source>
        <translation>在该地址未找到打印机。</translation>
    </message>
    <message>
        <source>No supervisor’s PIN is set on this till.</source>
        <translation>本收银机未设置主管 PIN 码。</translation>
    </message>
    <message>
        <source>Not known yet whether the points were given back.</source>
        <translation>尚不确定积分是否已退还。</translation>
    </message>
    <message>
        <source>Not known yet whether the points were redeemed.</source>
        <translation>尚不确定积分是否已兑换。</translation>
    </message>
    <message>
        <source>Nothing more has to be done.</source>
        <translation>不需要再做什么。</translation>
    </message>
    <message>
        <source>Only points of a redemption that went through can be given back.</source>
        <translation>只能退还已成功兑换的积分。</translation>
    </message>
    <message>
        <source>Other points were tried for this bill or this member before.</source>
        <translation>之前为这张账单或该会员尝试过兑换其他数额的积分。</translation>
    </message>
    <message>
        <source>Points cannot be given back at this till.</source>
        <translation>本收银机不能退还积分。</translation>
    </message>
    <message>
        <source>Points can have at most three digits after the decimal mark.</source>
        <translation>积分最多三位小数。</translation>
    </message>
    <message>
        <source>Points that counted as not given back are back after all.</source>
        <translation>原记为未退还的积分其实已退还。</translation>
    </message>
    <message>
        <source>Printing on this computer does not work at the moment.</source>
        <translation>本电脑目前无法打印。</translation>
    </message>
    <message>
        <source>Redeem at another till, and tell support the number below.</source>
        <translation>请换一台收银机兑换，并把下方的编号告诉技术支持。</translation>
    </message>
    <message>
        <source>That is more than is left of this redemption.</source>
        <translation>超过此笔兑换的剩余积分。</translation>
    </message>
    <message>
        <source>That looks like a customer’s number.</source>
        <translation>这像是顾客的号码。</translation>
    </message>
    <message>
        <source>The company’s network does not accept the till’s login.</source>
        <translation>公司网络不接受收银机的登录。</translation>
    </message>
    <message>
        <source>The password for the company’s network is not set.</source>
        <translation>公司网络的密码尚未设置。</translation>
    </message>
    <message>
        <source>The points are back, but the till could not keep a record of it.</source>
        <translation>积分已退还，但收银机无法记录。</translation>
    </message>
    <message>
        <source>The points are not affected. Check its power and its cable, then print again.</source>
        <translation>积分不受影响。请检查电源和连线，然后重新打印。</translation>
    </message>
    <message>
        <source>The points are not affected. Check that it is on and connected, then print again, or choose another printer.</source>
        <translation>积分不受影响。请检查打印机是否开机并连接，然后重新打印，或选择其他打印机。</translation>
    </message>
    <message>
        <source>The points are not affected. Choose another printer, and have the address in Settings checked.</source>
        <translation>积分不受影响。请选择其他打印机，并请人检查“设置”中的地址。</translation>
    </message>
    <message>
        <source>The points are not affected. Choose another printer, and tell support the number below.</source>
        <translation>积分不受影响。请选择其他打印机，并把下方的编号告诉技术支持。</translation>
    </message>
    <message>
        <source>The points are not affected. Close the cover, then print again.</source>
        <translation>积分不受影响。请合上盖子，然后重新打印。</translation>
    </message>
    <message>
        <source>The points are not affected. Check whether the receipt came out, and print again if it did not.</source>
        <translation>积分不受影响。请看小票是否已打出，如果没有请重新打印。</translation>
    </message>
    <message>
        <source>The points are not affected. Check whether the receipt came out. If not, switch the printer off and on, then print again.</source>
        <translation>积分不受影响。请看小票是否已打出。如果没有，请关闭再打开打印机，然后重新打印。</translation>
    </message>
    <message>
        <source>The points are not affected. Print again if the member needs it.</source>
        <translation>积分不受影响。如果会员需要，请重新打印。</translation>
    </message>
    <message>
        <source>The points are not affected. Print again if the member still needs it.</source>
        <translation>积分不受影响。如果会员仍需要，请重新打印。</translation>
    </message>
    <message>
        <source>The points are not affected. Put in a new roll, then print again.</source>
        <translation>积分不受影响。请换上新纸卷，然后重新打印。</translation>
    </message>
    <message>
        <source>The points are not affected. Resume the printer on this computer, then print again, or choose another printer.</source>
        <translation>积分不受影响。请在本电脑恢复打印机，然后重新打印，或选择其他打印机。</translation>
    </message>
    <message>
        <source>The points are not affected. Save the receipt, and tell support the number below.</source>
        <translation>积分不受影响。请保存小票，并把下方的编号告诉技术支持。</translation>
    </message>
    <message>
        <source>The points are not affected. Save the receipt, or restart this computer.</source>
        <translation>积分不受影响。请保存小票，或重启本电脑。</translation>
    </message>
    <message>
        <source>The points are not affected. Tear off what came out, check the cable, then print again.</source>
        <translation>积分不受影响。请撕下已打出的部分，检查连线，然后重新打印。</translation>
    </message>
    <message>
        <source>The points were not given back.</source>
        <translation>积分未退还。</translation>
    </message>
    <message>
        <source>The printer does not take new work.</source>
        <translation>打印机不接受新任务。</translation>
    </message>
    <message>
        <source>The printer has no paper.</source>
        <translation>打印机缺纸。</translation>
    </message>
    <message>
        <source>The printer is paused.</source>
        <translation>打印机已暂停。</translation>
    </message>
    <message>
        <source>The printer is switched off or not connected.</source>
        <translation>打印机已关闭或未连接。</translation>
    </message>
    <message>
        <source>The printer stopped while printing.</source>
        <translation>打印机在打印时停止。</translation>
    </message>
    <message>
        <source>The printer took only part of the receipt.</source>
        <translation>打印机只接收了部分小票。</translation>
    </message>
    <message>
        <source>The printer’s address does not exist.</source>
        <translation>打印机的地址不存在。</translation>
    </message>
    <message>
        <source>The printer’s cover is open.</source>
        <translation>打印机的盖子打开了。</translation>
    </message>
    <message>
        <source>The receipt cannot be put in line for printing.</source>
        <translation>小票无法加入打印队列。</translation>
    </message>
    <message>
        <source>The receipt was removed from the printer’s list.</source>
        <translation>小票已从打印机列表中删除。</translation>
    </message>
    <message>
        <source>The safe place for the till’s password does not answer.</source>
        <translation>安全存放收银机密码的地方没有应答。</translation>
    </message>
    <message>
        <source>The safe place for the till’s password has a fault.</source>
        <translation>安全存放收银机密码的地方出现故障。</translation>
    </message>
    <message>
        <source>The service could not make a code just now.</source>
        <translation>会员系统刚才无法生成验证码。</translation>
    </message>
    <message>
        <source>The service did not give the points back.</source>
        <translation>会员系统未退还积分。</translation>
    </message>
    <message>
        <source>The service did not let this till sign in.</source>
        <translation>会员系统未让本收银机登录。</translation>
    </message>
    <message>
        <source>The service does not accept the token that it gave this till.</source>
        <translation>会员系统不接受它发给本收银机的令牌。</translation>
    </message>
    <message>
        <source>The service does not accept this till’s key and secret.</source>
        <translation>会员系统不接受本收银机的密钥和机密。</translation>
    </message>
    <message>
        <source>The service does not accept this.</source>
        <translation>会员系统不接受此操作。</translation>
    </message>
    <message>
        <source>The service does not show everything about this redemption right now.</source>
        <translation>会员系统目前未显示此笔兑换的全部信息。</translation>
    </message>
    <message>
        <source>The service does not have enough points left of this redemption.</source>
        <translation>会员系统中此笔兑换的剩余积分不足。</translation>
    </message>
    <message>
        <source>The service is not set up for giving points back.</source>
        <translation>会员系统未开通退还积分。</translation>
    </message>
    <message>
        <source>The service offers no connection that is safe today.</source>
        <translation>会员系统不提供如今算安全的连接。</translation>
    </message>
    <message>
        <source>The settings could not be saved.</source>
        <translation>设置未能保存。</translation>
    </message>
    <message>
        <source>The till cannot count the PIN attempts, so no one can sign on.</source>
        <translation>收银机无法记录 PIN 码的输入次数，因此无人能登录。</translation>
    </message>
    <message>
        <source>The till cannot count the PIN attempts.</source>
        <translation>收银机无法记录 PIN 码的输入次数。</translation>
    </message>
    <message>
        <source>The till cannot read the cashiers’ PINs, so no one can sign on.</source>
        <translation>收银机无法读取收银员的 PIN 码，因此无人能登录。</translation>
    </message>
    <message>
        <source>The till could not make a secure connection to the service.</source>
        <translation>收银机未能与会员系统建立安全连接。</translation>
    </message>
    <message>
        <source>The till is not allowed to write its record of redemptions.</source>
        <translation>收银机无权写入兑换记录。</translation>
    </message>
    <message>
        <source>The till is open in another login on this computer.</source>
        <translation>收银程序已在本电脑的另一个登录用户中打开。</translation>
    </message>
    <message>
        <source>The till no longer knows the member of this redemption.</source>
        <translation>收银机已不记得此笔兑换的会员。</translation>
    </message>
    <message>
        <source>The till was closed while a receipt was printing.</source>
        <translation>收银机在打印小票时被关闭。</translation>
    </message>
    <message>
        <source>There is no loyalty service at the address in Settings.</source>
        <translation>“设置”中的地址上没有会员系统。</translation>
    </message>
    <message>
        <source>There is no printer.</source>
        <translation>没有可用的打印机。</translation>
    </message>
    <message>
        <source>This computer does not trust what answers in place of the service.</source>
        <translation>本电脑不信任代替会员系统应答的对象。</translation>
    </message>
    <message>
        <source>This is less than the minimum that can be redeemed.</source>
        <translation>低于最少可兑换的积分。</translation>
    </message>
    <message>
        <source>This member has been sent too many codes.</source>
        <translation>发给这位会员的验证码过多。</translation>
    </message>
    <message>
        <source>This member may have reached a limit for giving points back.</source>
        <translation>这位会员可能已达退还积分的上限。</translation>
    </message>
    <message>
        <source>This member’s points were tried before on a similar bill, or without a bill.</source>
        <translation>之前为该会员尝试过兑换积分，账单号几乎相同，或没有账单号。</translation>
    </message>
    <message>
        <source>This redemption is too old to be given back.</source>
        <translation>此笔兑换时间太久，不能退还。</translation>
    </message>
    <message>
        <source>This redemption was made with another loyalty service.</source>
        <translation>此笔兑换是在另一个会员系统中进行的。</translation>
    </message>
    <message>
        <source>This till does not know that cashier.</source>
        <translation>本收银机不认识该收银员。</translation>
    </message>
    <message>
        <source>This till is not allowed to look up this member.</source>
        <translation>本收银机无权查看该会员。</translation>
    </message>
    <message>
        <source>This till is not allowed to redeem without a code.</source>
        <translation>本收银机无权免验证码兑换。</translation>
    </message>
    <message>
        <source>This till’s disk is full.</source>
        <translation>本收银机的磁盘已满。</translation>
    </message>
    <message>
        <source>This till’s key and secret are not set.</source>
        <translation>本收银机的密钥和机密尚未设置。</translation>
    </message>
    <message>
        <source>Try again if the member still wants them.</source>
        <translation>如果会员仍需要，请重试。</translation>
    </message>
    <message>
        <source>Use the last message that came, or wait a few minutes and send the code again.</source>
        <translation>请使用最新收到的短信，或等几分钟后重新发送验证码。</translation>
    </message>
    <message>
        <source>Wait 15 minutes, or let another cashier sign on.</source>
        <translation>请等 15 分钟，或让其他收银员登录。</translation>
    </message>
    <message>
        <source>Wait a minute, then send the code again. If that does not help, finish the sale without points.</source>
        <translation>请等一分钟后重新发送验证码。如仍不行，本单请不用积分结账。</translation>
    </message>
    <message>
        <source>What answers has another name, so it is not the real service.</source>
        <translation>应答的不是真正的会员系统，用的是另一个名称。</translation>
    </message>
    <message>
        <source>What is shown here is correct. Redeem at another till from now on and call support.</source>
        <translation>这里显示的结果是对的。之后请换一台收银机兑换，并联系技术支持。</translation>
    </message>
    <message>
        <source>What proves that this is the real service has expired.</source>
        <translation>用来证明这是真正会员系统的凭证已过期。</translation>
    </message>
    <message>
        <source>What proves that this is the real service is not valid yet.</source>
        <translation>用来证明这是真正会员系统的凭证尚未生效。</translation>
    </message>
    <message>
        <source>What this window shows is correct. Enter it at the POS by hand, and tell support the number below.</source>
        <translation>此窗口显示的内容是正确的。请在 POS 中手动录入，并把下方的编号告诉技术支持。</translation>
    </message>
    <message>
        <source>Write down the points, the bill and the time, and call support now.</source>
        <translation>请记下积分、账单和时间，并立即致电技术支持。</translation>
    </message>
    <message>
        <source>Your PIN cannot be checked on this till.</source>
        <translation>本收银机无法核对您的 PIN 码。</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Send a code to the member, and tell support the number below.</source>
        <translation>未兑换积分。请向会员发送验证码，并把下方的编号告诉技术支持。</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Send a code to the member, or tell support the number below.</source>
        <translation>未兑换积分。请向会员发送验证码，或把下方的编号告诉技术支持。</translation>
    </message>
    <message>
        <source>As far as the service shows, no points were taken. It is safe to press Redeem again.</source>
        <translation>据会员系统显示，未扣积分。可以放心再按“兑换”。</translation>
    </message>
    <message>
        <source>Ask at that till first. Go on only if no points were redeemed there.</source>
        <translation>请先到那台收银机询问。只有那里没有兑换积分时，才继续。</translation>
    </message>
    <message>
        <source>Check the number with them. If it is correct, they have to join first.</source>
        <translation>请与对方核对号码。如果没错，需要先入会。</translation>
    </message>
    <message>
        <source>Do not take the points off the bill yet. Wait a moment, then press Redeem again.</source>
        <translation>先不要从账单中减去积分。请稍等，再按“兑换”。</translation>
    </message>
    <message>
        <source>Enter the password for this address in Settings, or ask support for it.</source>
        <translation>请在“设置”中输入此地址的密码，或向技术支持索取。</translation>
    </message>
    <message>
        <source>No points were taken.</source>
        <translation>未扣积分。</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Ask the supervisor to enter it again.</source>
        <translation>未兑换积分。请主管重新输入。</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Wait 15 minutes, or send a code to the member.</source>
        <translation>未兑换积分。请等 15 分钟，或向会员发送验证码。</translation>
    </message>
    <message>
        <source>Points can only be redeemed in fixed steps.</source>
        <translation>积分只能按固定倍数兑换。</translation>
    </message>
    <message>
        <source>Points of this account cannot be used at the counter.</source>
        <translation>该账户的积分不能在柜台使用。</translation>
    </message>
    <message>
        <source>Points of this group cannot be redeemed.</source>
        <translation>该群组的积分不能兑换。</translation>
    </message>
    <message>
        <source>Points of this program cannot be given back.</source>
        <translation>该会员计划的积分不能退还。</translation>
    </message>
    <message>
        <source>Points were redeemed on this bill already.</source>
        <translation>这张账单已兑换过积分。</translation>
    </message>
    <message>
        <source>Redeem at another till. Call support and do not delete anything here.</source>
        <translation>请换一台收银机兑换。请联系技术支持，不要删除这里的任何内容。</translation>
    </message>
    <message>
        <source>Redeem at another till. Tell support that this one has to be updated.</source>
        <translation>请换一台收银机兑换。请告诉技术支持：这台需要更新。</translation>
    </message>
    <message>
        <source>Redeem at another till. Tell support the number below.</source>
        <translation>请换一台收银机兑换。请把下方的编号告诉技术支持。</translation>
    </message>
    <message>
        <source>Redeeming points is not switched on for this shop.</source>
        <translation>本店未开通积分兑换。</translation>
    </message>
    <message>
        <source>Send a code to the member instead.</source>
        <translation>请改为向会员发送验证码。</translation>
    </message>
    <message>
        <source>Send the code again.</source>
        <translation>请重新发送验证码。</translation>
    </message>
    <message>
        <source>Several cashiers have this name or number.</source>
        <translation>有多位收银员使用此姓名或编号。</translation>
    </message>
    <message>
        <source>Sign in to this computer again, then try again.</source>
        <translation>请重新登录本电脑，然后重试。</translation>
    </message>
    <message>
        <source>Something unexpected happened.</source>
        <translation>发生了意外情况。</translation>
    </message>
    <message>
        <source>Tell support that the address in Settings has to be checked.</source>
        <translation>请告诉技术支持：需要检查“设置”中的地址。</translation>
    </message>
    <message>
        <source>Tell support that they have to be entered again in Settings.</source>
        <translation>请告诉技术支持：需要在“设置”中重新输入。</translation>
    </message>
    <message>
        <source>Tell support that this till’s clock has to be set.</source>
        <translation>请告诉技术支持：需要校准本收银机的时钟。</translation>
    </message>
    <message>
        <source>Tell support the number below.</source>
        <translation>请把下方的编号告诉技术支持。</translation>
    </message>
    <message>
        <source>Tell support the number below. Finish the sale without points.</source>
        <translation>请把下方的编号告诉技术支持。本单请不用积分结账。</translation>
    </message>
    <message>
        <source>Tell support the number below: the group set-up has to be changed.</source>
        <translation>请把下方的编号告诉技术支持：需要修改群组设置。</translation>
    </message>
    <message>
        <source>Tell support the number below: this till needs permission.</source>
        <translation>请把下方的编号告诉技术支持：本收银机需要授权。</translation>
    </message>
    <message>
        <source>Tell the member that more have to be collected first. Finish the sale without points.</source>
        <translation>请告诉会员需要先积累更多积分。本单请不用积分结账。</translation>
    </message>
    <message>
        <source>Tell the member that more purchases are needed first. Finish the sale without points.</source>
        <translation>请告诉会员需要先有更多消费。本单请不用积分结账。</translation>
    </message>
    <message>
        <source>That PIN is wrong.</source>
        <translation>PIN 码错误。</translation>
    </message>
    <message>
        <source>That code is wrong or has expired.</source>
        <translation>验证码错误或已过期。</translation>
    </message>
    <message>
        <source>The code could not be sent to the member.</source>
        <translation>验证码未能发送给会员。</translation>
    </message>
    <message>
        <source>The connection broke before the answer was complete.</source>
        <translation>应答未收全，连接就断开了。</translation>
    </message>
    <message>
        <source>The file could not be saved.</source>
        <translation>文件未能保存。</translation>
    </message>
    <message>
        <source>The member does not have this many points.</source>
        <translation>该会员没有这么多积分。</translation>
    </message>
    <message>
        <source>The member has not confirmed this mobile number yet.</source>
        <translation>该会员尚未确认这个手机号。</translation>
    </message>
    <message>
        <source>The points can be redeemed, but the code could not be sent.</source>
        <translation>积分可以兑换，但验证码未能发送。</translation>
    </message>
    <message>
        <source>The receipt did not print.</source>
        <translation>小票未能打印。</translation>
    </message>
    <message>
        <source>The redemption did not go through.</source>
        <translation>兑换没有成功。</translation>
    </message>
    <message>
        <source>The service cannot show yet whether an earlier try went through.</source>
        <translation>会员系统暂时无法显示之前的尝试是否成功。</translation>
    </message>
    <message>
        <source>The service could not accept that code.</source>
        <translation>会员系统无法接受这个验证码。</translation>
    </message>
    <message>
        <source>The service could not redeem the points.</source>
        <translation>会员系统未能兑换积分。</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>会员系统没有及时应答。</translation>
    </message>
    <message>
        <source>The service did not give these points back again.</source>
        <translation>会员系统没有再次退还这些积分。</translation>
    </message>
    <message>
        <source>The service does not accept this bill number.</source>
        <translation>会员系统不接受这个账单号。</translation>
    </message>
    <message>
        <source>The service does not accept this number of points.</source>
        <translation>会员系统不接受这个积分数。</translation>
    </message>
    <message>
        <source>The service does not accept this number.</source>
        <translation>会员系统不接受这个号码。</translation>
    </message>
    <message>
        <source>The service does not accept this till’s date and time.</source>
        <translation>会员系统不接受本收银机的日期和时间。</translation>
    </message>
    <message>
        <source>The service does not accept this till’s name and password.</source>
        <translation>会员系统不接受本收银机的名称和密码。</translation>
    </message>
    <message>
        <source>The service does not allow this till to do that.</source>
        <translation>会员系统不允许本收银机这样做。</translation>
    </message>
    <message>
        <source>The service is not set up correctly for groups.</source>
        <translation>会员系统的群组设置有误。</translation>
    </message>
    <message>
        <source>The service said no.</source>
        <translation>会员系统拒绝了。</translation>
    </message>
    <message>
        <source>The stored password belongs to another address.</source>
        <translation>已存的密码属于另一个地址。</translation>
    </message>
    <message>
        <source>The service does not know this group.</source>
        <translation>会员系统中没有这个群组。</translation>
    </message>
    <message>
        <source>Several members match.</source>
        <translation>有多位会员符合。</translation>
    </message>
    <message>
        <source>Tell support the number below. They can correct it in Settings.</source>
        <translation>请把下方的编号告诉技术支持。他们可以在“设置”中修正。</translation>
    </message>
    <message>
        <source>That is more points than were redeemed.</source>
        <translation>超过了已兑换的积分数。</translation>
    </message>
    <message>
        <source>The company’s network blocked the till.</source>
        <translation>公司网络拦截了收银机。</translation>
    </message>
    <message>
        <source>The loyalty program is not set up correctly for this shop.</source>
        <translation>本店的会员计划设置有误。</translation>
    </message>
    <message>
        <source>The member has not bought enough in total to redeem points yet.</source>
        <translation>该会员的累计消费还不够，暂不能兑换积分。</translation>
    </message>
    <message>
        <source>The member has not collected enough points in total to redeem any yet.</source>
        <translation>该会员的累计积分还不够，暂不能兑换。</translation>
    </message>
    <message>
        <source>The outcome could not be sent to the POS.</source>
        <translation>无法把结果告知 POS。</translation>
    </message>
    <message>
        <source>The outcome is known, but the till could not record it.</source>
        <translation>结果已知，但收银机未能记录。</translation>
    </message>
    <message>
        <source>The points are not affected. Check the paper and the cable, then print again.</source>
        <translation>积分不受影响。请检查纸张和连接线，然后重新打印。</translation>
    </message>
    <message>
        <source>The points are not affected. Choose another folder in Settings, then save again.</source>
        <translation>积分不受影响。请在“设置”中选择其他文件夹，然后重新保存。</translation>
    </message>
    <message>
        <source>The points are not affected. Save the receipt, or choose a printer in Settings.</source>
        <translation>积分不受影响。请保存小票，或在“设置”中选择打印机。</translation>
    </message>
    <message>
        <source>The loyalty service is not responding.</source>
        <translation>会员系统没有应答。</translation>
    </message>
    <message>
        <source>The service cannot handle points right now.</source>
        <translation>会员系统暂时无法处理积分。</translation>
    </message>
    <message>
        <source>The service could not answer right now.</source>
        <translation>会员系统暂时无法应答。</translation>
    </message>
    <message>
        <source>The service could not give these points back right now.</source>
        <translation>会员系统暂时无法退还这些积分。</translation>
    </message>
    <message>
        <source>The service does not know this loyalty program.</source>
        <translation>会员系统中没有这个会员计划。</translation>
    </message>
    <message>
        <source>The service does not know this redemption.</source>
        <translation>会员系统中没有这笔兑换。</translation>
    </message>
    <message>
        <source>The service is still busy with this member.</source>
        <translation>会员系统还在处理该会员。</translation>
    </message>
    <message>
        <source>The service is very busy.</source>
        <translation>会员系统很忙。</translation>
    </message>
    <message>
        <source>The till cannot be sure that this is the real service.</source>
        <translation>收银机无法确认这是真正的会员系统。</translation>
    </message>
    <message>
        <source>The till cannot open its record of redemptions.</source>
        <translation>收银机无法打开兑换记录。</translation>
    </message>
    <message>
        <source>The till cannot reach the service.</source>
        <translation>收银机连不上会员系统。</translation>
    </message>
    <message>
        <source>The till could not understand the service’s answer.</source>
        <translation>收银机看不懂会员系统的应答。</translation>
    </message>
    <message>
        <source>The till stopped waiting before the answer came.</source>
        <translation>收银机没等到应答就停止了等待。</translation>
    </message>
    <message>
        <source>The till’s record of redemptions is damaged.</source>
        <translation>收银机的兑换记录已损坏。</translation>
    </message>
    <message>
        <source>The till’s record was written by a newer version of this program.</source>
        <translation>收银机的记录由本程序的更新版本写入。</translation>
    </message>
    <message>
        <source>These points have been given back already.</source>
        <translation>这些积分已经退还过了。</translation>
    </message>
    <message>
        <source>This computer has no safe place for the till’s password.</source>
        <translation>本电脑没有安全存放收银机密码的地方。</translation>
    </message>
    <message>
        <source>This is more than can be redeemed at one time.</source>
        <translation>超过一次可兑换的积分。</translation>
    </message>
    <message>
        <source>This person is not in the loyalty program.</source>
        <translation>此人不是本计划的会员。</translation>
    </message>
    <message>
        <source>This redemption was tried at another till before.</source>
        <translation>这笔兑换之前在另一台收银机上尝试过。</translation>
    </message>
    <message>
        <source>This till’s password is not set.</source>
        <translation>本收银机的密码尚未设置。</translation>
    </message>
    <message>
        <source>This was stopped before anything was sent.</source>
        <translation>操作在发送前已停止。</translation>
    </message>
    <message>
        <source>Too many wrong PINs.</source>
        <translation>PIN 码错误次数太多。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请重试。</translation>
    </message>
    <message>
        <source>Try again. If that does not help, tell support the number below.</source>
        <translation>请重试。如仍不行，请把下方的编号告诉技术支持。</translation>
    </message>
    <message>
        <source>Try once more. If that does not help, tell support the number below.</source>
        <translation>请再试一次。如仍不行，请把下方的编号告诉技术支持。</translation>
    </message>
    <message>
        <source>Wait a few seconds, then try again.</source>
        <translation>请等几秒再试。</translation>
    </message>
    <message>
        <source>Wait a minute, then look at the redemption in History before you try again.</source>
        <translation>请等一分钟，先在“历史记录”中查看这笔兑换，再重试。</translation>
    </message>
    <message>
        <source>Wait a minute, then try again.</source>
        <translation>请等一分钟再试。</translation>
    </message>
    <message>
        <source>Wait a minute, then try again. If that does not help, finish the sale without points.</source>
        <translation>请等一分钟再试。如仍不行，本单请不用积分结账。</translation>
    </message>
</context>
<context>
    <name>MissedCallView</name>
    <message>
        <source>Ask the member to call this number and hang up:</source>
        <translation>请会员拨打这个号码后挂断：</translation>
    </message>
    <message>
        <source>Number to call</source>
        <translation>拨打号码</translation>
    </message>
    <message>
        <source>the number that support gave you</source>
        <translation>技术支持给您的号码</translation>
    </message>
    <message>
        <source>The call has to come from {number}. Then redeem.</source>
        <translation>必须用 {number} 拨打，然后兑换。</translation>
    </message>
    <message>
        <source>The call has to come from the member’s own phone. Then redeem.</source>
        <translation>必须用会员自己的手机拨打，然后兑换。</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Sign on first.</source>
        <translation>请先登录。</translation>
    </message>
    <message>
        <source>What you changed in the settings was not saved.</source>
        <translation>您在设置中所做的更改没有保存。</translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Characters left</source>
        <translation>剩余字数</translation>
    </message>
    <message>
        <source>Note templates</source>
        <translation>备注模板</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Remove note</source>
        <translation>删除备注</translation>
    </message>
    <message>
        <source>{used} of {limit}</source>
        <translation>{used} / {limit}</translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>Outcomes</name>
    <message>
        <source>The service does not know a field of this shop ({fields}). No points were taken. Leave it empty where you can, and tell support the number below.</source>
        <translation>会员系统中没有本店的这一栏（{fields}）。未扣积分。可以的话请留空，并把下方的编号告诉技术支持。</translation>
    </message>
    <message>
        <source>Five wrong codes. No points were taken. Send the code again and use the new message only; if the service still refuses it, wait 15 minutes.</source>
        <translation>验证码已错五次。未扣积分。请重新发送，只用新收到的验证码；如会员系统仍拒绝，请等 15 分钟。</translation>
    </message>
    <message numerus="yes">
        <source>The outcome of %Ln earlier redemption(s) is not known yet. The till is asking the service. Do not redeem them again.</source>
        <translation>
            <numerusform>之前有 %Ln 笔兑换尚不确定。收银机正在查询，请勿再次兑换。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is not known yet whether the points of %Ln earlier redemption(s) were given back. The till is asking the service. Do not give them back again.</source>
        <translation>
            <numerusform>尚不确定之前 %Ln 笔兑换的积分是否已退还。收银机正在查询，请勿再次退还。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A redemption that was recorded as not done did happen: {points} points for {who}. Take them off the bill, or tell support to give them back.</source>
        <translation>
            <numerusform>一笔原以为未成功的兑换其实已成功：{who}，{points} 积分。请从账单中减去，或请技术支持退还积分。</numerusform>
        </translation>
    </message>
    <message>
        <source>{news} Go back, then try again.</source>
        <translation>{news}请返回后重试。</translation>
    </message>
    <message numerus="yes">
        <source>Now known: {points} points were redeemed for {who}. The receipt is in the history.</source>
        <translation>
            <numerusform>已查明：{who} 的 {points} 积分已兑换。小票在历史记录中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Now known: the {points} points for {who} were not redeemed. Nothing was taken.</source>
        <translation>
            <numerusform>已查明：{who} 的 {points} 积分没有兑换，未扣积分。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutlookLine</name>
    <message numerus="yes">
        <source>{points} points expire on {day}</source>
        <translation>
            <numerusform>{points} 积分将于 {day} 过期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} of the {all} points expire on {day}</source>
        <translation>
            <numerusform>{all} 积分中的 {points} 将于 {day} 过期</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PadDock</name>
    <message>
        <source>Hide keys</source>
        <translation>隐藏按键</translation>
    </message>
</context>
<context>
    <name>PaperRequests</name>
    <message>
        <source>Printing the receipt…</source>
        <translation>正在打印小票…</translation>
    </message>
    <message>
        <source>Saving the receipt…</source>
        <translation>正在保存小票…</translation>
    </message>
    <message>
        <source>Printing the report…</source>
        <translation>正在打印报告…</translation>
    </message>
    <message>
        <source>Saving the report…</source>
        <translation>正在保存报告…</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>已保存为 {path}</translation>
    </message>
    <message>
        <source>It has been sent to the printer.</source>
        <translation>已发送到打印机。</translation>
    </message>
    <message>
        <source>The receipt has been sent to the printer.</source>
        <translation>小票已发送到打印机。</translation>
    </message>
    <message>
        <source>The receipt is printed.</source>
        <translation>小票已打印。</translation>
    </message>
    <message>
        <source>It is printed.</source>
        <translation>已打印。</translation>
    </message>
    <message>
        <source>A receipt was not printed. {reason} It can be printed again in History.</source>
        <translation>有一张小票未打印。{reason}可在“历史记录”中重新打印。</translation>
    </message>
    <message>
        <source>A report, a test page or a receipt for points given back was not printed. {reason}</source>
        <translation>有一份报告、测试页或积分退还小票未打印。{reason}</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Receipt</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>As it will be printed</source>
        <translation>打印效果</translation>
    </message>
</context>
<context>
    <name>PointsStep</name>
    <message>
        <source>How many points?</source>
        <translation>兑换多少积分？</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Change points</source>
        <translation>修改积分</translation>
    </message>
    <message>
        <source>Points to redeem</source>
        <translation>要兑换的积分</translation>
    </message>
    <message>
        <source>Bill number</source>
        <translation>账单号</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>可抵</translation>
    </message>
    <message>
        <source>Send code</source>
        <translation>发送验证码</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>下一位顾客</translation>
    </message>
    <message>
        <source>Next: the code</source>
        <translation>接下来：验证码</translation>
    </message>
    <message>
        <source>Sending code…</source>
        <translation>正在发送验证码…</translation>
    </message>
    <message>
        <source>from the POS</source>
        <translation>来自 POS</translation>
    </message>
    <message>
        <source>up to {points}</source>
        <translation>最多 {points}</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} 积分</numerusform>
        </translation>
    </message>
    <message>
        <source>bill {bill}</source>
        <translation>账单 {bill}</translation>
    </message>
    <message>
        <source>from a group</source>
        <translation>群组积分</translation>
    </message>
    <message>
        <source>Back to the POS</source>
        <translation>返回 POS</translation>
    </message>
    <message>
        <source>{money} to pay.</source>
        <translation>应付 {money}。</translation>
    </message>
    <message>
        <source>Amount of money</source>
        <translation>抵扣金额</translation>
    </message>
    <message>
        <source>{money} more than the bill.</source>
        <translation>比账单多 {money}。</translation>
    </message>
    <message numerus="yes">
        <source>{words}. Leaves {remaining} points in the group.</source>
        <translation>
            <numerusform>{words}，群组剩余 {remaining} 积分。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{words}. Leaves {remaining} points.</source>
        <translation>
            <numerusform>{words}，剩余 {remaining} 积分。</numerusform>
        </translation>
    </message>
    <message>
        <source>{money} off the bill</source>
        <translation>从账单中减去 {money}</translation>
    </message>
</context>
<context>
    <name>PrintStateView</name>
    <message>
        <source>Test page</source>
        <translation>测试页</translation>
    </message>
</context>
<context>
    <name>PrintStatus</name>
    <message>
        <source>Print again</source>
        <translation>重新打印</translation>
    </message>
    <message>
        <source>Another printer</source>
        <translation>其他打印机</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Printing the receipt…</source>
        <translation>正在打印小票…</translation>
    </message>
    <message>
        <source>The receipt has been sent to the printer.</source>
        <translation>小票已发送到打印机。</translation>
    </message>
    <message>
        <source>The receipt is printed.</source>
        <translation>小票已打印。</translation>
    </message>
    <message>
        <source>Choose a printer</source>
        <translation>选择打印机</translation>
    </message>
    <message>
        <source>No other printer was found</source>
        <translation>未找到其他打印机</translation>
    </message>
    <message>
        <source>{name} (receipt printer)</source>
        <translation>{name}（小票打印机）</translation>
    </message>
</context>
<context>
    <name>PrinterControl</name>
    <message>
        <source>Default printer</source>
        <translation>默认打印机</translation>
    </message>
</context>
<context>
    <name>QuestionPanel</name>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Redeem anyway</source>
        <translation>仍要兑换</translation>
    </message>
    <message numerus="yes">
        <source>Redeem {points} points anyway</source>
        <translation>
            <numerusform>仍要兑换 {points} 积分</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>TRAINING. Not a receipt.</source>
        <translation>练习，非正式小票</translation>
    </message>
    <message>
        <source>COPY</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>Till {till} · Cashier {cashier}</source>
        <translation>收银机 {till} · 收银员 {cashier}</translation>
    </message>
    <message>
        <source>Till {till}</source>
        <translation>收银机 {till}</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>账单号</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>From the group’s points</source>
        <translation>使用群组积分</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>抵扣金额</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>积分余额</translation>
    </message>
    <message>
        <source>Redemption</source>
        <translation>兑换编号</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参考号</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>谢谢惠顾</translation>
    </message>
    <message>
        <source>POINTS GIVEN BACK</source>
        <translation>积分已退还</translation>
    </message>
    <message>
        <source>Points given back</source>
        <translation>已退还积分</translation>
    </message>
    <message>
        <source>Expired, not given back</source>
        <translation>已过期，未退还</translation>
    </message>
    <message>
        <source>Points for the member</source>
        <translation>会员所得积分</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reversal</source>
        <translation>退还</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>已兑换</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>已退还</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>Not given back</source>
        <translation>未退还</translation>
    </message>
    <message>
        <source>Giving back</source>
        <translation>正在退还</translation>
    </message>
    <message>
        <source>End of day</source>
        <translation>日结</translation>
    </message>
    <message>
        <source>{name} × {count}</source>
        <translation>{name} × {count}</translation>
    </message>
    <message>
        <source>Net points</source>
        <translation>净积分</translation>
    </message>
    <message>
        <source>Net value</source>
        <translation>净抵扣金额</translation>
    </message>
    <message>
        <source>By cashier</source>
        <translation>按收银员</translation>
    </message>
    <message>
        <source>By program</source>
        <translation>按会员计划</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>无姓名</translation>
    </message>
    <message>
        <source>Default program</source>
        <translation>默认会员计划</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>仍未决</translation>
    </message>
    <message>
        <source>Since it was closed</source>
        <translation>结束之后</translation>
    </message>
    <message>
        <source>Settled since, of other days</source>
        <translation>其他日期、现已查清</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
    <message>
        <source>No events</source>
        <translation>没有事件</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>校验头</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Closed by {cashier}</source>
        <translation>由 {cashier} 结束</translation>
    </message>
    <message>
        <source>The day is open</source>
        <translation>当日未结束</translation>
    </message>
    <message>
        <source>TRAINING</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Practice store</source>
        <translation>练习门店</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>测试打印</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>收银机</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Default printer</source>
        <translation>默认打印机</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>If you can read this, the printer works.</source>
        <translation>如果您能读到这行字，打印机工作正常。</translation>
    </message>
</context>
<context>
    <name>ReceiptPage</name>
    <message>
        <source>Points redeemed</source>
        <translation>已兑换积分</translation>
    </message>
    <message>
        <source>Updated balance</source>
        <translation>最新积分余额</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>打印小票</translation>
    </message>
    <message>
        <source>Save receipt</source>
        <translation>保存小票</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>下一位顾客</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Back to POS</source>
        <translation>返回 POS</translation>
    </message>
    <message>
        <source>The points have been given back since</source>
        <translation>积分此后已退还</translation>
    </message>
    <message numerus="yes">
        <source>Take {points} points off the bill</source>
        <translation>
            <numerusform>账单减去 {points} 积分</numerusform>
        </translation>
    </message>
    <message>
        <source>Bill {bill}</source>
        <translation>账单 {bill}</translation>
    </message>
    <message>
        <source>The service did not say what they are worth.</source>
        <translation>会员系统未说明可抵多少。</translation>
    </message>
    <message numerus="yes">
        <source>{points} points have been given back since.</source>
        <translation>
            <numerusform>此后已退还 {points} 积分。</numerusform>
        </translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Take {value} off the bill</source>
        <translation>请从账单中减去 {value}</translation>
    </message>
</context>
<context>
    <name>Redeeming</name>
    <message numerus="yes">
        <source>{points} points are worth {worth}. Check the amount with the member.</source>
        <translation>
            <numerusform>{points} 积分可抵 {worth}，请与会员核对金额。</numerusform>
        </translation>
    </message>
    <message>
        <source>The code has been sent again.</source>
        <translation>验证码已重新发送。</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Enter the supervisor’s PIN and a reason.</source>
        <translation>未兑换积分。需要主管的 PIN 码和原因。</translation>
    </message>
</context>
<context>
    <name>RequestedGiveBack</name>
    <message>
        <source>The POS no longer asks to give points back.</source>
        <translation>POS 不再要求退还积分。</translation>
    </message>
</context>
<context>
    <name>ScanHint</name>
    <message>
        <source>Or scan the card or the code</source>
        <translation>或扫描卡或条码</translation>
    </message>
    <message>
        <source>It goes into the field, wherever the cursor is.</source>
        <translation>无论光标在哪里，都会进入输入框。</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The settings are saved.</source>
        <translation>设置已保存。</translation>
    </message>
    <message>
        <source>Cannot be used, so the default counts: {settings}. F10 shows why.</source>
        <translation>无法使用，改用默认值：{settings}。按 F10 查看原因。</translation>
    </message>
    <message>
        <source>The till works with a new record now.</source>
        <translation>收银机现在使用新记录。</translation>
    </message>
    <message>
        <source>The till works with a new record now. The damaged one is kept as {name}.</source>
        <translation>收银机现在使用新记录。损坏的记录已另存为 {name}。</translation>
    </message>
    <message>
        <source>Another window on this computer is open for the same service and till name. The two do not know about each other’s redemptions. Close one of them.</source>
        <translation>本电脑上还有一个窗口，使用相同的会员系统和收银机名称。两个窗口互不知道对方的兑换。请关闭其中一个。</translation>
    </message>
    <message>
        <source>This till’s record of redemptions was copied from another computer or from a backup. Nothing that was started there is sent again. Ask support before you also use the other one.</source>
        <translation>本收银机的兑换记录是从另一台电脑或备份复制来的。在那里开始的兑换不会再次发送。同时使用另一台之前，请先询问技术支持。</translation>
    </message>
    <message>
        <source>The settings are saved. They count after this customer.</source>
        <translation>设置已保存。这位顾客办理完后生效。</translation>
    </message>
</context>
<context>
    <name>SettingControl</name>
    <message>
        <source>Error: {why}</source>
        <translation>错误：{why}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Service</source>
        <translation>会员系统</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>门店</translation>
    </message>
    <message>
        <source>Redeeming</source>
        <translation>兑换</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>验证码</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Cashiers</source>
        <translation>收银员</translation>
    </message>
    <message>
        <source>POS</source>
        <translation>POS</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation>总部</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>外观和语言</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>技术支持</translation>
    </message>
    <message>
        <source>Address of the service</source>
        <translation>会员系统地址</translation>
    </message>
    <message>
        <source>Address of the loyalty service, which begins with https://.</source>
        <translation>会员系统的地址，以 https:// 开头。</translation>
    </message>
    <message>
        <source>Name of this till</source>
        <translation>本收银机的名称</translation>
    </message>
    <message>
        <source>The user of the service’s Basic authentication. ${HOSTNAME} is this computer’s name.</source>
        <translation>会员系统 Basic 认证的用户。${HOSTNAME} 是本电脑名称。</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>登录方式</translation>
    </message>
    <message>
        <source>How the till signs in to the service.</source>
        <translation>收银机如何登录会员系统。</translation>
    </message>
    <message>
        <source>Name and password</source>
        <translation>名称和密码</translation>
    </message>
    <message>
        <source>Key and secret (OAuth)</source>
        <translation>密钥和机密（OAuth）</translation>
    </message>
    <message>
        <source>Password is a digest</source>
        <translation>密码是摘要</translation>
    </message>
    <message>
        <source>The stored password is its MD5 digest already.</source>
        <translation>存储的密码已是 MD5 摘要。</translation>
    </message>
    <message>
        <source>Time to connect</source>
        <translation>连接时间</translation>
    </message>
    <message>
        <source>Seconds to wait for a connection.</source>
        <translation>等待连接的秒数。</translation>
    </message>
    <message>
        <source>Time for a call</source>
        <translation>调用时间</translation>
    </message>
    <message>
        <source>Seconds for the whole of a call.</source>
        <translation>一次完整调用的秒数。</translation>
    </message>
    <message>
        <source>Settle after</source>
        <translation>查清所需时间</translation>
    </message>
    <message>
        <source>Seconds after the end of a call. From then on, several look-ups that find nothing prove that no points moved.</source>
        <translation>调用结束后经过这些秒数，多次查询均未找到即可证明未扣积分。</translation>
    </message>
    <message>
        <source>Look again after</source>
        <translation>再次查看时间</translation>
    </message>
    <message>
        <source>Seconds until a redemption recorded as not redeemed is looked up again.</source>
        <translation>记为未兑换的兑换再次查找前的秒数。</translation>
    </message>
    <message>
        <source>Calls per minute</source>
        <translation>每分钟调用数</translation>
    </message>
    <message>
        <source>The service’s rate limit for this till.</source>
        <translation>会员系统对本收银机的调用上限。</translation>
    </message>
    <message>
        <source>Attribution type</source>
        <translation>归属类型</translation>
    </message>
    <message>
        <source>X-CAP-API-ATTRIBUTION-ENTITY-TYPE, such as TILL or STORE_CODE.</source>
        <translation>X-CAP-API-ATTRIBUTION-ENTITY-TYPE，例如 TILL 或 STORE_CODE。</translation>
    </message>
    <message>
        <source>Attribution code</source>
        <translation>归属代码</translation>
    </message>
    <message>
        <source>X-CAP-API-ATTRIBUTION-ENTITY-CODE.</source>
        <translation>X-CAP-API-ATTRIBUTION-ENTITY-CODE。</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>http://host:port of the proxy, direct for none; empty for the one of this computer.</source>
        <translation>代理的 http://host:port，不用代理则填 direct；留空则用本电脑的代理。</translation>
    </message>
    <message>
        <source>Name for the proxy</source>
        <translation>代理的登录名</translation>
    </message>
    <message>
        <source>Who logs in at the proxy; empty if it asks for no login.</source>
        <translation>登录代理所用的名称；代理不要求登录则留空。</translation>
    </message>
    <message>
        <source>File of certificates</source>
        <translation>证书文件</translation>
    </message>
    <message>
        <source>Path of a PEM file of certificate authorities to trust beside those of this computer.</source>
        <translation>PEM 文件的路径，含本电脑之外另行信任的证书颁发机构。</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>门店</translation>
    </message>
    <message>
        <source>The store’s name, for the window and the receipt.</source>
        <translation>门店名称，用于窗口和小票。</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Region of numbers without a country code.</source>
        <translation>没有国家代码的号码所属地区。</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Currency; empty for the country’s own.</source>
        <translation>货币；留空则为该国货币。</translation>
    </message>
    <message>
        <source>Form of mobile numbers</source>
        <translation>手机号格式</translation>
    </message>
    <message>
        <source>How the service wants numbers: digits, plus, national.</source>
        <translation>会员系统要求的号码格式：数字、加号、国内。</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>With +</source>
        <translation>带 +</translation>
    </message>
    <message>
        <source>National</source>
        <translation>国内</translation>
    </message>
    <message>
        <source>Days to keep numbers</source>
        <translation>号码保留天数</translation>
    </message>
    <message>
        <source>Days that mobile numbers of settled attempts are kept.</source>
        <translation>已查清的记录中手机号保留的天数。</translation>
    </message>
    <message>
        <source>Loyalty program</source>
        <translation>会员计划</translation>
    </message>
    <message>
        <source>Fixed program; empty for the default one or the cashier’s choice.</source>
        <translation>固定会员计划；留空为默认或由收银员选择。</translation>
    </message>
    <message>
        <source>Bill number required</source>
        <translation>账单号必填</translation>
    </message>
    <message>
        <source>Whether a redemption needs a bill number.</source>
        <translation>兑换是否需要账单号。</translation>
    </message>
    <message>
        <source>Points of a group</source>
        <translation>群组积分</translation>
    </message>
    <message>
        <source>Whether points of a group can be redeemed.</source>
        <translation>是否可兑换群组积分。</translation>
    </message>
    <message>
        <source>Groups by hand</source>
        <translation>手动输入群组</translation>
    </message>
    <message>
        <source>Whether a group that the service does not show can be entered by hand.</source>
        <translation>会员系统未显示的群组是否可手动输入。</translation>
    </message>
    <message>
        <source>Look ahead</source>
        <translation>提前查询</translation>
    </message>
    <message>
        <source>Ask at once, for a member, which points expire and whether they can be redeemed.</source>
        <translation>立即查询会员哪些积分将过期、是否可兑换。</translation>
    </message>
    <message>
        <source>Amounts of money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Whether an amount of money can be entered for points.</source>
        <translation>是否可输入金额代替积分。</translation>
    </message>
    <message>
        <source>Find members by</source>
        <translation>查找会员方式</translation>
    </message>
    <message>
        <source>How a member can be found beside the mobile number: card, email, external_id.</source>
        <translation>除手机号外如何查找会员：card、email、external_id。</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>顾客编号</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Whether a redemption can carry a note.</source>
        <translation>兑换是否可带备注。</translation>
    </message>
    <message>
        <source>Length of a note</source>
        <translation>备注长度</translation>
    </message>
    <message>
        <source>Characters that a note has at most.</source>
        <translation>备注最多字符数。</translation>
    </message>
    <message>
        <source>Notes to choose from</source>
        <translation>可选备注</translation>
    </message>
    <message>
        <source>Notes to choose from (JSON list of texts).</source>
        <translation>可选备注（JSON 文本列表）。</translation>
    </message>
    <message>
        <source>Additional fields</source>
        <translation>附加字段</translation>
    </message>
    <message>
        <source>Fields that the organisation has added (JSON list).</source>
        <translation>机构添加的字段（JSON 列表）。</translation>
    </message>
    <message>
        <source>Who may give points back</source>
        <translation>谁可退还积分</translation>
    </message>
    <message>
        <source>Supervisor means the cashier with the supervisor’s PIN.</source>
        <translation>主管指使用主管 PIN 码的收银员。</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>收银员</translation>
    </message>
    <message>
        <source>Who is at the till, for the receipt and the audit trail, if no one signs on.</source>
        <translation>无人登录时收银机的当班人，用于小票和审计记录。</translation>
    </message>
    <message>
        <source>Cashiers sign on</source>
        <translation>收银员登录</translation>
    </message>
    <message>
        <source>Whether cashiers sign on before they serve.</source>
        <translation>收银员在接待顾客前是否要登录。</translation>
    </message>
    <message>
        <source>Cashiers to choose from</source>
        <translation>可选收银员</translation>
    </message>
    <message>
        <source>Names to choose from (JSON list of texts). A number before a name can be typed in its place: 1042 Meera Nair.</source>
        <translation>可选姓名（JSON 文本列表）。姓名前的编号可代替姓名输入：1042 Meera Nair。</translation>
    </message>
    <message>
        <source>No other cashiers</source>
        <translation>不允许其他收银员</translation>
    </message>
    <message>
        <source>Whether only the cashiers to choose from can sign on.</source>
        <translation>是否只有可选收银员才能登录。</translation>
    </message>
    <message>
        <source>Sign off after</source>
        <translation>自动退出登录时间</translation>
    </message>
    <message>
        <source>Seconds without a key or a touch after which the till signs off; 0: never.</source>
        <translation>无按键或触摸达到此秒数后，收银机退出登录；0：从不。</translation>
    </message>
    <message>
        <source>File of cashiers’ PINs</source>
        <translation>收银员 PIN 码文件</translation>
    </message>
    <message>
        <source>Path of a JSON file with each cashier’s PIN as `points-till pin hash` makes it. Cashiers then sign on by PIN.</source>
        <translation>JSON 文件的路径，含由 `points-till pin hash` 生成的每位收银员的 PIN 码。此后收银员凭 PIN 码登录。</translation>
    </message>
    <message>
        <source>Port of the local interface</source>
        <translation>本地接口的端口</translation>
    </message>
    <message>
        <source>Port on which this till serves the POS’s local interface; 0: it does not.</source>
        <translation>本收银机向 POS 提供本地接口的端口；0：不提供。</translation>
    </message>
    <message>
        <source>Web pages that may call</source>
        <translation>可调用的网页</translation>
    </message>
    <message>
        <source>Web pages that may call the local interface, such as https://pos.example (JSON list).</source>
        <translation>可调用本地接口的网页，例如 https://pos.example（JSON 列表）。</translation>
    </message>
    <message>
        <source>Address of head office</source>
        <translation>总部的地址</translation>
    </message>
    <message>
        <source>Address of head office, which begins with https://. Empty: nothing is sent.</source>
        <translation>总部的地址，以 https:// 开头。留空：不发送任何内容。</translation>
    </message>
    <message>
        <source>Key for head office</source>
        <translation>总部的密钥</translation>
    </message>
    <message>
        <source>This till’s key, as `points-till head-office enrol` prints it.</source>
        <translation>本收银机的密钥，由 `points-till head-office enrol` 显示。</translation>
    </message>
    <message>
        <source>Pause between sends</source>
        <translation>发送间隔</translation>
    </message>
    <message>
        <source>Seconds between looks for something new to send.</source>
        <translation>两次检查有无新内容要发送之间的秒数。</translation>
    </message>
    <message>
        <source>Bandwidth for head office</source>
        <translation>总部的带宽</translation>
    </message>
    <message>
        <source>Kilobytes a second that sending to head office may use; 0: no limit.</source>
        <translation>向总部发送时每秒可用的千字节数；0：不限。</translation>
    </message>
    <message>
        <source>Numbers for head office</source>
        <translation>发给总部的手机号</translation>
    </message>
    <message>
        <source>Whether head office gets mobile numbers in full, and not only as keyed digests.</source>
        <translation>总部是否收到完整的手机号，而不只是带密钥的摘要。</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>It is kept in this computer’s keyring, with the secret. Leave both empty to keep those that are stored.</source>
        <translation>与机密一起保存在本电脑密钥串中。两者都留空则保留已存储的。</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>机密</translation>
    </message>
    <message>
        <source>It was shown once, when the key was made. Leave both empty to keep those that are stored.</source>
        <translation>仅在创建密钥时显示过一次。两者都留空则保留已存储的。</translation>
    </message>
    <message>
        <source>Password for the proxy</source>
        <translation>代理的密码</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>必须是文本</translation>
    </message>
    <message>
        <source>must be one line without control characters</source>
        <translation>必须是一行，不含控制字符</translation>
    </message>
    <message>
        <source>must be text without control characters</source>
        <translation>必须是不含控制字符的文本</translation>
    </message>
    <message>
        <source>must not be longer than {longest} characters</source>
        <translation>不能超过 {longest} 个字符</translation>
    </message>
    <message>
        <source>must not have a colon in it</source>
        <translation>不能包含冒号</translation>
    </message>
    <message>
        <source>must be ASCII letters, digits and marks</source>
        <translation>只能包含 ASCII 字母、数字和符号</translation>
    </message>
    <message>
        <source>must not have {name} in it: only {known} is known</source>
        <translation>不能包含 {name}，只识别 {known}</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>必须是 true 或 false</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>必须是数字</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>必须是整数</translation>
    </message>
    <message>
        <source>must be from {lowest} to {highest}</source>
        <translation>必须在 {lowest} 到 {highest} 之间</translation>
    </message>
    <message>
        <source>must be an amount of points, such as 100 or 12.5</source>
        <translation>必须是积分数量，例如 100 或 12.5</translation>
    </message>
    <message>
        <source>must be one of {choices}, or empty for the system’s own</source>
        <translation>必须是以下之一：{choices}，或留空以使用系统的值</translation>
    </message>
    <message>
        <source>must be one of {choices}</source>
        <translation>必须是以下之一：{choices}</translation>
    </message>
    <message>
        <source>must be some of {choices}</source>
        <translation>只能包含以下各项：{choices}</translation>
    </message>
    <message>
        <source>must be an ISO 4217 code such as INR</source>
        <translation>必须是 ISO 4217 代码，例如 INR</translation>
    </message>
    <message>
        <source>must be an ISO 3166 region such as IN</source>
        <translation>必须是 ISO 3166 地区，例如 IN</translation>
    </message>
    <message>
        <source>is not an address</source>
        <translation>不是地址</translation>
    </message>
    <message>
        <source>must not carry a user name or password</source>
        <translation>不能包含用户名或密码</translation>
    </message>
    <message>
        <source>must not carry a query</source>
        <translation>不能包含问号后的参数</translation>
    </message>
    <message>
        <source>must begin with https:// (http:// is for this machine alone)</source>
        <translation>必须以 https:// 开头（http:// 仅用于本电脑）</translation>
    </message>
    <message>
        <source>must begin with https://</source>
        <translation>必须以 https:// 开头</translation>
    </message>
    <message>
        <source>must not carry a login: that is the setting proxy_user and a password of its own</source>
        <translation>不能包含登录信息，请使用设置 proxy_user 和单独的密码</translation>
    </message>
    <message>
        <source>must begin with http:// (it opens a tunnel, so what passes is encrypted all the same)</source>
        <translation>必须以 http:// 开头（会建立隧道，因此传输的内容仍是加密的）</translation>
    </message>
    <message>
        <source>must be http://host:port</source>
        <translation>必须是 http://host:port</translation>
    </message>
    <message>
        <source>must be tcp://HOST:PORT</source>
        <translation>必须是 tcp://HOST:PORT</translation>
    </message>
    <message>
        <source>must name a queue after raw:</source>
        <translation>raw: 之后必须是队列名称</translation>
    </message>
    <message>
        <source>must be a list of addresses such as https://pos.example</source>
        <translation>必须是地址列表，例如 https://pos.example</translation>
    </message>
    <message>
        <source>must be addresses such as https://pos.example, without a path or a *</source>
        <translation>必须是类似 https://pos.example 的地址，不含路径和 *</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>必须是列表</translation>
    </message>
    <message>
        <source>must be a list of texts</source>
        <translation>必须是文本列表</translation>
    </message>
    <message>
        <source>must be a list of fields</source>
        <translation>必须是字段列表</translation>
    </message>
    <message>
        <source>must be a JSON list of texts</source>
        <translation>必须是 JSON 文本列表</translation>
    </message>
    <message>
        <source>must be a JSON list of fields</source>
        <translation>必须是 JSON 字段列表</translation>
    </message>
    <message>
        <source>must not have more than {most} entries</source>
        <translation>不能超过 {most} 项</translation>
    </message>
    <message>
        <source>every field needs a name</source>
        <translation>每个字段都需要名称</translation>
    </message>
    <message>
        <source>choices must be a list</source>
        <translation>choices 必须是列表</translation>
    </message>
    <message>
        <source>{name} needs choices</source>
        <translation>{name} 需要选项</translation>
    </message>
    <message>
        <source>{name} is there twice</source>
        <translation>{name} 出现了两次</translation>
    </message>
    <message>
        <source>unknown: {names}</source>
        <translation>未知：{names}</translation>
    </message>
    <message>
        <source>must be what `points-till pin hash` makes of the PIN</source>
        <translation>必须是 `points-till pin hash` 由 PIN 码生成的值</translation>
    </message>
    <message>
        <source>is not a key that `points-till head-office enrol` has printed</source>
        <translation>不是 `points-till head-office enrol` 显示的密钥</translation>
    </message>
    <message>
        <source>is not a text</source>
        <translation>不是文本</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>The cashier</source>
        <translation>收银员</translation>
    </message>
    <message>
        <source>No one</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>Days to give back</source>
        <translation>可退还天数</translation>
    </message>
    <message>
        <source>Days after a redemption within which its points can be given back.</source>
        <translation>兑换后可退还积分的天数。</translation>
    </message>
    <message>
        <source>Codes are valid for</source>
        <translation>验证码有效期</translation>
    </message>
    <message>
        <source>Seconds that the organisation’s codes are good for; 0: not known.</source>
        <translation>机构验证码有效的秒数；0：未知。</translation>
    </message>
    <message>
        <source>New code after</source>
        <translation>重发验证码间隔</translation>
    </message>
    <message>
        <source>Seconds until a code can be sent again.</source>
        <translation>可再次发送验证码前的秒数。</translation>
    </message>
    <message>
        <source>Codes in capitals</source>
        <translation>验证码用大写</translation>
    </message>
    <message>
        <source>Codes are in capitals: small letters become capitals while they are typed.</source>
        <translation>验证码为大写：输入的小写字母会变成大写。</translation>
    </message>
    <message>
        <source>Codes by e-mail</source>
        <translation>电子邮件验证码</translation>
    </message>
    <message>
        <source>Whether a code can be asked for by the member’s e-mail address.</source>
        <translation>是否可按会员的电子邮件地址索取验证码。</translation>
    </message>
    <message>
        <source>Codes by card number</source>
        <translation>卡号验证码</translation>
    </message>
    <message>
        <source>Whether a code can be asked for by the card number with which the member was found.</source>
        <translation>是否可按查找会员所用的卡号索取验证码。</translation>
    </message>
    <message>
        <source>Code needed from</source>
        <translation>需要验证码的起点</translation>
    </message>
    <message>
        <source>Points from which a redemption needs the member’s code. 0: every redemption.</source>
        <translation>从多少积分起兑换需要会员验证码。0：每次都需要。</translation>
    </message>
    <message>
        <source>Missed calls</source>
        <translation>未接来电</translation>
    </message>
    <message>
        <source>Whether a missed call can take the place of the code.</source>
        <translation>未接来电是否可代替验证码。</translation>
    </message>
    <message>
        <source>Number for missed calls</source>
        <translation>未接来电号码</translation>
    </message>
    <message>
        <source>The number that a member calls and hangs up.</source>
        <translation>会员拨打后挂断的号码。</translation>
    </message>
    <message>
        <source>Missed call first</source>
        <translation>先用未接来电</translation>
    </message>
    <message>
        <source>Whether a missed call is asked for at once, in place of a code.</source>
        <translation>是否一开始就用未接来电代替验证码。</translation>
    </message>
    <message>
        <source>Redeem without a code</source>
        <translation>免验证码兑换</translation>
    </message>
    <message>
        <source>Whether a supervisor can let a redemption go without a code; needs supervisor_pin.</source>
        <translation>主管是否可允许免验证码兑换；需要 supervisor_pin。</translation>
    </message>
    <message>
        <source>Supervisor PIN</source>
        <translation>主管 PIN 码</translation>
    </message>
    <message>
        <source>The supervisor’s PIN as `points-till pin hash` makes it, never as it is typed.</source>
        <translation>由 `points-till pin hash` 生成的主管 PIN 码，而非键入的原文。</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>A system queue, raw:QUEUE or tcp://HOST:PORT; empty for the default printer.</source>
        <translation>系统队列、raw:QUEUE 或 tcp://HOST:PORT；留空为默认打印机。</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>The width of the roll, or a sheet.</source>
        <translation>纸卷宽度或单页纸。</translation>
    </message>
    <message>
        <source>58 mm</source>
        <translation>58 毫米</translation>
    </message>
    <message>
        <source>80 mm</source>
        <translation>80 毫米</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Print automatically</source>
        <translation>自动打印</translation>
    </message>
    <message>
        <source>After each redemption.</source>
        <translation>每次兑换之后。</translation>
    </message>
    <message>
        <source>First lines of the receipt</source>
        <translation>小票开头</translation>
    </message>
    <message>
        <source>Below the store’s name, such as its address.</source>
        <translation>门店名称下方，例如地址。</translation>
    </message>
    <message>
        <source>Last lines of the receipt</source>
        <translation>小票结尾</translation>
    </message>
    <message>
        <source>In place of the thanks, in the store’s language.</source>
        <translation>代替致谢语，使用门店语言。</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>标志</translation>
    </message>
    <message>
        <source>Path of a PNG or SVG file, for receipts and the customer’s screen.</source>
        <translation>PNG 或 SVG 文件的路径，用于小票和顾客屏。</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>打开钱箱</translation>
    </message>
    <message>
        <source>Whether a receipt opens the drawer at a thermal printer.</source>
        <translation>小票是否打开热敏打印机的钱箱。</translation>
    </message>
    <message>
        <source>Cut the paper</source>
        <translation>切纸</translation>
    </message>
    <message>
        <source>Whether a thermal printer cuts the paper.</source>
        <translation>热敏打印机是否切纸。</translation>
    </message>
    <message>
        <source>Printer’s commands</source>
        <translation>打印机指令</translation>
    </message>
    <message>
        <source>How a thermal printer takes pictures; columns for older models.</source>
        <translation>热敏打印机接收图像的方式；旧型号用列。</translation>
    </message>
    <message>
        <source>Raster (GS v 0)</source>
        <translation>光栅（GS v 0）</translation>
    </message>
    <message>
        <source>Columns (ESC *)</source>
        <translation>列（ESC *）</translation>
    </message>
    <message>
        <source>Folder for receipts</source>
        <translation>小票文件夹</translation>
    </message>
    <message>
        <source>Where saved receipts go; empty for Documents.</source>
        <translation>保存的小票的位置；留空为“文档”。</translation>
    </message>
    <message>
        <source>Language of receipts</source>
        <translation>小票语言</translation>
    </message>
    <message>
        <source>Language of the receipt; empty for the window’s.</source>
        <translation>小票语言；留空则与窗口相同。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Language of the window; empty for the system’s own.</source>
        <translation>窗口语言；留空则与系统相同。</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>system, light, dark or high-contrast.</source>
        <translation>系统、浅色、深色或高对比度。</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Number pad</source>
        <translation>数字键盘</translation>
    </message>
    <message>
        <source>When to show it; automatic: if there is a touch screen.</source>
        <translation>何时显示；自动：有触摸屏时。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>总是</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>减少动态效果</translation>
    </message>
    <message>
        <source>Still patterns take the place of moving ones.</source>
        <translation>用静态图案代替动态图案。</translation>
    </message>
    <message>
        <source>Screen for the customer</source>
        <translation>顾客屏</translation>
    </message>
    <message>
        <source>Points, value and code for the customer’s eyes.</source>
        <translation>供顾客查看的积分、抵扣金额和验证码。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>A window</source>
        <translation>一个窗口</translation>
    </message>
    <message>
        <source>Second display</source>
        <translation>第二显示器</translation>
    </message>
    <message>
        <source>Log level</source>
        <translation>日志级别</translation>
    </message>
    <message>
        <source>The least important lines that are written.</source>
        <translation>会写入的最低重要程度的行。</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Log format</source>
        <translation>日志格式</translation>
    </message>
    <message>
        <source>Text for people, or JSON lines for programs.</source>
        <translation>供人阅读的文本，或供程序使用的 JSON 行。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON 行</translation>
    </message>
    <message>
        <source>Password of this till</source>
        <translation>本收银机的密码</translation>
    </message>
    <message>
        <source>It is kept in this computer’s keyring, never in a file. Leave it empty to keep the one that is stored.</source>
        <translation>保存在本电脑密钥串中，绝不写入文件。留空则保留已存储的密码。</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Search settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation>设置分组</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>没有设置含有这些字词。</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>与系统相同</translation>
    </message>
    <message>
        <source>Same as the window</source>
        <translation>与窗口相同</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln settings</source>
        <translation>
            <numerusform>%Ln 项设置中的 {count} 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>测试打印</translation>
    </message>
    <message>
        <source>Support file</source>
        <translation>技术支持文件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>What was saved counts once no customer is being served. Until then, this is what counted before.</source>
        <translation>已保存的内容在没有顾客在办理时生效。在此之前，这里显示的是之前的设置。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Head office has other records under this till’s numbers. Call support.</source>
        <translation>总部在本收银机的编号下有其他记录。请联系技术支持。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) wait to be sent.</source>
        <translation>
            <numerusform>%Ln 条记录等待发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>Head office has not answered yet.</source>
        <translation>总部尚未应答。</translation>
    </message>
    <message>
        <source>Head office has everything.</source>
        <translation>总部已收到全部内容。</translation>
    </message>
    <message>
        <source>Head office cannot be reached just now. {waiting}</source>
        <translation>目前无法连接总部。{waiting}</translation>
    </message>
    <message>
        <source>Head office does not know this till’s key. {waiting}</source>
        <translation>总部不认识本收银机的密钥。{waiting}</translation>
    </message>
    <message>
        <source>Head office does not accept this till’s records. Call support. {waiting}</source>
        <translation>总部不接受本收银机的记录。请联系技术支持。{waiting}</translation>
    </message>
    <message>
        <source>Set by policy</source>
        <translation>由策略设定</translation>
    </message>
    <message>
        <source>Set by environment</source>
        <translation>由环境设定</translation>
    </message>
    <message>
        <source>Set by command line</source>
        <translation>由命令行设定</translation>
    </message>
    <message>
        <source>Your company’s default</source>
        <translation>公司默认值</translation>
    </message>
    <message>
        <source>Enter the key and the secret, or neither.</source>
        <translation>请同时输入密钥和机密，或都不输入。</translation>
    </message>
    <message>
        <source>Enter the address of the service.</source>
        <translation>请输入会员系统地址。</translation>
    </message>
    <message>
        <source>Enter the name of this till.</source>
        <translation>请输入本收银机的名称。</translation>
    </message>
    <message>
        <source>Collecting the support file… This can take a minute.</source>
        <translation>正在收集技术支持文件…可能需要一分钟。</translation>
    </message>
    <message>
        <source>The support file is saved: {path}</source>
        <translation>技术支持文件已保存：{path}</translation>
    </message>
    <message>
        <source>In training the service’s address, the till and the password are those of the practice service.</source>
        <translation>练习时，会员系统地址、收银机名称和密码均为练习系统的。</translation>
    </message>
    <message>
        <source>Connecting to the service…</source>
        <translation>正在连接会员系统…</translation>
    </message>
    <message>
        <source>{setting}: {problem}</source>
        <translation>{setting}：{problem}</translation>
    </message>
</context>
<context>
    <name>SettlingByHand</name>
    <message>
        <source>Nothing was recorded. Enter the supervisor’s PIN and a reason.</source>
        <translation>未作记录。需要主管的 PIN 码和原因。</translation>
    </message>
    <message>
        <source>Checking the PIN…</source>
        <translation>正在核对 PIN 码…</translation>
    </message>
    <message>
        <source>That PIN is wrong. Nothing was recorded.</source>
        <translation>PIN 码错误。未作记录。</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Nothing was recorded. Try again in 15 minutes.</source>
        <translation>PIN 码错误次数太多。未作记录。请 15 分钟后再试。</translation>
    </message>
    <message>
        <source>A supervisor’s PIN cannot be checked here. Nothing was recorded. Tell support.</source>
        <translation>这里无法核对主管 PIN 码。未作记录。请告诉技术支持。</translation>
    </message>
</context>
<context>
    <name>SetupBar</name>
    <message>
        <source>First start</source>
        <translation>首次启动</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>窗口语言</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>与系统相同</translation>
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
        <translation>地址和收银机</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>门店</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>测试打印</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>与系统相同</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Enter the address of the service.</source>
        <translation>请输入会员系统地址。</translation>
    </message>
    <message>
        <source>Enter the name of this till.</source>
        <translation>请输入本收银机的名称。</translation>
    </message>
    <message>
        <source>Enter the key and the secret, or neither.</source>
        <translation>请同时输入密钥和机密，或都不输入。</translation>
    </message>
    <message>
        <source>{setting}: {problem}</source>
        <translation>{setting}：{problem}</translation>
    </message>
    <message>
        <source>Connecting to the service…</source>
        <translation>正在连接会员系统…</translation>
    </message>
</context>
<context>
    <name>SetupSide</name>
    <message>
        <source>Three short pages</source>
        <translation>三个简短页面</translation>
    </message>
    <message>
        <source>Your company’s support has given you the address, the name and the password.</source>
        <translation>公司的技术支持已给您地址、名称和密码。</translation>
    </message>
    <message>
        <source>Page 2 opens once the test has passed.</source>
        <translation>测试通过后打开第 2 页。</translation>
    </message>
    <message>
        <source>The password is kept in this computer’s keyring, never in a file.</source>
        <translation>密码保存在本电脑密钥串中，绝不写入文件。</translation>
    </message>
    <message>
        <source>Only looking?</source>
        <translation>只想看看？</translation>
    </message>
    <message>
        <source>No account, no network. You can leave it again at any time.</source>
        <translation>无需账户和网络。可随时退出。</translation>
    </message>
    <message>
        <source>Try with sample customers</source>
        <translation>用示例顾客试用</translation>
    </message>
</context>
<context>
    <name>SignOnPage</name>
    <message>
        <source>Who is at the till?</source>
        <translation>谁在收银？</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>收银员</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN 码</translation>
    </message>
    <message>
        <source>Sign on</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Choose your name, or type your name or number under Cashier.</source>
        <translation>请选择您的姓名，或在“收银员”下输入您的姓名或编号。</translation>
    </message>
    <message>
        <source>Not in the list? Type your name or number under Cashier.</source>
        <translation>不在列表中？请在“收银员”下输入您的姓名或编号。</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在核对…</translation>
    </message>
    <message>
        <source>{unknown}. Do not redeem again.</source>
        <translation>{unknown}。请勿再次兑换。</translation>
    </message>
    <message>
        <source>{unknown}. Do not redeem bill {bill} again.</source>
        <translation>{unknown}。请勿为账单 {bill} 再次兑换。</translation>
    </message>
</context>
<context>
    <name>SigningOn</name>
    <message>
        <source>The till is not ready yet. Try again in a moment.</source>
        <translation>收银机尚未就绪，请稍后再试。</translation>
    </message>
    <message>
        <source>Enter your name or number.</source>
        <translation>请输入您的姓名或编号。</translation>
    </message>
    <message>
        <source>Enter your PIN.</source>
        <translation>请输入您的 PIN 码。</translation>
    </message>
    <message>
        <source>The POS says that {named} serves, but {cashier} has signed on and is recorded. Sign off if that is wrong.</source>
        <translation>POS 显示当班的是 {named}，但登录并被记录的是 {cashier}。如果不对，请退出登录。</translation>
    </message>
</context>
<context>
    <name>StandingWarning</name>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Redeemed</source>
        <translation>已兑换</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>Not redeemed</source>
        <translation>未兑换</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>已退还</translation>
    </message>
</context>
<context>
    <name>SupervisorForm</name>
    <message>
        <source>Supervisor’s PIN</source>
        <translation>主管 PIN 码</translation>
    </message>
    <message>
        <source>Why is there no code?</source>
        <translation>为什么没有验证码？</translation>
    </message>
    <message>
        <source>The approval and the reason are kept with this redemption; the PIN is not.</source>
        <translation>主管的批准和原因会记入这笔兑换，PIN 码本身不会。</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Allow and redeem</source>
        <translation>批准并兑换</translation>
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
        <translation>技术支持文件</translation>
    </message>
    <message>
        <source>This is what the file will contain. It has no number, name or e-mail address of a customer, no code and no password.</source>
        <translation>文件将包含以下内容。其中没有顾客的号码、姓名或电子邮件地址，也没有验证码和密码。</translation>
    </message>
    <message>
        <source>Contents of the support file</source>
        <translation>技术支持文件的内容</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save support file</source>
        <translation>保存技术支持文件</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>{count}, {size} as a zip</source>
        <translation>{count}，zip 格式 {size}</translation>
    </message>
    <message>
        <source>About this file, and versions</source>
        <translation>关于此文件及各版本</translation>
    </message>
    <message>
        <source>Settings, without secrets</source>
        <translation>设置，不含机密</translation>
    </message>
    <message>
        <source>What was checked, and the results</source>
        <translation>检查项目及结果</translation>
    </message>
    <message>
        <source>Redemptions as numbers only</source>
        <translation>兑换，仅数字</translation>
    </message>
    <message>
        <source>What the program did</source>
        <translation>程序所做的操作</translation>
    </message>
    <message>
        <source>Report of a crash</source>
        <translation>崩溃报告</translation>
    </message>
</context>
<context>
    <name>Switch</name>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Error: {why}</source>
        <translation>错误：{why}</translation>
    </message>
</context>
<context>
    <name>TillView</name>
    <message>
        <source>Training</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>What you typed while the till was busy was ignored. Type it again.</source>
        <translation>收银机忙时您输入的内容被忽略了，请重新输入。</translation>
    </message>
</context>
<context>
    <name>TodayList</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>History of today</source>
        <translation>今天的历史记录</translation>
    </message>
    <message numerus="yes">
        <source>{count} redeemed</source>
        <translation>
            <numerusform>已兑换 {count} 笔</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} 积分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points given back</source>
        <translation>
            <numerusform>已退还 {points} 积分</numerusform>
        </translation>
    </message>
    <message>
        <source>No redemptions yet today.</source>
        <translation>今天还没有兑换。</translation>
    </message>
</context>
<context>
    <name>TrailWords</name>
    <message>
        <source>Recorded and sent</source>
        <translation>已记录并发送</translation>
    </message>
    <message>
        <source>Sent again with the same reference</source>
        <translation>用同一参考号再次发送</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>已兑换</translation>
    </message>
    <message>
        <source>Found: redeemed</source>
        <translation>已找到：已兑换</translation>
    </message>
    <message>
        <source>Balance learned</source>
        <translation>已得知余额</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Proved not redeemed</source>
        <translation>已证明未兑换</translation>
    </message>
    <message>
        <source>No answer that proves it</source>
        <translation>没有可证明的应答</translation>
    </message>
    <message>
        <source>Perhaps found</source>
        <translation>可能找到</translation>
    </message>
    <message>
        <source>Asked: not there yet</source>
        <translation>已查询：尚无</translation>
    </message>
    <message>
        <source>Waited for a busy service</source>
        <translation>会员系统繁忙，已等待</translation>
    </message>
    <message>
        <source>Signed in again, looked, and sent again</source>
        <translation>已重新登录、查询并再次发送</translation>
    </message>
    <message>
        <source>All points given back</source>
        <translation>积分已全部退还</translation>
    </message>
    <message>
        <source>Points given back</source>
        <translation>已退还积分</translation>
    </message>
    <message>
        <source>A supervisor agreed</source>
        <translation>主管已同意</translation>
    </message>
    <message>
        <source>A supervisor did not agree</source>
        <translation>主管未同意</translation>
    </message>
    <message>
        <source>Settled by hand</source>
        <translation>已人工处理</translation>
    </message>
    <message>
        <source>Taken over by {cashier}</source>
        <translation>由 {cashier} 接手</translation>
    </message>
    <message>
        <source>Asked for again</source>
        <translation>再次请求</translation>
    </message>
    <message>
        <source>No code needed</source>
        <translation>不需要验证码</translation>
    </message>
    <message>
        <source>Without a code</source>
        <translation>免验证码</translation>
    </message>
    <message>
        <source>Bill number sent</source>
        <translation>已发送账单号</translation>
    </message>
    <message>
        <source>Bill number attached</source>
        <translation>已添加账单号</translation>
    </message>
    <message>
        <source>Taken from another journal</source>
        <translation>取自另一份记录</translation>
    </message>
    <message>
        <source>Personal data deleted</source>
        <translation>个人数据已删除</translation>
    </message>
    <message>
        <source>Found: given back</source>
        <translation>已找到：已退还</translation>
    </message>
    <message>
        <source>Proved not given back</source>
        <translation>已证明未退还</translation>
    </message>
    <message>
        <source>Giving back: {event}</source>
        <translation>退还：{event}</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Redeem points</source>
        <translation>兑换积分</translation>
    </message>
    <message>
        <source>Type Asha’s mobile number, 97777 88221, and press Enter.</source>
        <translation>输入 Asha 的手机号 97777 88221，然后按 Enter。</translation>
    </message>
    <message>
        <source>Type 10 points and press Enter. Asha’s phone gets a code.</source>
        <translation>输入 10 积分并按 Enter。Asha 的手机会收到验证码。</translation>
    </message>
    <message>
        <source>Type the code from the member’s phone and press Enter.</source>
        <translation>输入会员手机上的验证码并按 Enter。</translation>
    </message>
    <message>
        <source>A wrong code</source>
        <translation>错误的验证码</translation>
    </message>
    <message>
        <source>Asha misreads the code: type WRONG1 and press Enter.</source>
        <translation>Asha 念错了验证码：输入 WRONG1 并按 Enter。</translation>
    </message>
    <message>
        <source>No points were taken. Now type the code as it is on the phone.</source>
        <translation>未扣积分。现在输入手机上的验证码。</translation>
    </message>
    <message>
        <source>More points than there are</source>
        <translation>超过现有积分</translation>
    </message>
    <message>
        <source>Type Vikram’s mobile number, 98765 43001, and press Enter.</source>
        <translation>输入 Vikram 的手机号 98765 43001，然后按 Enter。</translation>
    </message>
    <message>
        <source>He asks for 20 points but has fewer: type 20 and press Enter.</source>
        <translation>他要用 20 积分，但没有那么多：输入 20 并按 Enter。</translation>
    </message>
    <message>
        <source>Press F6 for all that he has, then Enter.</source>
        <translation>按 F6 选全部积分，然后按 Enter。</translation>
    </message>
    <message>
        <source>An answer that gets lost</source>
        <translation>丢失的应答</translation>
    </message>
    <message>
        <source>Type the code and press Enter. This time the answer gets lost.</source>
        <translation>输入验证码并按 Enter。这次应答会丢失。</translation>
    </message>
    <message>
        <source>Read what the till says. Do not redeem again. Press Enter for the next customer.</source>
        <translation>阅读收银机的提示。请勿再次兑换。按 Enter 接待下一位顾客。</translation>
    </message>
    <message>
        <source>The till finds out by itself. Wait until it tells you.</source>
        <translation>收银机会自行查清。请等它告诉您。</translation>
    </message>
    <message>
        <source>Give points back</source>
        <translation>退还积分</translation>
    </message>
    <message>
        <source>Asha changes her mind. Open History with F2 and press “Give points back”.</source>
        <translation>Asha 改变主意。用 F2 打开“历史记录”，然后按“退还积分”。</translation>
    </message>
    <message>
        <source>Enter all the points and a reason, then press “Give back”.</source>
        <translation>输入全部积分和原因，然后按“退还”。</translation>
    </message>
    <message>
        <source>Everyday customers</source>
        <translation>普通顾客</translation>
    </message>
    <message>
        <source>Programs and groups</source>
        <translation>会员计划和群组</translation>
    </message>
    <message>
        <source>Limits on points</source>
        <translation>积分限制</translation>
    </message>
    <message>
        <source>Trouble with the code</source>
        <translation>验证码问题</translation>
    </message>
    <message>
        <source>Cannot be found</source>
        <translation>找不到</translation>
    </message>
    <message>
        <source>May not redeem</source>
        <translation>不得兑换</translation>
    </message>
    <message>
        <source>Refused at the last moment</source>
        <translation>最后一刻被拒</translation>
    </message>
    <message>
        <source>Giving points back</source>
        <translation>退还积分</translation>
    </message>
    <message>
        <source>Slow or no answer</source>
        <translation>缓慢或无应答</translation>
    </message>
    <message>
        <source>The points move, the answer is lost</source>
        <translation>积分已扣，应答丢失</translation>
    </message>
    <message>
        <source>Nothing is done</source>
        <translation>什么都没做</translation>
    </message>
    <message>
        <source>The service is busy</source>
        <translation>会员系统繁忙</translation>
    </message>
    <message>
        <source>The code is wrong</source>
        <translation>验证码错误</translation>
    </message>
    <message>
        <source>The till cannot sign in</source>
        <translation>收银机无法登录</translation>
    </message>
    <message>
        <source>Odd answers</source>
        <translation>奇怪的应答</translation>
    </message>
    <message>
        <source>Everything works: 1,991 points to redeem.</source>
        <translation>一切正常：可兑换 1,991 积分。</translation>
    </message>
    <message>
        <source>Exactly 12.345 points, for parts of a point.</source>
        <translation>正好 12.345 积分，用于不足一分的积分。</translation>
    </message>
    <message>
        <source>No points at all.</source>
        <translation>没有任何积分。</translation>
    </message>
    <message>
        <source>A very large balance: 123,456,789.125 points.</source>
        <translation>余额非常大：123,456,789.125 积分。</translation>
    </message>
    <message>
        <source>Several programs; in Travel Club a point is worth 0.5, Partner Miles cannot be redeemed</source>
        <translation>有多个会员计划；在 Travel Club 中 1 积分值 0.5，Partner Miles 不能兑换</translation>
    </message>
    <message>
        <source>Has few points, but her family group has 5,000.</source>
        <translation>积分很少，但她的家庭群组有 5,000 积分。</translation>
    </message>
    <message>
        <source>The primary member of the same family group.</source>
        <translation>同一家庭群组的主会员。</translation>
    </message>
    <message>
        <source>A name in Arabic script.</source>
        <translation>阿拉伯文的姓名。</translation>
    </message>
    <message>
        <source>A very long name.</source>
        <translation>非常长的姓名。</translation>
    </message>
    <message>
        <source>This account was merged into another one of hers, which answers instead.</source>
        <translation>此账户已并入她的另一账户，由后者应答。</translation>
    </message>
    <message>
        <source>The account that took over a merged one.</source>
        <translation>接管被合并账户的账户。</translation>
    </message>
    <message>
        <source>Has made a missed call: no code is needed.</source>
        <translation>已完成未接来电验证：不需要验证码。</translation>
    </message>
    <message>
        <source>412 of her 1,991 points expire in 8 days.</source>
        <translation>她的 1,991 积分中有 412 积分将在 8 天后过期。</translation>
    </message>
    <message>
        <source>Of each redemption, 40 points have expired when they are given back.</source>
        <translation>每次兑换退还时，其中 40 积分已过期。</translation>
    </message>
    <message>
        <source>Has been sent too many codes</source>
        <translation>收到的验证码过多</translation>
    </message>
    <message>
        <source>Is locked twice, then it works</source>
        <translation>锁定两次，然后成功</translation>
    </message>
    <message>
        <source>Gets a code, but every code is called wrong</source>
        <translation>收到验证码，但任何验证码都被判为错误</translation>
    </message>
    <message>
        <source>Can redeem, but a code cannot be made</source>
        <translation>可以兑换，但无法生成验证码</translation>
    </message>
    <message>
        <source>Cannot be looked up: marked as fraud</source>
        <translation>无法查询：被标记为欺诈</translation>
    </message>
    <message>
        <source>Has not joined the loyalty program</source>
        <translation>尚未加入会员计划</translation>
    </message>
    <message>
        <source>Is refused for too few points</source>
        <translation>因积分太少被拒绝</translation>
    </message>
    <message>
        <source>Is refused for too few current points</source>
        <translation>因当前积分太少被拒绝</translation>
    </message>
    <message>
        <source>Has not collected enough points in total</source>
        <translation>累计积分不足</translation>
    </message>
    <message>
        <source>Has not bought enough in total</source>
        <translation>累计消费不足</translation>
    </message>
    <message>
        <source>May only redeem multiples of 50</source>
        <translation>只能兑换 50 的倍数</translation>
    </message>
    <message>
        <source>Is marked as fraud</source>
        <translation>被标记为欺诈</translation>
    </message>
    <message>
        <source>Is refused for too few points for a redemption</source>
        <translation>因积分不够一次兑换被拒绝</translation>
    </message>
    <message>
        <source>Gets a code, but then points cannot be processed at the moment</source>
        <translation>收到验证码，但随后积分暂时无法处理</translation>
    </message>
    <message>
        <source>Gets a code, but then the redemption fails</source>
        <translation>收到验证码，但随后兑换失败</translation>
    </message>
    <message>
        <source>May redeem at most 500 points at a time</source>
        <translation>每次最多兑换 500 积分</translation>
    </message>
    <message>
        <source>Is marked as fraud, by another number</source>
        <translation>被标记为欺诈（另一代码）</translation>
    </message>
    <message>
        <source>Must redeem at least 100 points</source>
        <translation>至少须兑换 100 积分</translation>
    </message>
    <message>
        <source>Cannot use a missed call; a code works</source>
        <translation>不能用未接来电；验证码可用</translation>
    </message>
    <message>
        <source>Has not confirmed the mobile number</source>
        <translation>尚未确认手机号</translation>
    </message>
    <message>
        <source>Gets a code, but then a signature is required</source>
        <translation>收到验证码，但随后要求签名</translation>
    </message>
    <message>
        <source>Is refused because of a wrong set-up</source>
        <translation>因设置错误被拒绝</translation>
    </message>
    <message>
        <source>Is refused because redeeming is not enabled</source>
        <translation>因未启用兑换被拒绝</translation>
    </message>
    <message>
        <source>Is in a group that may not redeem</source>
        <translation>所在的群组不能兑换</translation>
    </message>
    <message>
        <source>Gets a code, but then the time is not accepted</source>
        <translation>收到验证码，但随后时间不被接受</translation>
    </message>
    <message>
        <source>Can redeem, but a code cannot be sent</source>
        <translation>可以兑换，但无法发送验证码</translation>
    </message>
    <message>
        <source>Is known, but not in the loyalty program</source>
        <translation>已知，但不在会员计划中</translation>
    </message>
    <message>
        <source>Is refused because points cannot be processed at the moment</source>
        <translation>因积分暂时无法处理被拒绝</translation>
    </message>
    <message>
        <source>Redeems, but points cannot be given back at the moment</source>
        <translation>可兑换，但积分暂时无法退还</translation>
    </message>
    <message>
        <source>Redeems, but giving points back is not enabled</source>
        <translation>可兑换，但未启用积分退还</translation>
    </message>
    <message>
        <source>Cannot be looked up: not in the program</source>
        <translation>无法查询：不在会员计划中</translation>
    </message>
    <message>
        <source>Cannot be looked up: no permission</source>
        <translation>无法查询：没有权限</translation>
    </message>
    <message>
        <source>Sees a program that the service no longer knows</source>
        <translation>有一个会员系统已不再认识的会员计划</translation>
    </message>
    <message>
        <source>Is in a group that the service no longer knows</source>
        <translation>所在的群组会员系统已不再认识</translation>
    </message>
    <message>
        <source>Is marked as fraud, by a third number</source>
        <translation>被标记为欺诈（第三个代码）</translation>
    </message>
    <message>
        <source>Is refused because of a wrong group set-up</source>
        <translation>因群组设置错误被拒绝</translation>
    </message>
    <message>
        <source>Gets a code, but then no valid code is found</source>
        <translation>收到验证码，但随后找不到有效的验证码</translation>
    </message>
    <message>
        <source>Every answer takes 2 seconds</source>
        <translation>每次应答需要 2 秒</translation>
    </message>
    <message>
        <source>No answer ever comes, nothing is done</source>
        <translation>始终没有应答，什么也没做</translation>
    </message>
    <message>
        <source>The points move, then no answer ever comes</source>
        <translation>积分已扣，然后始终没有应答</translation>
    </message>
    <message>
        <source>The answer comes byte by byte</source>
        <translation>应答逐字节到达</translation>
    </message>
    <message>
        <source>The points move, then the answer is lost</source>
        <translation>积分已扣，然后应答丢失</translation>
    </message>
    <message>
        <source>The connection is cut before anything is done</source>
        <translation>在做任何事之前连接中断</translation>
    </message>
    <message>
        <source>The service asks to come back later</source>
        <translation>会员系统要求稍后再来</translation>
    </message>
    <message>
        <source>The service says when to come back</source>
        <translation>会员系统说明何时再来</translation>
    </message>
    <message>
        <source>The member is being served elsewhere</source>
        <translation>会员正在别处办理</translation>
    </message>
    <message>
        <source>An error page comes, nothing is done</source>
        <translation>出现错误页面，什么也没做</translation>
    </message>
    <message>
        <source>The points move, then an error page comes</source>
        <translation>积分已扣，然后出现错误页面</translation>
    </message>
    <message>
        <source>The service has a fault</source>
        <translation>会员系统有故障</translation>
    </message>
    <message>
        <source>The service is down</source>
        <translation>会员系统已停止</translation>
    </message>
    <message>
        <source>The service is closed for a while</source>
        <translation>会员系统暂时关闭</translation>
    </message>
    <message>
        <source>The service takes too long and gives up</source>
        <translation>会员系统耗时过长并放弃</translation>
    </message>
    <message>
        <source>The code has expired</source>
        <translation>验证码已过期</translation>
    </message>
    <message>
        <source>The member reads out a wrong code</source>
        <translation>会员念错了验证码</translation>
    </message>
    <message>
        <source>Answers are written in another way</source>
        <translation>应答的写法不同</translation>
    </message>
    <message>
        <source>The points move, then the answer breaks off</source>
        <translation>积分已扣，然后应答中断</translation>
    </message>
    <message>
        <source>The points move, the answer is half of one</source>
        <translation>积分已扣，应答只有一半</translation>
    </message>
    <message>
        <source>Redemptions show up late</source>
        <translation>兑换很晚才显示</translation>
    </message>
    <message>
        <source>Look-ups show every redemption</source>
        <translation>查询显示所有兑换</translation>
    </message>
    <message>
        <source>Points that came back show up late</source>
        <translation>退还的积分很晚才显示</translation>
    </message>
    <message>
        <source>The points come back, then the service says no</source>
        <translation>积分已退还，随后会员系统却拒绝</translation>
    </message>
    <message>
        <source>The service does not accept this till</source>
        <translation>会员系统不接受本收银机</translation>
    </message>
    <message>
        <source>The points move, then the till is not accepted</source>
        <translation>积分已扣，然后收银机不被接受</translation>
    </message>
    <message>
        <source>The service says that the token has expired</source>
        <translation>会员系统称令牌已过期</translation>
    </message>
    <message>
        <source>The points move, then the token has expired</source>
        <translation>积分已扣，然后令牌过期</translation>
    </message>
    <message>
        <source>A new token expires at once</source>
        <translation>新令牌立即过期</translation>
    </message>
    <message>
        <source>The service gives no token</source>
        <translation>会员系统不提供令牌</translation>
    </message>
    <message>
        <source>No answer comes when a token is asked for</source>
        <translation>请求令牌时没有应答</translation>
    </message>
    <message>
        <source>The connection is cut when a token is asked for</source>
        <translation>请求令牌时连接中断</translation>
    </message>
    <message>
        <source>Something else comes in place of a token</source>
        <translation>收到的不是令牌</translation>
    </message>
    <message>
        <source>The service does not accept key and secret</source>
        <translation>会员系统不接受密钥和机密</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>键盘</translation>
    </message>
    <message numerus="yes">
        <source>Your code to redeem {points} points is {code}. It is good for %Ln minute(s).</source>
        <translation>
            <numerusform>您兑换 {points} 积分的验证码是 {code}，%Ln 分钟内有效。</numerusform>
        </translation>
    </message>
    <message>
        <source>The member’s phone</source>
        <translation>会员的手机</translation>
    </message>
    <message>
        <source>What goes wrong next</source>
        <translation>接下来出什么问题</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Nothing goes wrong</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>Fill in {mobile}</source>
        <translation>填入 {mobile}</translation>
    </message>
</context>
<context>
    <name>TrialPrint</name>
    <message>
        <source>Printing a test page…</source>
        <translation>正在打印测试页…</translation>
    </message>
    <message>
        <source>Printed at {time}</source>
        <translation>打印于 {time}</translation>
    </message>
    <message>
        <source>Sent to the printer at {time}</source>
        <translation>{time} 已发送到打印机</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>未打印</translation>
    </message>
</context>
<context>
    <name>UnknownPage</name>
    <message>
        <source>Not known yet</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>Redeem again</source>
        <translation>再次兑换</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>下一位顾客</translation>
    </message>
    <message>
        <source>The customer is waiting?</source>
        <translation>顾客在等？</translation>
    </message>
    <message>
        <source>Back to POS</source>
        <translation>返回 POS</translation>
    </message>
    <message>
        <source>Bill {bill}</source>
        <translation>账单 {bill}</translation>
    </message>
    <message>
        <source>Hold bill {bill} until it is known.</source>
        <translation>请先挂起账单 {bill}，等待查明。</translation>
    </message>
    <message>
        <source>Hold the bill until it is known.</source>
        <translation>请先挂起账单，等待查明。</translation>
    </message>
    <message>
        <source>Or take full payment. If points were used, give them back in History.</source>
        <translation>或收取全款。如果积分已使用，请在“历史记录”中退还。</translation>
    </message>
    <message>
        <source>It was sent to another service, so this one cannot tell. Support can settle it.</source>
        <translation>已发送到另一个会员系统，因此本系统无法判断。技术支持可以确认结果。</translation>
    </message>
    <message>
        <source>The service shows a redemption that may be this one. A supervisor or support can settle it.</source>
        <translation>会员系统显示一笔兑换，可能就是这一笔。主管或技术支持可以确认结果。</translation>
    </message>
    <message>
        <source>The till keeps checking.</source>
        <translation>收银机会继续查询。</translation>
    </message>
    <message>
        <source>The till keeps checking, up to {span} more.</source>
        <translation>收银机会继续查询，最多还需 {span}。</translation>
    </message>
    <message>
        <source>The outcome appears here, whatever this till is doing then.</source>
        <translation>无论收银机在做什么，结果都会显示在这里。</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>会员系统未及时应答。</translation>
    </message>
    <message>
        <source>The line was cut before the answer came.</source>
        <translation>应答到达前线路中断。</translation>
    </message>
    <message>
        <source>The service reported a fault of its own.</source>
        <translation>会员系统报告自身出现故障。</translation>
    </message>
    <message>
        <source>The answer of the service could not be read.</source>
        <translation>无法读取会员系统的应答。</translation>
    </message>
    <message>
        <source>The answer of the service contradicts itself.</source>
        <translation>会员系统的应答自相矛盾。</translation>
    </message>
    <message>
        <source>The till was closed before the answer came.</source>
        <translation>收银机在应答到达前被关闭。</translation>
    </message>
    <message>
        <source>The service refused it, but that does not show whether the points were used.</source>
        <translation>会员系统拒绝了，但这不能说明积分是否已使用。</translation>
    </message>
    <message>
        <source>The answer that came belongs to another request.</source>
        <translation>收到的应答属于另一个请求。</translation>
    </message>
    <message>
        <source>Do not redeem again.</source>
        <translation>请勿再次兑换。</translation>
    </message>
    <message>
        <source>The points were not redeemed</source>
        <translation>积分没有兑换</translation>
    </message>
    <message numerus="yes">
        <source>The till has asked several times: none of the {points} points were taken. You can redeem again.</source>
        <translation>
            <numerusform>收银机已多次查询：{points} 积分没有扣除，可以再次兑换。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpdateWatch</name>
    <message>
        <source>An update is being installed. The till closes now. Open it again in a minute.</source>
        <translation>正在安装更新。程序现在关闭，请一分钟后重新打开。</translation>
    </message>
    <message>
        <source>An update is waiting. The till closes when this customer is done.</source>
        <translation>有更新待安装。完成这位顾客后，程序会自动关闭。</translation>
    </message>
</context>
<context>
    <name>WhatIsKnown</name>
    <message>
        <source>What is known</source>
        <translation>已知情况</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>可抵</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>Reference for support</source>
        <translation>技术支持参考号</translation>
    </message>
    <message>
        <source>in {span}</source>
        <translation>{span} 后</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Asks again</source>
        <translation>再次查询</translation>
    </message>
    <message>
        <source>Recorded and sent</source>
        <translation>已记录并发送</translation>
    </message>
    <message>
        <source>No answer that proves it</source>
        <translation>没有可证明的应答</translation>
    </message>
    <message>
        <source>Asked: not there yet</source>
        <translation>已查询：尚无</translation>
    </message>
    <message>
        <source>Asked: no answer</source>
        <translation>已查询：无应答</translation>
    </message>
    <message>
        <source>Asked: perhaps found</source>
        <translation>已查询：可能找到</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} 积分</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter how many points the member wants to redeem.</source>
        <translation>请输入会员要兑换多少积分。</translation>
    </message>
    <message>
        <source>Type digits only, with one mark for part of a point.</source>
        <translation>只能输入数字，可带一个小数点。</translation>
    </message>
    <message>
        <source>Leave out the marks that group thousands. Use one mark, for part of a point.</source>
        <translation>请不要输入千位分隔符，只用一个小数点。</translation>
    </message>
    <message>
        <source>Points have at most three decimal places.</source>
        <translation>积分最多三位小数。</translation>
    </message>
    <message>
        <source>Enter more than 0 points.</source>
        <translation>请输入大于 0 的积分。</translation>
    </message>
    <message>
        <source>Points are redeemed in steps of {points}.</source>
        <translation>积分只能按 {points} 的倍数兑换。</translation>
    </message>
    <message numerus="yes">
        <source>At most {points} points can be redeemed at one time.</source>
        <translation>
            <numerusform>一次最多可兑换 {points} 积分。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least {points} points have to be redeemed.</source>
        <translation>
            <numerusform>至少要兑换 {points} 积分。</numerusform>
        </translation>
    </message>
    <message>
        <source>That is too many points. Check the number.</source>
        <translation>这个积分数太大，请核对。</translation>
    </message>
    <message numerus="yes">
        <source>We do not know yet whether the {points} points were used</source>
        <translation>
            <numerusform>我们还不知道这 {points} 积分是否已使用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>We do not know yet whether {name}’s {points} points were used</source>
        <translation>
            <numerusform>我们还不知道 {name} 的 {points} 积分是否已使用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points redeemed</source>
        <translation>
            <numerusform>已兑换 {points} 积分</numerusform>
        </translation>
    </message>
    <message>
        <source>take {value} off the bill</source>
        <translation>账单减 {value}</translation>
    </message>
    <message>
        <source>new balance {points}</source>
        <translation>最新余额 {points}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a sentence</comment>
        <translation>，</translation>
    </message>
    <message numerus="yes">
        <source>{points} points were given back.</source>
        <translation>
            <numerusform>已退还 {points} 积分。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{expired} of them had expired and did not come back.</source>
        <translation>
            <numerusform>其中 {expired} 已过期，未退还。</numerusform>
        </translation>
    </message>
    <message>
        <source>New balance {balance}.</source>
        <translation>最新余额 {balance}。</translation>
    </message>
    <message numerus="yes">
        <source>{points} points were refused: points can only be redeemed in fixed steps.</source>
        <translation>
            <numerusform>{points} 积分被拒绝：只能按固定倍数兑换。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fewer than {points} points can be redeemed at one time.</source>
        <translation>
            <numerusform>一次兑换必须少于 {points} 积分。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than {points} points are needed here.</source>
        <translation>
            <numerusform>这里需要多于 {points} 积分。</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the member’s mobile number.</source>
        <translation>请输入会员的手机号。</translation>
    </message>
    <message>
        <source>Type the digits of the mobile number only.</source>
        <translation>手机号只能输入数字。</translation>
    </message>
    <message>
        <source>The number is too short. Ask the member to say it again.</source>
        <translation>号码太短，请会员再说一遍。</translation>
    </message>
    <message>
        <source>The number is too long. Ask the member to say it again.</source>
        <translation>号码太长，请会员再说一遍。</translation>
    </message>
    <message>
        <source>There is no such country code. Check the digits at the beginning.</source>
        <translation>没有这个国家代码，请核对开头的数字。</translation>
    </message>
    <message>
        <source>That cannot be a mobile number. Ask the member to say it again.</source>
        <translation>这不是手机号，请会员再说一遍。</translation>
    </message>
    <message>
        <source>Scan or type what identifies the member.</source>
        <translation>请扫描或输入会员的查找信息。</translation>
    </message>
    <message>
        <source>That cannot belong to one member. Scan or type it again.</source>
        <translation>这不可能属于一位会员，请重新扫描或输入。</translation>
    </message>
    <message>
        <source>An e-mail address needs one @ with text before and after it.</source>
        <translation>邮箱地址要有一个 @，前后都要有内容。</translation>
    </message>
    <message>
        <source>Enter the code from the member’s phone.</source>
        <translation>请输入会员手机上的验证码。</translation>
    </message>
    <message>
        <source>That cannot be the code. Ask the member to read it again.</source>
        <translation>这不是验证码，请会员再念一遍。</translation>
    </message>
    <message>
        <source>That is the bar code of an article or a receipt. Enter the code from the member’s phone. If it is the code, press Enter once more.</source>
        <translation>这是商品或小票的条形码。请输入会员手机上的验证码。如果这就是验证码，请再按一次 Enter。</translation>
    </message>
</context>
<context>
    <name>_Keys</name>
    <message>
        <source>Backspace</source>
        <translation>退格</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>字母</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>小数点</translation>
    </message>
</context>
<context>
    <name>_LabelledChoice</name>
    <message>
        <source>Error: {why}</source>
        <translation>错误：{why}</translation>
    </message>
</context>
<context>
    <name>_PasswordControl</name>
    <message>
        <source>Set</source>
        <translation>已设置</translation>
    </message>
</context>
<context>
    <name>_PinControl</name>
    <message>
        <source>Set</source>
        <translation>已设置</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>未设置</translation>
    </message>
</context>
</TS>
