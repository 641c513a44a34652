<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AmountChips</name>
    <message>
        <source>All points</source>
        <translation>Todos los puntos</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>La mitad</translation>
    </message>
    <message>
        <source>Cover the bill</source>
        <translation>Cubrir el ticket</translation>
    </message>
    <message>
        <source>Enter money instead</source>
        <translation>Introducir dinero</translation>
    </message>
    <message>
        <source>Enter points instead</source>
        <translation>Introducir puntos</translation>
    </message>
    <message>
        <source>All {points}</source>
        <translation>Todos: {points}</translation>
    </message>
    <message>
        <source>Half {points}</source>
        <translation>Mitad: {points}</translation>
    </message>
    <message>
        <source>Cover the bill {money}</source>
        <translation>Cubrir el ticket: {money}</translation>
    </message>
    <message>
        <source>{group} {points}</source>
        <translation>{group}: {points}</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>{unknown}. Do not redeem again.</source>
        <translation>{unknown}. No vuelva a canjear.</translation>
    </message>
    <message>
        <source>The points were not redeemed</source>
        <translation>Los puntos no se canjearon</translation>
    </message>
    <message>
        <source>{cashier} has signed on</source>
        <translation>{cashier} ha iniciado sesión</translation>
    </message>
    <message>
        <source>Signed off</source>
        <translation>Sesión cerrada</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} punto</numerusform>
            <numerusform>{points} puntos</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled, back to the POS</source>
        <translation>Cancelado, de vuelta en el TPV</translation>
    </message>
    <message>
        <source>Code sent</source>
        <translation>Código enviado</translation>
    </message>
    <message>
        <source>Worth {money}</source>
        <translation>Valor: {money}</translation>
    </message>
</context>
<context>
    <name>Banners</name>
    <message>
        <source>News</source>
        <translation>Novedades</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Open bill {bill}</source>
        <translation>Abrir el ticket {bill}</translation>
    </message>
    <message>
        <source>Open it now</source>
        <translation>Abrirlo ahora</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Set it aside and start a new one</source>
        <translation>Apartarlo y empezar uno nuevo</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>Registro nuevo</translation>
    </message>
    <message numerus="yes">
        <source>The POS has handed over %Ln bill(s).</source>
        <translation>
            <numerusform>El TPV ha enviado %Ln ticket.</numerusform>
            <numerusform>El TPV ha enviado %Ln tickets.</numerusform>
        </translation>
    </message>
    <message>
        <source>The POS has handed over bill {bill}.</source>
        <translation>El TPV ha enviado el ticket {bill}.</translation>
    </message>
    <message>
        <source>The POS has handed over another customer.</source>
        <translation>El TPV ha enviado otro cliente.</translation>
    </message>
    <message>
        <source>{news} The next one opens when this customer is done.</source>
        <translation>{news} El siguiente se abre al terminar con este cliente.</translation>
    </message>
    <message>
        <source>Ask support first. What is left of the damaged record is kept under another name. What can be read is copied into the new one; the rest is only in the old one.</source>
        <translation>Pregunte primero a soporte. Lo que queda del registro dañado se guarda con otro nombre. Lo que se puede leer se copia al nuevo; el resto solo está en el antiguo.</translation>
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
        <translation>Práctica: nada es real</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Nuevo cliente</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Training: phone and members</source>
        <translation>Práctica: teléfono y clientes</translation>
    </message>
    <message>
        <source>Leave training</source>
        <translation>Salir de la práctica</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known yet</source>
        <translation>
            <numerusform>%Ln sin confirmar</numerusform>
            <numerusform>%Ln sin confirmar</numerusform>
        </translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Iniciando</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Práctica</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Lento</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Not safe</source>
        <translation>No es seguro</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>No aceptado</translation>
    </message>
    <message>
        <source>Wrong address</source>
        <translation>Dirección incorrecta</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Service error</source>
        <translation>Error del servicio</translation>
    </message>
    <message>
        <source>Not working</source>
        <translation>No funciona</translation>
    </message>
</context>
<context>
    <name>ByHandPanel</name>
    <message>
        <source>Support can settle it. Tell them the reference.</source>
        <translation>Soporte puede resolverlo. Indíqueles la referencia.</translation>
    </message>
    <message>
        <source>Supervisor PIN</source>
        <translation>PIN del supervisor</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>It was redeemed</source>
        <translation>Sí se canjeó</translation>
    </message>
    <message>
        <source>It was not redeemed</source>
        <translation>No se canjeó</translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation>número {number}</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} punto</numerusform>
            <numerusform>{points} puntos</numerusform>
        </translation>
    </message>
    <message>
        <source>bill {bill}</source>
        <translation>ticket {bill}</translation>
    </message>
    <message>
        <source>The service shows a redemption that may be this one: {facts}.</source>
        <translation>El servicio muestra un canje que podría ser este: {facts}.</translation>
    </message>
</context>
<context>
    <name>ChoicesForm</name>
    <message>
        <source>Redeem from a group</source>
        <translation>Canjear de un grupo</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Añadir una nota</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Group: {name}</source>
        <translation>Grupo: {name}</translation>
    </message>
    <message>
        <source>another</source>
        <translation>otro</translation>
    </message>
    <message>
        <source>Program {number}</source>
        <translation>Programa {number}</translation>
    </message>
    <message numerus="yes">
        <source>{program} · {points} points · {tier}</source>
        <translation>
            <numerusform>{program} · {points} punto · {tier}</numerusform>
            <numerusform>{program} · {points} puntos · {tier}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{program} · {points} points</source>
        <translation>
            <numerusform>{program} · {points} punto</numerusform>
            <numerusform>{program} · {points} puntos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Erase</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>CodeStep</name>
    <message>
        <source>Code from the member’s phone</source>
        <translation>Código del teléfono del cliente</translation>
    </message>
    <message>
        <source>Validation code</source>
        <translation>Código de validación</translation>
    </message>
    <message>
        <source>No code?</source>
        <translation>¿Sin código?</translation>
    </message>
    <message>
        <source>Redeem without a code</source>
        <translation>Canjear sin código</translation>
    </message>
    <message>
        <source>No code on the phone?</source>
        <translation>¿No hay código en el teléfono?</translation>
    </message>
    <message>
        <source>Send code again</source>
        <translation>Reenviar código</translation>
    </message>
    <message>
        <source>By e-mail</source>
        <translation>Por correo</translation>
    </message>
    <message>
        <source>By card number</source>
        <translation>Por número de tarjeta</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>Llamada perdida</translation>
    </message>
    <message>
        <source>Redeem</source>
        <translation>Canjear</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Redeeming…</source>
        <translation>Canjeando…</translation>
    </message>
    <message numerus="yes">
        <source>Redeem {points} points</source>
        <translation>
            <numerusform>Canjear {points} punto</numerusform>
            <numerusform>Canjear {points} puntos</numerusform>
        </translation>
    </message>
    <message>
        <source>A missed call</source>
        <translation>Llamada perdida</translation>
    </message>
    <message>
        <source>No code needed</source>
        <translation>No hace falta código</translation>
    </message>
    <message>
        <source>by SMS</source>
        <translation>por SMS</translation>
    </message>
    <message>
        <source>by e-mail</source>
        <translation>por correo</translation>
    </message>
    <message>
        <source>by WhatsApp</source>
        <translation>por WhatsApp</translation>
    </message>
    <message>
        <source>by Zalo</source>
        <translation>por Zalo</translation>
    </message>
    <message>
        <source>Send a code instead</source>
        <translation>Enviar un código</translation>
    </message>
    <message numerus="yes">
        <source>Fewer than {points} points can be redeemed without a code.</source>
        <translation>
            <numerusform>Menos de {points} punto se puede canjear sin código.</numerusform>
            <numerusform>Menos de {points} puntos se pueden canjear sin código.</numerusform>
        </translation>
    </message>
    <message>
        <source>No code has been sent yet.</source>
        <translation>Aún no se ha enviado ningún código.</translation>
    </message>
    <message>
        <source>Sent {span} ago {by}</source>
        <translation>Enviado hace {span} {by}</translation>
    </message>
    <message>
        <source>Sent {span} ago</source>
        <translation>Enviado hace {span}</translation>
    </message>
    <message>
        <source>The code has probably expired. Send it again.</source>
        <translation>Es probable que el código haya caducado. Envíelo de nuevo.</translation>
    </message>
    <message>
        <source>{sent} · good until about {time}</source>
        <translation>{sent} · válido hasta las {time} aprox.</translation>
    </message>
    <message>
        <source>Sending code…</source>
        <translation>Enviando código…</translation>
    </message>
    <message>
        <source>Send code again in {span}</source>
        <translation>Reenviar en {span}</translation>
    </message>
</context>
<context>
    <name>ConnectionWords</name>
    <message>
        <source>The address answers in {time} ms</source>
        <translation>La dirección responde en {time} ms</translation>
    </message>
    <message>
        <source>The service responds and knows this till.</source>
        <translation>El servicio responde y conoce esta caja.</translation>
    </message>
    <message>
        <source>The service does not accept the token that it gave for this key.</source>
        <translation>El servicio no acepta el token que dio para esta clave.</translation>
    </message>
    <message>
        <source>Ask your company’s support whether the key may be used for this till.</source>
        <translation>Pregunte al soporte de su empresa si la clave se puede usar en esta caja.</translation>
    </message>
    <message>
        <source>The address answers</source>
        <translation>La dirección responde</translation>
    </message>
    <message>
        <source>The connection is safe</source>
        <translation>La conexión es segura</translation>
    </message>
    <message>
        <source>The service knows this till, but this computer’s clock says {here}, and the service’s {there}.</source>
        <translation>El servicio conoce esta caja, pero el reloj de este equipo marca {here}, y el del servicio {there}.</translation>
    </message>
    <message>
        <source>The service does not accept this key and secret.</source>
        <translation>El servicio no acepta esta clave y este secreto.</translation>
    </message>
    <message>
        <source>Enter both again. Capital letters count.</source>
        <translation>Introduzca ambos de nuevo. Las mayúsculas cuentan.</translation>
    </message>
    <message>
        <source>The service does not accept this name and password.</source>
        <translation>El servicio no acepta este nombre y esta contraseña.</translation>
    </message>
    <message>
        <source>Enter the password again. Capital letters count. Check the name of this till too.</source>
        <translation>Introduzca de nuevo la contraseña. Las mayúsculas cuentan. Compruebe también el nombre de esta caja.</translation>
    </message>
    <message>
        <source>The service knows this till, but does not let it look up members.</source>
        <translation>El servicio conoce esta caja, pero no le deja buscar clientes.</translation>
    </message>
    <message>
        <source>Ask your company’s support to allow it.</source>
        <translation>Pida al soporte de su empresa que lo permita.</translation>
    </message>
    <message>
        <source>There is no loyalty service at this address.</source>
        <translation>No hay ningún servicio de puntos en esta dirección.</translation>
    </message>
    <message>
        <source>Something else answered, not the loyalty service.</source>
        <translation>Respondió otra cosa, no el servicio de puntos.</translation>
    </message>
    <message>
        <source>It may be a web filter or a sign-in page of this network. Check the address.</source>
        <translation>Puede ser un filtro web o una página de acceso de esta red. Compruebe la dirección.</translation>
    </message>
    <message>
        <source>No computer has this name.</source>
        <translation>Ningún equipo tiene este nombre.</translation>
    </message>
    <message>
        <source>The computer at this address does not accept connections.</source>
        <translation>El equipo de esta dirección no acepta conexiones.</translation>
    </message>
    <message>
        <source>Check the address and its port, and whether this computer is online.</source>
        <translation>Compruebe la dirección y su puerto, y si este equipo tiene red.</translation>
    </message>
    <message>
        <source>No computer answers at this address.</source>
        <translation>Ningún equipo responde en esta dirección.</translation>
    </message>
    <message>
        <source>Check the address. A firewall may block it: ask who runs the network.</source>
        <translation>Compruebe la dirección. Puede bloquearla un cortafuegos: pregunte a quien lleva la red.</translation>
    </message>
    <message>
        <source>The service gave no token, so this till cannot sign in.</source>
        <translation>El servicio no dio ningún token, así que esta caja no puede iniciar sesión.</translation>
    </message>
    <message>
        <source>Try again in a minute. If that does not help, check the address.</source>
        <translation>Inténtelo de nuevo en un minuto. Si sigue igual, compruebe la dirección.</translation>
    </message>
    <message>
        <source>Check this computer’s date ({date}). If it is right, tell support: the certificate must be renewed.</source>
        <translation>Compruebe la fecha de este equipo ({date}). Si es correcta, avise a soporte: hay que renovar el certificado.</translation>
    </message>
    <message>
        <source>Check this computer’s date ({date}). It may be in the past.</source>
        <translation>Compruebe la fecha de este equipo ({date}). Puede estar atrasada.</translation>
    </message>
    <message>
        <source>The certificate belongs to another address.</source>
        <translation>El certificado pertenece a otra dirección.</translation>
    </message>
    <message>
        <source>This computer does not trust the certificate of this address.</source>
        <translation>Este equipo no confía en el certificado de esta dirección.</translation>
    </message>
    <message>
        <source>If your network inspects secure traffic, its certificate must be installed here.</source>
        <translation>Si su red inspecciona el tráfico seguro, su certificado debe instalarse aquí.</translation>
    </message>
    <message>
        <source>The certificate of this address cannot be accepted.</source>
        <translation>El certificado de esta dirección no se puede aceptar.</translation>
    </message>
    <message>
        <source>The address answers, but not with a safe connection.</source>
        <translation>La dirección responde, pero no con una conexión segura.</translation>
    </message>
    <message>
        <source>Check the address and its port.</source>
        <translation>Compruebe la dirección y su puerto.</translation>
    </message>
    <message>
        <source>The proxy of this network does not let the till through.</source>
        <translation>El proxy de esta red no deja pasar a la caja.</translation>
    </message>
    <message>
        <source>Check this computer’s date, time and time zone.</source>
        <translation>Compruebe la fecha, la hora y la zona horaria de este equipo.</translation>
    </message>
    <message>
        <source>The proxy of this network does not accept the till’s login.</source>
        <translation>El proxy de esta red no acepta el acceso de la caja.</translation>
    </message>
    <message>
        <source>Check the name and the password for the proxy.</source>
        <translation>Compruebe el nombre y la contraseña del proxy.</translation>
    </message>
    <message>
        <source>Ask who runs the network to allow this address.</source>
        <translation>Pida a quien lleva la red que permita esta dirección.</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>La prueba se detuvo.</translation>
    </message>
    <message>
        <source>The certificate of this address has expired.</source>
        <translation>El certificado de esta dirección ha caducado.</translation>
    </message>
    <message>
        <source>The certificate of this address is not valid yet.</source>
        <translation>El certificado de esta dirección aún no es válido.</translation>
    </message>
    <message>
        <source>The address offers only old connections that are not safe any more.</source>
        <translation>La dirección solo ofrece conexiones antiguas que ya no son seguras.</translation>
    </message>
    <message>
        <source>The service must offer TLS 1.2 or newer: tell its support.</source>
        <translation>El servicio debe ofrecer TLS 1.2 o posterior: avise a su soporte.</translation>
    </message>
    <message>
        <source>The file of certificates cannot be used.</source>
        <translation>El archivo de certificados no se puede usar.</translation>
    </message>
    <message>
        <source>It must exist, be readable, and have certificates in PEM form.</source>
        <translation>Debe existir, poder leerse y contener certificados en formato PEM.</translation>
    </message>
    <message>
        <source>Check the spelling of the address.</source>
        <translation>Compruebe cómo está escrita la dirección.</translation>
    </message>
</context>
<context>
    <name>Controller</name>
    <message>
        <source>This bill came from the POS. Press F4 again to cancel it and go back to the POS.</source>
        <translation>Este ticket vino del TPV. Pulse F4 otra vez para cancelarlo y volver al TPV.</translation>
    </message>
    <message>
        <source>The POS no longer needs bill {bill}.</source>
        <translation>El TPV ya no necesita el ticket {bill}.</translation>
    </message>
    <message>
        <source>The POS no longer needs this bill.</source>
        <translation>El TPV ya no necesita este ticket.</translation>
    </message>
</context>
<context>
    <name>CounterCalls</name>
    <message>
        <source>This takes longer than usual. Please wait until the till says whether the points were redeemed.</source>
        <translation>Esto tarda más de lo normal. Espere hasta que la caja indique si se canjearon los puntos.</translation>
    </message>
    <message>
        <source>The service is slow. Please wait: the till is finding out whether the points were redeemed.</source>
        <translation>El servicio va lento. Espere: la caja averiguará si se canjearon los puntos.</translation>
    </message>
    <message>
        <source>The service is slow. Wait a little longer, or press Esc to go back.</source>
        <translation>El servicio va lento. Espere un poco más o pulse Esc para volver.</translation>
    </message>
</context>
<context>
    <name>CounterPage</name>
    <message>
        <source>The member has entered the code.</source>
        <translation>El cliente ha introducido el código.</translation>
    </message>
</context>
<context>
    <name>CustomFieldsForm</name>
    <message>
        <source>{field} (required)</source>
        <translation>{field} (obligatorio)</translation>
    </message>
</context>
<context>
    <name>CustomerWindow</name>
    <message>
        <source>Points Till: for the customer</source>
        <translation>Points Till: para el cliente</translation>
    </message>
    <message>
        <source>Enter your code</source>
        <translation>Introduzca su código</translation>
    </message>
    <message>
        <source>Your code, please</source>
        <translation>Su código, por favor</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenido</translation>
    </message>
    <message>
        <source>Hello, {name}</source>
        <translation>Hola, {name}</translation>
    </message>
    <message>
        <source>{name}, you have</source>
        <translation>{name}, tiene</translation>
    </message>
    <message>
        <source>You have</source>
        <translation>Tiene</translation>
    </message>
    <message>
        <source>{name}, you are using</source>
        <translation>{name}, va a usar</translation>
    </message>
    <message>
        <source>You are using</source>
        <translation>Va a usar</translation>
    </message>
    <message>
        <source>{value} off your bill</source>
        <translation>{value} menos en su ticket</translation>
    </message>
    <message>
        <source>Your points now</source>
        <translation>Sus puntos ahora</translation>
    </message>
    <message>
        <source>You keep</source>
        <translation>Le quedan</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Gracias</translation>
    </message>
    <message>
        <source>Points used</source>
        <translation>Puntos usados</translation>
    </message>
    <message>
        <source>Your points were not used</source>
        <translation>Sus puntos no se usaron</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>Un momento, por favor</translation>
    </message>
    <message>
        <source>We are checking whether your points were used.</source>
        <translation>Estamos comprobando si se usaron sus puntos.</translation>
    </message>
    <message>
        <source>That code was not accepted. Please try again.</source>
        <translation>Ese código no fue aceptado. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Sent to your phone ending in {digits}</source>
        <translation>Enviado a su teléfono terminado en {digits}</translation>
    </message>
    <message>
        <source>Tell the cashier the code that was sent to your phone ending in {digits}</source>
        <translation>Diga al cajero el código enviado a su teléfono terminado en {digits}</translation>
    </message>
    <message>
        <source>We have sent you a code</source>
        <translation>Le hemos enviado un código</translation>
    </message>
    <message>
        <source>Tell the cashier the code you received</source>
        <translation>Diga al cajero el código que recibió</translation>
    </message>
    <message>
        <source>{sent} · good until about {time}</source>
        <translation>{sent} · válido hasta las {time} aprox.</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} punto</numerusform>
            <numerusform>{points} puntos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayFigures</name>
    <message>
        <source>Count</source>
        <translation>Cantidad</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>Canjeados</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Devueltos</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Neto</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Sin confirmar</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazados</translation>
    </message>
    <message numerus="yes">
        <source>%Ln redemption(s)</source>
        <translation>
            <numerusform>%Ln canje</numerusform>
            <numerusform>%Ln canjes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s)</source>
        <translation>
            <numerusform>%Ln vez</numerusform>
            <numerusform>%Ln veces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} punto</numerusform>
            <numerusform>{points} puntos</numerusform>
        </translation>
    </message>
    <message>
        <source>By cashier</source>
        <translation>Por cajero</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Sin nombre</translation>
    </message>
    <message>
        <source>By program</source>
        <translation>Por programa</translation>
    </message>
    <message>
        <source>Default program</source>
        <translation>Programa predeterminado</translation>
    </message>
    <message numerus="yes">
        <source>{points} points given back</source>
        <translation>
            <numerusform>{points} punto devuelto</numerusform>
            <numerusform>{points} puntos devueltos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayPage</name>
    <message>
        <source>End of day</source>
        <translation>Fin del día</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Back to History</source>
        <translation>Volver al historial</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>Cerrar el día</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Todavía no</translation>
    </message>
    <message>
        <source>Closing the day…</source>
        <translation>Cerrando el día…</translation>
    </message>
    <message>
        <source>Close {day}? It cannot be opened again. What is settled later is in the next day’s report.</source>
        <translation>¿Cerrar el {day}? No se puede volver a abrir. Lo que se aclare después sale en el informe del día siguiente.</translation>
    </message>
    <message>
        <source>Closed by {cashier} on {time}</source>
        <translation>Cerrado por {cashier} el {time}</translation>
    </message>
    <message>
        <source>Closed on {time}</source>
        <translation>Cerrado el {time}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
</context>
<context>
    <name>DaySide</name>
    <message>
        <source>Compare with the service</source>
        <translation>Comparar con el servicio</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Huella</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Comparing, {asked} of {lists}…</source>
        <translation>Comparando, {asked} de {lists}…</translation>
    </message>
    <message>
        <source>Journal: nothing on this day</source>
        <translation>Registro: nada en este día</translation>
    </message>
    <message>
        <source>Journal {first} to {last}</source>
        <translation>Registro {first} a {last}</translation>
    </message>
    <message>
        <source>Head {head}</source>
        <translation>Huella {head}</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>No hay nada pendiente</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known yet</source>
        <translation>
            <numerusform>%Ln sin confirmar</numerusform>
            <numerusform>%Ln sin confirmar</numerusform>
        </translation>
    </message>
    <message>
        <source>The till keeps asking. The next day’s report names the outcome.</source>
        <translation>La caja sigue consultando. El informe del día siguiente dirá el resultado.</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>Canjeados</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazados</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Sin confirmar</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Devueltos</translation>
    </message>
    <message>
        <source>The service has no redemption of this day either</source>
        <translation>El servicio tampoco tiene canjes de este día</translation>
    </message>
    <message>
        <source>Not given back</source>
        <translation>No devueltos</translation>
    </message>
    <message>
        <source>The figures include this. A report that was printed at the closing does not.</source>
        <translation>Las cifras lo incluyen. Un informe impreso al cerrar no.</translation>
    </message>
    <message>
        <source>Since it was closed</source>
        <translation>Desde el cierre</translation>
    </message>
    <message>
        <source>Settled since, of other days</source>
        <translation>Aclarados desde entonces, de otros días</translation>
    </message>
    <message>
        <source>Compared at {time}</source>
        <translation>Comparado a las {time}</translation>
    </message>
    <message>
        <source>The service has no list of the store, so only members were compared.</source>
        <translation>El servicio no tiene lista de la tienda, así que solo se compararon los clientes.</translation>
    </message>
    <message>
        <source>Points given back of an earlier redemption are compared with the day of that redemption.</source>
        <translation>Los puntos devueltos de un canje anterior se comparan en el día de ese canje.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln redemption(s) could not be compared. Try again later.</source>
        <translation>
            <numerusform>%Ln canje no se pudo comparar. Inténtelo más tarde.</numerusform>
            <numerusform>%Ln canjes no se pudieron comparar. Inténtelo más tarde.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln agree with the service</source>
        <translation>
            <numerusform>%Ln coincide con el servicio</numerusform>
            <numerusform>Los %Ln coinciden con el servicio</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s) from the service</source>
        <translation>
            <numerusform>%Ln diferencia con el servicio</numerusform>
            <numerusform>%Ln diferencias con el servicio</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything could be compared</source>
        <translation>No se pudo comparar todo</translation>
    </message>
    <message>
        <source>{name}: redeemed at the service, {service} points. This till does not know it yet.</source>
        <translation>{name}: {service} puntos canjeados según el servicio. Esta caja aún no lo sabe.</translation>
    </message>
    <message>
        <source>{name}: the service has redeemed {service} points, and this till has not.</source>
        <translation>{name}: {service} puntos canjeados según el servicio, pero no según esta caja.</translation>
    </message>
    <message>
        <source>{name}: the service has {service} points of this till that its record does not know.</source>
        <translation>{name}: el servicio tiene {service} puntos de esta caja que su registro no conoce.</translation>
    </message>
    <message>
        <source>{name}: this till redeemed {mine} points, and the service does not show it.</source>
        <translation>{name}: esta caja canjeó {mine} puntos, y el servicio no lo muestra.</translation>
    </message>
    <message>
        <source>{name}: {mine} points here, {service} at the service.</source>
        <translation>{name}: {mine} puntos aquí, {service} en el servicio.</translation>
    </message>
    <message>
        <source>{name}: only one of the two says that its points were given back.</source>
        <translation>{name}: solo uno de los dos dice que sus puntos se devolvieron.</translation>
    </message>
    <message>
        <source>{name}: {mine} points given back here, {service} at the service.</source>
        <translation>{name}: {mine} puntos devueltos aquí, {service} en el servicio.</translation>
    </message>
    <message>
        <source>{name}: the store’s list shows {service} points that are not known here.</source>
        <translation>{name}: la lista de la tienda muestra {service} puntos que aquí no se conocen.</translation>
    </message>
    <message>
        <source>Giving back</source>
        <translation>En devolución</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} punto</numerusform>
            <numerusform>{points} puntos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Drafting</name>
    <message>
        <source>Enter the amount of money.</source>
        <translation>Escriba el importe.</translation>
    </message>
    <message>
        <source>Enter the bill number.</source>
        <translation>Escriba el número de ticket.</translation>
    </message>
    <message>
        <source>The note is too long. Make it shorter.</source>
        <translation>La nota es demasiado larga. Acórtela.</translation>
    </message>
    <message numerus="yes">
        <source>The POS allows up to {points} points. Enter no more than that.</source>
        <translation>
            <numerusform>El TPV permite hasta {points} punto. No introduzca más.</numerusform>
            <numerusform>El TPV permite hasta {points} puntos. No introduzca más.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The group has {points} points. Enter no more than that.</source>
        <translation>
            <numerusform>El grupo tiene {points} punto. No escriba más de esa cantidad.</numerusform>
            <numerusform>El grupo tiene {points} puntos. No escriba más de esa cantidad.</numerusform>
        </translation>
    </message>
    <message>
        <source>The member has no points to redeem.</source>
        <translation>El cliente no tiene puntos para canjear.</translation>
    </message>
    <message numerus="yes">
        <source>The member has {points} points. Enter no more than that.</source>
        <translation>
            <numerusform>El cliente tiene {points} punto. No escriba más de esa cantidad.</numerusform>
            <numerusform>El cliente tiene {points} puntos. No escriba más de esa cantidad.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fill in “{field}”.</source>
        <translation>Rellene «{field}».</translation>
    </message>
    <message>
        <source>“{field}” must be a number.</source>
        <translation>«{field}» solo admite un número.</translation>
    </message>
    <message>
        <source>Choose an entry for “{field}”.</source>
        <translation>Elija una opción de «{field}».</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
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
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>For support: {number}</source>
        <translation>Para soporte: {number}</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>That is the number of a receipt. Open History and scan it there to give points back.</source>
        <translation>Ese es el número de un recibo. Abra el historial y escanéelo allí para devolver puntos.</translation>
    </message>
    <message>
        <source>If it is not a card number, choose below what it is.</source>
        <translation>Si no es un número de tarjeta, elija abajo qué es.</translation>
    </message>
    <message>
        <source>If it is not an e-mail address, choose below what it is.</source>
        <translation>Si no es una dirección de correo, elija abajo qué es.</translation>
    </message>
    <message>
        <source>If it is not a customer number, choose below what it is.</source>
        <translation>Si no es un número de cliente, elija abajo qué es.</translation>
    </message>
    <message>
        <source>If it is not a mobile number, choose below what it is.</source>
        <translation>Si no es un número de móvil, elija abajo qué es.</translation>
    </message>
    <message>
        <source>The service is very busy. The till looks again by itself. Press Esc to stop.</source>
        <translation>El servicio está muy ocupado. La caja volverá a buscar sola. Pulse Esc para parar.</translation>
    </message>
    <message>
        <source>This member</source>
        <translation>Este cliente</translation>
    </message>
    <message>
        <source>{name} has no points to redeem.</source>
        <translation>{name} no tiene puntos para canjear.</translation>
    </message>
    <message>
        <source>Finish the sale without points.</source>
        <translation>Termine la venta sin puntos.</translation>
    </message>
    <message>
        <source>The service was very busy. The till waited until it answered.</source>
        <translation>El servicio estaba muy ocupado. La caja esperó hasta que respondió.</translation>
    </message>
    <message>
        <source>This number’s account was merged into that of {number}. Points are redeemed there. Check the name with the member.</source>
        <translation>La cuenta de este número se unió a la de {number}. Los puntos se canjean allí. Confirme el nombre con el cliente.</translation>
    </message>
    <message>
        <source>another</source>
        <translation>otro número</translation>
    </message>
</context>
<context>
    <name>GiveBackController</name>
    <message>
        <source>Item returned</source>
        <translation>Artículo devuelto</translation>
    </message>
    <message>
        <source>Sale cancelled</source>
        <translation>Venta anulada</translation>
    </message>
    <message>
        <source>Wrong member</source>
        <translation>Cliente erróneo</translation>
    </message>
    <message numerus="yes">
        <source>Only {points} points can be given back.</source>
        <translation>
            <numerusform>Solo se puede devolver {points} punto.</numerusform>
            <numerusform>Solo se pueden devolver {points} puntos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter why the points are given back.</source>
        <translation>Indique por qué se devuelven los puntos.</translation>
    </message>
    <message>
        <source>Enter the supervisor’s PIN.</source>
        <translation>Introduzca el PIN del supervisor.</translation>
    </message>
    <message numerus="yes">
        <source>{points} points of this redemption were already given back, but not at this till. Go on only if the customer returns something else now.</source>
        <translation>
            <numerusform>Ya se devolvió {points} punto de este canje, pero no en esta caja. Continúe solo si el cliente devuelve ahora otra cosa.</numerusform>
            <numerusform>Ya se devolvieron {points} puntos de este canje, pero no en esta caja. Continúe solo si el cliente devuelve ahora otra cosa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points of this redemption were already given back at {at} by {cashier}. Go on only if the customer returns something else now.</source>
        <translation>
            <numerusform>{cashier} ya devolvió {points} punto de este canje a las {at}. Continúe solo si el cliente devuelve ahora otra cosa.</numerusform>
            <numerusform>{cashier} ya devolvió {points} puntos de este canje a las {at}. Continúe solo si el cliente devuelve ahora otra cosa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points of this redemption were already given back at {at}. Go on only if the customer returns something else now.</source>
        <translation>
            <numerusform>Ya se devolvió {points} punto de este canje a las {at}. Continúe solo si el cliente devuelve ahora otra cosa.</numerusform>
            <numerusform>Ya se devolvieron {points} puntos de este canje a las {at}. Continúe solo si el cliente devuelve ahora otra cosa.</numerusform>
        </translation>
    </message>
    <message>
        <source>{who}: {news}</source>
        <comment>the outcome for a bill or a mobile number</comment>
        <translation>{who}: {news}</translation>
    </message>
    <message>
        <source>Enter how many points are given back.</source>
        <translation>Indique cuántos puntos se devuelven.</translation>
    </message>
    <message>
        <source>That PIN is wrong. No points were given back.</source>
        <translation>Ese PIN es incorrecto. No se devolvieron puntos.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. No points were given back. Try again in 15 minutes.</source>
        <translation>Demasiados PIN incorrectos. No se devolvieron puntos. Inténtelo de nuevo en 15 minutos.</translation>
    </message>
    <message>
        <source>A supervisor’s PIN cannot be checked here. No points were given back. Tell support.</source>
        <translation>Aquí no se puede comprobar el PIN de un supervisor. No se devolvieron puntos. Avise a soporte.</translation>
    </message>
</context>
<context>
    <name>GiveBackPage</name>
    <message>
        <source>Give points back</source>
        <translation>Devolver puntos</translation>
    </message>
    <message>
        <source>Back to History</source>
        <translation>Volver al historial</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Points to give back</source>
        <translation>Puntos a devolver</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Supervisor PIN</source>
        <translation>PIN del supervisor</translation>
    </message>
    <message>
        <source>Expired points do not come back. The receipt shows how many.</source>
        <translation>Los puntos caducados no vuelven. El recibo muestra cuántos.</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Devolver</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Points given back</source>
        <translation>Puntos devueltos</translation>
    </message>
    <message>
        <source>Expired, not given back</source>
        <translation>Caducados, no devueltos</translation>
    </message>
    <message>
        <source>Updated balance</source>
        <translation>Saldo actualizado</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>Imprimir recibo</translation>
    </message>
    <message>
        <source>Save receipt</source>
        <translation>Guardar recibo</translation>
    </message>
    <message>
        <source>Back to POS</source>
        <translation>Volver al TPV</translation>
    </message>
    <message numerus="yes">
        <source>Give back {points} points again</source>
        <translation>
            <numerusform>Devolver otra vez {points} punto</numerusform>
            <numerusform>Devolver otra vez {points} puntos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} punto</numerusform>
            <numerusform>{points} puntos</numerusform>
        </translation>
    </message>
    <message>
        <source>All {points}</source>
        <translation>Todos: {points}</translation>
    </message>
    <message numerus="yes">
        <source>Give back {points} points</source>
        <translation>
            <numerusform>Devolver {points} punto</numerusform>
            <numerusform>Devolver {points} puntos</numerusform>
        </translation>
    </message>
    <message>
        <source>Giving points back…</source>
        <translation>Devolviendo los puntos…</translation>
    </message>
    <message>
        <source>Asking the service…</source>
        <translation>Preguntando al servicio…</translation>
    </message>
</context>
<context>
    <name>GivenBackRow</name>
    <message numerus="yes">
        <source>{points} points given back</source>
        <translation>
            <numerusform>{points} punto devuelto</numerusform>
            <numerusform>{points} puntos devueltos</numerusform>
        </translation>
    </message>
    <message>
        <source>Print receipt for {given_back}</source>
        <translation>Imprimir recibo: {given_back}</translation>
    </message>
    <message>
        <source>Save receipt for {given_back}</source>
        <translation>Guardar recibo: {given_back}</translation>
    </message>
</context>
<context>
    <name>GroupPanel</name>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>Find group by</source>
        <translation>Buscar el grupo por</translation>
    </message>
    <message>
        <source>Number or name</source>
        <translation>Número o nombre</translation>
    </message>
    <message>
        <source>Kind of identifier</source>
        <translation>Tipo de identificador</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Account of the source</source>
        <translation>Cuenta del origen</translation>
    </message>
    <message>
        <source>Group number</source>
        <translation>Número de grupo</translation>
    </message>
    <message>
        <source>Group number in another system</source>
        <translation>N.º de grupo en otro sistema</translation>
    </message>
    <message>
        <source>Main member’s user number</source>
        <translation>N.º de usuario del titular</translation>
    </message>
    <message>
        <source>Main member’s mobile, e-mail or card</source>
        <translation>Móvil, correo o tarjeta del titular</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>Número de móvil</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>Número de tarjeta</translation>
    </message>
    <message>
        <source>Card number in another system</source>
        <translation>N.º de tarjeta en otro sistema</translation>
    </message>
    <message>
        <source>User number</source>
        <translation>Número de usuario</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>No hace falta</translation>
    </message>
    <message>
        <source>Whose points?</source>
        <translation>¿Puntos de quién?</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Use this group</source>
        <translation>Usar este grupo</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Another group</source>
        <translation>Otro grupo</translation>
    </message>
    <message>
        <source>The member’s own points</source>
        <translation>Los puntos del propio cliente</translation>
    </message>
    <message numerus="yes">
        <source>{group} · {points} points</source>
        <translation>
            <numerusform>{group} · {points} punto</numerusform>
            <numerusform>{group} · {points} puntos</numerusform>
        </translation>
    </message>
    <message>
        <source>Use the member’s own points</source>
        <translation>Usar los puntos del cliente</translation>
    </message>
    <message>
        <source>Type the group’s number or name.</source>
        <translation>Escriba el número o el nombre del grupo.</translation>
    </message>
    <message>
        <source>With a source, also enter the main member’s identifier.</source>
        <translation>Con un origen, indique también el identificador del titular.</translation>
    </message>
    <message>
        <source>With an account, also choose its source.</source>
        <translation>Con una cuenta, indique también su origen.</translation>
    </message>
    <message>
        <source>Choose what kind of identifier this is.</source>
        <translation>Elija el tipo de identificador.</translation>
    </message>
    <message>
        <source>This source has several accounts. Type which one.</source>
        <translation>Este origen tiene varias cuentas. Escriba cuál es.</translation>
    </message>
</context>
<context>
    <name>HandOverBanner</name>
    <message>
        <source>Cancel, back to POS</source>
        <translation>Cancelar, volver al TPV</translation>
    </message>
    <message>
        <source>bill {bill}</source>
        <translation>ticket {bill}</translation>
    </message>
    <message>
        <source>{money} to pay</source>
        <translation>{money} por pagar</translation>
    </message>
    <message numerus="yes">
        <source>up to {points} points</source>
        <translation>
            <numerusform>hasta {points} punto</numerusform>
            <numerusform>hasta {points} puntos</numerusform>
        </translation>
    </message>
    <message>
        <source>From the POS</source>
        <translation>Del TPV</translation>
    </message>
    <message>
        <source>From the POS: {facts}</source>
        <translation>Del TPV: {facts}</translation>
    </message>
</context>
<context>
    <name>HandOvers</name>
    <message>
        <source>This bill has been handed over already.</source>
        <translation>Este ticket ya se había recibido.</translation>
    </message>
    <message>
        <source>Too many bills are waiting. The newest one was not accepted: hand it over again later.</source>
        <translation>Hay demasiados tickets en espera. El último no se recibió: envíelo de nuevo más tarde.</translation>
    </message>
</context>
<context>
    <name>HeldWords</name>
    <message numerus="yes">
        <source>Bill {bill} is held: it is not known yet whether {points} points were redeemed for it at {at}. Wait until the till has found out.</source>
        <translation>
            <numerusform>El ticket {bill} está retenido: aún no se sabe si a las {at} se canjeó {points} punto en él. Espere a que la caja lo averigüe.</numerusform>
            <numerusform>El ticket {bill} está retenido: aún no se sabe si a las {at} se canjearon {points} puntos en él. Espere a que la caja lo averigüe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For this member it is not known yet whether {points} points were redeemed at {at}. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>Aún no se sabe si a este cliente se le canjeó {points} punto a las {at}. Canjee de todos modos solo si es otra compra.</numerusform>
            <numerusform>Aún no se sabe si a este cliente se le canjearon {points} puntos a las {at}. Canjee de todos modos solo si es otra compra.</numerusform>
        </translation>
    </message>
    <message>
        <source>The service cannot show yet whether an earlier try went through. Try again in a moment. Do not take the points off the bill yet.</source>
        <translation>El servicio aún no puede mostrar si un intento anterior se hizo. Inténtelo de nuevo en un momento. Aún no descuente los puntos del ticket.</translation>
    </message>
    <message numerus="yes">
        <source>Another till sent these {points} points at {at}, and this till cannot tell whether they were taken. Ask support first. Redeem anyway only if support says so.</source>
        <translation>
            <numerusform>Otra caja envió este {points} punto a las {at} y esta caja no puede saber si se descontó. Consulte antes a soporte. Canjee de todos modos solo si soporte lo indica.</numerusform>
            <numerusform>Otra caja envió estos {points} puntos a las {at} y esta caja no puede saber si se descontaron. Consulte antes a soporte. Canjee de todos modos solo si soporte lo indica.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were already redeemed for this member at {at}. Redeem anyway only if you want to take them a second time.</source>
        <translation>
            <numerusform>Ya se canjeó {points} punto de este cliente a las {at}. Canjee de todos modos solo si debe descontarse por segunda vez.</numerusform>
            <numerusform>Ya se canjearon {points} puntos de este cliente a las {at}. Canjee de todos modos solo si deben descontarse por segunda vez.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{so_far} points were redeemed on bill {bill} so far, in %Ln redemption(s). Redeem anyway only if you want to take more points for this bill.</source>
        <translation>
            <numerusform>Hasta ahora se canjearon {so_far} puntos en el ticket {bill}, en %Ln canje. Canjee de todos modos solo si deben descontarse más puntos en este ticket.</numerusform>
            <numerusform>Hasta ahora se canjearon {so_far} puntos en el ticket {bill}, en %Ln canjes. Canjee de todos modos solo si deben descontarse más puntos en este ticket.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were already redeemed for bill {bill} at {at}. Redeem anyway only if you want to take them a second time.</source>
        <translation>
            <numerusform>Ya se canjeó {points} punto en el ticket {bill} a las {at}. Canjee de todos modos solo si debe descontarse por segunda vez.</numerusform>
            <numerusform>Ya se canjearon {points} puntos en el ticket {bill} a las {at}. Canjee de todos modos solo si deben descontarse por segunda vez.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were redeemed for this member at {at}, and the till found out only later. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>Se canjeó {points} punto de este cliente a las {at}, y la caja lo supo solo más tarde. Canjee de todos modos solo si es otra compra.</numerusform>
            <numerusform>Se canjearon {points} puntos de este cliente a las {at}, y la caja lo supo solo más tarde. Canjee de todos modos solo si es otra compra.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points on bill {bill}, and it is not certain that they were not taken. Redeem anyway only if the bill needs other points now.</source>
        <translation>
            <numerusform>A las {at} la caja intentó canjear {points} punto en el ticket {bill} y no es seguro que no se descontara. Canjee de todos modos solo si el ticket necesita ahora otra cantidad de puntos.</numerusform>
            <numerusform>A las {at} la caja intentó canjear {points} puntos en el ticket {bill} y no es seguro que no se descontaran. Canjee de todos modos solo si el ticket necesita ahora otra cantidad de puntos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points for this member without a bill number. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>A las {at} la caja intentó canjear {points} punto de este cliente sin número de ticket. Canjee de todos modos solo si es otra compra.</numerusform>
            <numerusform>A las {at} la caja intentó canjear {points} puntos de este cliente sin número de ticket. Canjee de todos modos solo si es otra compra.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points for this member on bill {bill}. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>A las {at} la caja intentó canjear {points} punto de este cliente en el ticket {bill}. Canjee de todos modos solo si es otra compra.</numerusform>
            <numerusform>A las {at} la caja intentó canjear {points} puntos de este cliente en el ticket {bill}. Canjee de todos modos solo si es otra compra.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points for this member on bill {bill}, which is spelt almost like this one. Redeem anyway only if this is another bill.</source>
        <translation>
            <numerusform>A las {at} la caja intentó canjear {points} punto de este cliente en el ticket {bill}, cuyo número es casi igual a este. Canjee de todos modos solo si es otro ticket.</numerusform>
            <numerusform>A las {at} la caja intentó canjear {points} puntos de este cliente en el ticket {bill}, cuyo número es casi igual a este. Canjee de todos modos solo si es otro ticket.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryDetail</name>
    <message>
        <source>What happened</source>
        <translation>Qué ha pasado</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>Imprimir recibo</translation>
    </message>
    <message>
        <source>Save receipt</source>
        <translation>Guardar recibo</translation>
    </message>
    <message>
        <source>Give points back</source>
        <translation>Devolver puntos</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Cajero</translation>
    </message>
    <message>
        <source>Redemption</source>
        <translation>Canje</translation>
    </message>
    <message>
        <source>Reference {reference}</source>
        <translation>Referencia {reference}</translation>
    </message>
    <message>
        <source>Request {request}</source>
        <translation>Solicitud {request}</translation>
    </message>
    <message>
        <source>Not known yet whether the points were redeemed. The till keeps asking.</source>
        <translation>Aún no se sabe si se canjearon los puntos. La caja sigue consultando.</translation>
    </message>
    <message>
        <source>The till looked several times and did not find it. No points were taken.</source>
        <translation>La caja buscó varias veces y no lo encontró. No se descontaron puntos.</translation>
    </message>
    <message>
        <source>The points have been given back since.</source>
        <translation>Los puntos se han devuelto desde entonces.</translation>
    </message>
    <message>
        <source>Found late: it was recorded as not redeemed.</source>
        <translation>Encontrado tarde: constaba como no canjeado.</translation>
    </message>
    <message numerus="yes">
        <source>{points} points have been given back since.</source>
        <translation>
            <numerusform>{points} punto se ha devuelto desde entonces.</numerusform>
            <numerusform>{points} puntos se han devuelto desde entonces.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Not known yet</source>
        <translation>Sin confirmar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>End of day</source>
        <translation>Fin del día</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Mobile, bill, receipt number or day</source>
        <translation>Móvil, ticket, número de recibo o día</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>Last seven days</source>
        <translation>Últimos siete días</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>Canjeado</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Not redeemed</source>
        <translation>No canjeado</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Cajero</translation>
    </message>
    <message>
        <source>Saving the list…</source>
        <translation>Guardando la lista…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln redemption(s)</source>
        <translation>
            <numerusform>%Ln canje</numerusform>
            <numerusform>%Ln canjes</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} saved as {path}</source>
        <translation>Guardado como {path}: {count}</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Devuelto</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>No se encontró nada.</translation>
    </message>
    <message numerus="yes">
        <source>Today: %Ln redemption(s)</source>
        <translation>
            <numerusform>Hoy: %Ln canje</numerusform>
            <numerusform>Hoy: %Ln canjes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} punto</numerusform>
            <numerusform>{points} puntos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points given back</source>
        <translation>
            <numerusform>{points} punto devuelto</numerusform>
            <numerusform>{points} puntos devueltos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known yet</source>
        <translation>
            <numerusform>%Ln sin confirmar</numerusform>
            <numerusform>%Ln sin confirmar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryTable</name>
    <message>
        <source>Redemptions</source>
        <translation>Canjes</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
</context>
<context>
    <name>LessonsPanel</name>
    <message>
        <source>Five short lessons</source>
        <translation>Cinco lecciones cortas</translation>
    </message>
    <message>
        <source>You can do this.</source>
        <translation>Ya sabe hacerlo.</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lección</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>Lección siguiente</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>Todas las lecciones</translation>
    </message>
</context>
<context>
    <name>LocalInterface</name>
    <message>
        <source>The POS cannot reach this till through port {port}, maybe because another program uses it. You can redeem as usual. Tell support.</source>
        <translation>El TPV no puede comunicarse con esta caja por el puerto {port}, quizá porque otro programa lo usa. Puede canjear como siempre. Avise a soporte.</translation>
    </message>
</context>
<context>
    <name>MemberStep</name>
    <message>
        <source>Who is redeeming?</source>
        <translation>¿Quién canjea puntos?</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Change member</source>
        <translation>Cambiar de cliente</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>Número de móvil</translation>
    </message>
    <message>
        <source>Find member</source>
        <translation>Buscar cliente</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Find by</source>
        <translation>Buscar por</translation>
    </message>
    <message>
        <source>Next: points, then the code</source>
        <translation>Después: los puntos y luego el código</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Available points</source>
        <translation>Puntos disponibles</translation>
    </message>
    <message>
        <source>Looking again in {span}</source>
        <translation>Nueva búsqueda en {span}</translation>
    </message>
    <message>
        <source>Looking for the member…</source>
        <translation>Buscando al cliente…</translation>
    </message>
    <message>
        <source>No name given</source>
        <translation>Sin nombre</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} punto</numerusform>
            <numerusform>{points} puntos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points in the group</source>
        <translation>
            <numerusform>{points} punto en el grupo</numerusform>
            <numerusform>{points} puntos en el grupo</numerusform>
        </translation>
    </message>
    <message>
        <source>Group points {points}</source>
        <translation>Puntos del grupo: {points}</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Móvil</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Tarjeta</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>Número de tarjeta</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>Número de cliente</translation>
    </message>
    <message>
        <source>{number} looks unusual. Check it with the member.</source>
        <translation>El número {number} parece raro. Compruébelo con el cliente.</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>For support: {number}</source>
        <translation>Para soporte: {number}</translation>
    </message>
    <message>
        <source>For support: {number} · request {request}</source>
        <translation>Para soporte: {number} · solicitud {request}</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>A missed call cannot be used here.</source>
        <translation>Aquí no se puede usar una llamada perdida.</translation>
    </message>
    <message>
        <source>A receipt was still waiting when the till was closed.</source>
        <translation>Un recibo aún esperaba cuando se cerró la caja.</translation>
    </message>
    <message>
        <source>A security file that is named in Settings cannot be used.</source>
        <translation>No se puede usar un archivo de seguridad indicado en Ajustes.</translation>
    </message>
    <message>
        <source>A setting of this till cannot be used.</source>
        <translation>Un ajuste de esta caja no se puede usar.</translation>
    </message>
    <message>
        <source>All points of this redemption have been given back already.</source>
        <translation>Todos los puntos de este canje ya se han devuelto.</translation>
    </message>
    <message>
        <source>An earlier redemption went through after all.</source>
        <translation>Un canje anterior sí se hizo.</translation>
    </message>
    <message>
        <source>An earlier redemption went to another service, so this one does not know it.</source>
        <translation>Un canje anterior se envió a otro servicio, por eso este no lo conoce.</translation>
    </message>
    <message>
        <source>An earlier try to give these points back went through after all.</source>
        <translation>Un intento anterior de devolver estos puntos sí se realizó.</translation>
    </message>
    <message>
        <source>Another program is using the till’s record of redemptions.</source>
        <translation>Otro programa está usando el registro de canjes de la caja.</translation>
    </message>
    <message>
        <source>Ask for the name and choose the right one.</source>
        <translation>Pregunte el nombre y elija al cliente correcto.</translation>
    </message>
    <message>
        <source>Ask support to enter it in Settings.</source>
        <translation>Pida a soporte que la escriba en Ajustes.</translation>
    </message>
    <message>
        <source>Ask the member to call customer care. Finish the sale without points.</source>
        <translation>Pida al cliente que llame a Atención al Cliente. Termine la venta sin puntos.</translation>
    </message>
    <message>
        <source>Ask the member to call once more and hang up. Then try again.</source>
        <translation>Pida al cliente que llame otra vez y cuelgue. Después inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Ask the member to confirm it with the loyalty program first. Finish the sale without points.</source>
        <translation>Pida al cliente que antes lo confirme con el programa de puntos. Termine la venta sin puntos.</translation>
    </message>
    <message>
        <source>Ask the member to read it again, or send a new code in {seconds} s.</source>
        <translation>Pida al cliente que lo lea otra vez, o envíele un código nuevo dentro de {seconds} s.</translation>
    </message>
    <message>
        <source>Ask the member to read it again, or send a new code.</source>
        <translation>Pida al cliente que lo lea otra vez, o envíele un código nuevo.</translation>
    </message>
    <message>
        <source>Ask your supervisor.</source>
        <translation>Pregunte a su supervisor.</translation>
    </message>
    <message>
        <source>By this till’s clock, this day has not begun yet.</source>
        <translation>Según el reloj de esta caja, este día aún no ha empezado.</translation>
    </message>
    <message>
        <source>Cannot open the saved password.</source>
        <translation>No se puede abrir la contraseña guardada.</translation>
    </message>
    <message>
        <source>Check the bill number and enter it again.</source>
        <translation>Revise el número de ticket y escríbalo de nuevo.</translation>
    </message>
    <message>
        <source>Check the bill number, if there is one. Go on only if this is another purchase.</source>
        <translation>Revise el número de ticket, si lo hay. Continúe solo si es otra compra.</translation>
    </message>
    <message>
        <source>Check the bill number. Go on only if the member wants to redeem more on the same bill.</source>
        <translation>Revise el número de ticket. Continúe solo si el cliente quiere canjear más en el mismo ticket.</translation>
    </message>
    <message>
        <source>Check the member’s points first: they may be back already. If not, tell support the number below.</source>
        <translation>Revise antes los puntos del cliente: puede que ya estén devueltos. Si no, indique a soporte el número que aparece.</translation>
    </message>
    <message>
        <source>Check the name or number, or ask your supervisor.</source>
        <translation>Revise el nombre o el número, o pregunte a su supervisor.</translation>
    </message>
    <message>
        <source>Check the number with the member and enter it again.</source>
        <translation>Confirme el número con el cliente y escríbalo de nuevo.</translation>
    </message>
    <message>
        <source>Check the number with the member, then send the code again.</source>
        <translation>Confirme el número con el cliente y vuelva a enviar el código.</translation>
    </message>
    <message>
        <source>Check the points and the purchase. Go on only if the member wants these points.</source>
        <translation>Revise los puntos y la compra. Continúe solo si el cliente quiere estos puntos.</translation>
    </message>
    <message>
        <source>Choose another group, or the member’s own points.</source>
        <translation>Elija otro grupo o los puntos del propio cliente.</translation>
    </message>
    <message>
        <source>Choose another program. If there is none, tell support the number below.</source>
        <translation>Elija otro programa. Si no hay ninguno, indique a soporte el número que aparece.</translation>
    </message>
    <message>
        <source>Choose the member’s own points.</source>
        <translation>Elija los puntos del propio cliente.</translation>
    </message>
    <message>
        <source>Close it there, or ask the person who is signed in. Then try again.</source>
        <translation>Ciérrela allí o pídaselo a la persona que tiene la sesión abierta. Después inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Close other windows of this program, then try again.</source>
        <translation>Cierre las otras ventanas de este programa e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Close this program and start it again. If that does not help, redeem at another till and call support.</source>
        <translation>Cierre este programa y ábralo de nuevo. Si sigue igual, canjee en otra caja y llame a soporte.</translation>
    </message>
    <message>
        <source>Do not give them back again. The till keeps asking and will show it here.</source>
        <translation>No los devuelva otra vez. La caja sigue consultando y lo mostrará aquí.</translation>
    </message>
    <message>
        <source>Do not redeem again for that member. Tell support the number below and the reference.</source>
        <translation>No vuelva a canjear para ese cliente. Indique a soporte el número que aparece y la referencia.</translation>
    </message>
    <message>
        <source>Do not redeem again. The till keeps asking and will show the receipt here.</source>
        <translation>No vuelva a canjear. La caja sigue consultando y mostrará aquí el recibo.</translation>
    </message>
    <message>
        <source>Enter a rounder number, such as a multiple of 10, 50 or 100.</source>
        <translation>Escriba un número más redondo, por ejemplo un múltiplo de 10, 50 o 100.</translation>
    </message>
    <message>
        <source>Enter both your number and your name, or choose yourself from the list.</source>
        <translation>Introduzca su número y su nombre, o elíjase en la lista.</translation>
    </message>
    <message>
        <source>Enter fewer points.</source>
        <translation>Escriba menos puntos.</translation>
    </message>
    <message>
        <source>Enter it in Settings, or ask support for it.</source>
        <translation>Escríbala en Ajustes o pídala a soporte.</translation>
    </message>
    <message>
        <source>Enter more points.</source>
        <translation>Escriba más puntos.</translation>
    </message>
    <message>
        <source>Enter the points again with fewer digits.</source>
        <translation>Escriba los puntos de nuevo con menos cifras.</translation>
    </message>
    <message>
        <source>Enter the points again, more than 0.</source>
        <translation>Escriba los puntos de nuevo, más de 0.</translation>
    </message>
    <message>
        <source>Enter them in Settings, or ask support for them.</source>
        <translation>Escríbalos en Ajustes o pídalos a soporte.</translation>
    </message>
    <message>
        <source>Enter your PIN again.</source>
        <translation>Escriba su PIN de nuevo.</translation>
    </message>
    <message>
        <source>Enter your name or number.</source>
        <translation>Escriba su nombre o su número.</translation>
    </message>
    <message>
        <source>Enter your own name or number.</source>
        <translation>Escriba su propio nombre o número.</translation>
    </message>
    <message>
        <source>Finish the sale without points. Tell support the number below.</source>
        <translation>Termine la venta sin puntos. Indique a soporte el número que aparece.</translation>
    </message>
    <message>
        <source>Giving points back is not switched on.</source>
        <translation>La devolución de puntos no está activada.</translation>
    </message>
    <message>
        <source>Go on only if this is another purchase. If it is the same, wait.</source>
        <translation>Continúe solo si es otra compra. Si es la misma, espere.</translation>
    </message>
    <message>
        <source>It is not clear who signs on.</source>
        <translation>No está claro quién inicia sesión.</translation>
    </message>
    <message>
        <source>It is not known yet whether an earlier redemption of this member went through.</source>
        <translation>Aún no se sabe si un canje anterior de este cliente se hizo.</translation>
    </message>
    <message>
        <source>It is not known yet whether points of this redemption were given back.</source>
        <translation>Aún no se sabe si se devolvieron puntos de este canje.</translation>
    </message>
    <message>
        <source>It is not known yet whether points were redeemed on this bill.</source>
        <translation>Aún no se sabe si se canjearon puntos en este ticket.</translation>
    </message>
    <message>
        <source>Let another cashier sign on, and tell support the number below.</source>
        <translation>Indique a soporte el número que aparece y deje que otro cajero inicie sesión.</translation>
    </message>
    <message>
        <source>Look at it in History before you redeem more points on this bill.</source>
        <translation>Véalo en el historial antes de canjear más puntos en este ticket.</translation>
    </message>
    <message>
        <source>Look at the redemption in History before you give back more.</source>
        <translation>Mire el canje en el historial antes de devolver más.</translation>
    </message>
    <message>
        <source>Look at the redemption in History before you try again. Tell support the number below.</source>
        <translation>Mire el canje en el historial antes de intentarlo de nuevo. Indique a soporte el número que aparece.</translation>
    </message>
    <message>
        <source>Look for a window that asks to unlock it. If there is none, sign in to this computer again.</source>
        <translation>Busque una ventana que pida desbloquearlo. Si no hay ninguna, vuelva a iniciar sesión en este equipo.</translation>
    </message>
    <message>
        <source>Look for the redemption in History.</source>
        <translation>Busque el canje en el historial.</translation>
    </message>
    <message>
        <source>Look in History before you redeem again. Tell support the number below.</source>
        <translation>Mire en el historial antes de canjear de nuevo. Indique a soporte el número que aparece.</translation>
    </message>
    <message>
        <source>No call from this number has come in.</source>
        <translation>No ha entrado ninguna llamada de este número.</translation>
    </message>
    <message>
        <source>No member has this number.</source>
        <translation>Ningún cliente tiene este número.</translation>
    </message>
    <message>
        <source>No points were given back. Check the network cable or Wi-Fi, then try again.</source>
        <translation>No se devolvieron puntos. Compruebe el cable de red o el wifi e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>No points were given back. Enter fewer points.</source>
        <translation>No se devolvieron puntos. Escriba menos puntos.</translation>
    </message>
    <message>
        <source>No points were given back. Enter the points again.</source>
        <translation>No se devolvieron puntos. Escriba los puntos de nuevo.</translation>
    </message>
    <message>
        <source>No points were given back. Look for it in History and try again.</source>
        <translation>No se devolvieron puntos. Búsquelo en el historial e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>No points were given back. Tell support the number below.</source>
        <translation>No se devolvieron puntos. Indique a soporte el número que aparece.</translation>
    </message>
    <message>
        <source>No points were given back. Wait a minute, then try again.</source>
        <translation>No se devolvieron puntos. Espere un minuto e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>No points were taken. Check the network cable or Wi-Fi, then try again.</source>
        <translation>No se descontaron puntos. Revise el cable de red o el wifi e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>No points were taken. Check this till’s date and time, then tell support the number below.</source>
        <translation>No se descontaron puntos. Revise la fecha y la hora de esta caja y luego indique a soporte el número que aparece.</translation>
    </message>
    <message>
        <source>No points were taken. Check this till’s date and time. If they are right, tell support the number below.</source>
        <translation>No se descontaron puntos. Revise la fecha y la hora de esta caja. Si son correctas, indique a soporte el número que aparece.</translation>
    </message>
    <message>
        <source>No points were taken. Redeem again if the member still wants to.</source>
        <translation>No se descontaron puntos. Canjee de nuevo si el cliente aún lo desea.</translation>
    </message>
    <message>
        <source>No points were taken. Tell support that they have to be entered again in Settings.</source>
        <translation>No se descontaron puntos. Diga a soporte que hay que escribirlos de nuevo en Ajustes.</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below.</source>
        <translation>No se descontaron puntos. Indique a soporte el número que aparece.</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below: the address or the network has to be checked.</source>
        <translation>No se descontaron puntos. Indique a soporte el número que aparece: hay que revisar la dirección o la red.</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below: the file has to be corrected.</source>
        <translation>No se descontaron puntos. Indique a soporte el número que aparece: hay que corregir el archivo.</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below: the name and password for it have to be checked.</source>
        <translation>No se descontaron puntos. Indique a soporte el número que aparece: hay que revisar el nombre y la contraseña de esa red.</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below: this computer may have to be set up for it.</source>
        <translation>No se descontaron puntos. Indique a soporte el número que aparece: quizá haya que configurar este equipo para ello.</translation>
    </message>
    <message>
        <source>No points were taken. Try again when you are ready.</source>
        <translation>No se descontaron puntos. Inténtelo de nuevo cuando quiera.</translation>
    </message>
    <message>
        <source>No points were taken. Try again. If that does not help, tell support the number below.</source>
        <translation>No se descontaron puntos. Inténtelo de nuevo. Si sigue igual, indique a soporte el número que aparece.</translation>
    </message>
    <message>
        <source>No points were taken. Wait a minute, then try again.</source>
        <translation>No se descontaron puntos. Espere un minuto e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>No printer was found at its address.</source>
        <translation>No se encontró ninguna impresora en su dirección.</translation>
    </message>
    <message>
        <source>No supervisor’s PIN is set on this till.</source>
        <translation>En esta caja no hay ningún PIN de supervisor.</translation>
    </message>
    <message>
        <source>Not known yet whether the points were given back.</source>
        <translation>Aún no se sabe si se devolvieron los puntos.</translation>
    </message>
    <message>
        <source>Not known yet whether the points were redeemed.</source>
        <translation>Aún no se sabe si se canjearon los puntos.</translation>
    </message>
    <message>
        <source>Nothing more has to be done.</source>
        <translation>No hay que hacer nada más.</translation>
    </message>
    <message>
        <source>Only points of a redemption that went through can be given back.</source>
        <translation>Solo se pueden devolver puntos de un canje realizado.</translation>
    </message>
    <message>
        <source>Other points were tried for this bill or this member before.</source>
        <translation>Antes se intentó canjear otra cantidad de puntos para este ticket o este cliente.</translation>
    </message>
    <message>
        <source>Points cannot be given back at this till.</source>
        <translation>En esta caja no se pueden devolver puntos.</translation>
    </message>
    <message>
        <source>Points can have at most three digits after the decimal mark.</source>
        <translation>Los puntos tienen tres decimales como máximo.</translation>
    </message>
    <message>
        <source>Points that counted as not given back are back after all.</source>
        <translation>Puntos que constaban como no devueltos sí han vuelto.</translation>
    </message>
    <message>
        <source>Printing on this computer does not work at the moment.</source>
        <translation>La impresión en este equipo no funciona en este momento.</translation>
    </message>
    <message>
        <source>Redeem at another till, and tell support the number below.</source>
        <translation>Canjee en otra caja e indique a soporte el número que aparece.</translation>
    </message>
    <message>
        <source>That is more than is left of this redemption.</source>
        <translation>Es más de lo que queda de este canje.</translation>
    </message>
    <message>
        <source>That looks like a customer’s number.</source>
        <translation>Eso parece el número de un cliente.</translation>
    </message>
    <message>
        <source>The company’s network does not accept the till’s login.</source>
        <translation>La red de la empresa no acepta el acceso de la caja.</translation>
    </message>
    <message>
        <source>The password for the company’s network is not set.</source>
        <translation>La contraseña de la red de la empresa no está configurada.</translation>
    </message>
    <message>
        <source>The points are back, but the till could not keep a record of it.</source>
        <translation>Los puntos han vuelto, pero la caja no pudo anotarlo.</translation>
    </message>
    <message>
        <source>The points are not affected. Check its power and its cable, then print again.</source>
        <translation>Los puntos no se ven afectados. Compruebe la corriente y el cable, y vuelva a imprimir.</translation>
    </message>
    <message>
        <source>The points are not affected. Check that it is on and connected, then print again, or choose another printer.</source>
        <translation>Los puntos no se ven afectados. Compruebe que está encendida y conectada, y vuelva a imprimir o elija otra impresora.</translation>
    </message>
    <message>
        <source>The points are not affected. Choose another printer, and have the address in Settings checked.</source>
        <translation>Los puntos no se ven afectados. Elija otra impresora y haga revisar la dirección en Ajustes.</translation>
    </message>
    <message>
        <source>The points are not affected. Choose another printer, and tell support the number below.</source>
        <translation>Los puntos no se ven afectados. Elija otra impresora e indique a soporte el número que aparece.</translation>
    </message>
    <message>
        <source>The points are not affected. Close the cover, then print again.</source>
        <translation>Los puntos no se ven afectados. Cierre la tapa y vuelva a imprimir.</translation>
    </message>
    <message>
        <source>The points are not affected. Check whether the receipt came out, and print again if it did not.</source>
        <translation>Los puntos no se ven afectados. Mire si salió el recibo y, si no, vuelva a imprimir.</translation>
    </message>
    <message>
        <source>The points are not affected. Check whether the receipt came out. If not, switch the printer off and on, then print again.</source>
        <translation>Los puntos no se ven afectados. Mire si salió el recibo. Si no, apague y encienda la impresora y vuelva a imprimir.</translation>
    </message>
    <message>
        <source>The points are not affected. Print again if the member needs it.</source>
        <translation>Los puntos no se ven afectados. Vuelva a imprimir si el cliente lo necesita.</translation>
    </message>
    <message>
        <source>The points are not affected. Print again if the member still needs it.</source>
        <translation>Los puntos no se ven afectados. Vuelva a imprimir si el cliente aún lo necesita.</translation>
    </message>
    <message>
        <source>The points are not affected. Put in a new roll, then print again.</source>
        <translation>Los puntos no se ven afectados. Ponga un rollo nuevo y vuelva a imprimir.</translation>
    </message>
    <message>
        <source>The points are not affected. Resume the printer on this computer, then print again, or choose another printer.</source>
        <translation>Los puntos no se ven afectados. Reanude la impresora en este equipo y vuelva a imprimir, o elija otra impresora.</translation>
    </message>
    <message>
        <source>The points are not affected. Save the receipt, and tell support the number below.</source>
        <translation>Los puntos no se ven afectados. Guarde el recibo e indique a soporte el número que aparece.</translation>
    </message>
    <message>
        <source>The points are not affected. Save the receipt, or restart this computer.</source>
        <translation>Los puntos no se ven afectados. Guarde el recibo o reinicie este equipo.</translation>
    </message>
    <message>
        <source>The points are not affected. Tear off what came out, check the cable, then print again.</source>
        <translation>Los puntos no se ven afectados. Arranque lo que salió, compruebe el cable y vuelva a imprimir.</translation>
    </message>
    <message>
        <source>The points were not given back.</source>
        <translation>Los puntos no se devolvieron.</translation>
    </message>
    <message>
        <source>The printer does not take new work.</source>
        <translation>La impresora no acepta trabajos nuevos.</translation>
    </message>
    <message>
        <source>The printer has no paper.</source>
        <translation>La impresora no tiene papel.</translation>
    </message>
    <message>
        <source>The printer is paused.</source>
        <translation>La impresora está en pausa.</translation>
    </message>
    <message>
        <source>The printer is switched off or not connected.</source>
        <translation>La impresora está apagada o no conectada.</translation>
    </message>
    <message>
        <source>The printer stopped while printing.</source>
        <translation>La impresora se detuvo mientras imprimía.</translation>
    </message>
    <message>
        <source>The printer took only part of the receipt.</source>
        <translation>La impresora solo tomó una parte del recibo.</translation>
    </message>
    <message>
        <source>The printer’s address does not exist.</source>
        <translation>La dirección de la impresora no existe.</translation>
    </message>
    <message>
        <source>The printer’s cover is open.</source>
        <translation>La tapa de la impresora está abierta.</translation>
    </message>
    <message>
        <source>The receipt cannot be put in line for printing.</source>
        <translation>El recibo no se puede poner en la cola de impresión.</translation>
    </message>
    <message>
        <source>The receipt was removed from the printer’s list.</source>
        <translation>El recibo se quitó de la lista de la impresora.</translation>
    </message>
    <message>
        <source>The safe place for the till’s password does not answer.</source>
        <translation>El lugar seguro para la contraseña de la caja no responde.</translation>
    </message>
    <message>
        <source>The safe place for the till’s password has a fault.</source>
        <translation>El lugar seguro para la contraseña de la caja tiene un fallo.</translation>
    </message>
    <message>
        <source>The service could not make a code just now.</source>
        <translation>El servicio no pudo crear un código en este momento.</translation>
    </message>
    <message>
        <source>The service did not give the points back.</source>
        <translation>El servicio no devolvió los puntos.</translation>
    </message>
    <message>
        <source>The service did not let this till sign in.</source>
        <translation>El servicio no dejó que esta caja iniciara sesión.</translation>
    </message>
    <message>
        <source>The service does not accept the token that it gave this till.</source>
        <translation>El servicio no acepta el token que dio a esta caja.</translation>
    </message>
    <message>
        <source>The service does not accept this till’s key and secret.</source>
        <translation>El servicio no acepta la clave y el secreto de esta caja.</translation>
    </message>
    <message>
        <source>The service does not accept this.</source>
        <translation>El servicio no acepta esto.</translation>
    </message>
    <message>
        <source>The service does not show everything about this redemption right now.</source>
        <translation>El servicio no muestra ahora todo sobre este canje.</translation>
    </message>
    <message>
        <source>The service does not have enough points left of this redemption.</source>
        <translation>Al servicio no le quedan puntos suficientes de este canje.</translation>
    </message>
    <message>
        <source>The service is not set up for giving points back.</source>
        <translation>El servicio no está preparado para devolver puntos.</translation>
    </message>
    <message>
        <source>The service offers no connection that is safe today.</source>
        <translation>El servicio no ofrece ninguna conexión que hoy sea segura.</translation>
    </message>
    <message>
        <source>The settings could not be saved.</source>
        <translation>No se pudieron guardar los ajustes.</translation>
    </message>
    <message>
        <source>The till cannot count the PIN attempts, so no one can sign on.</source>
        <translation>La caja no puede contar los intentos del PIN, así que nadie puede iniciar sesión.</translation>
    </message>
    <message>
        <source>The till cannot count the PIN attempts.</source>
        <translation>La caja no puede contar los intentos del PIN.</translation>
    </message>
    <message>
        <source>The till cannot read the cashiers’ PINs, so no one can sign on.</source>
        <translation>La caja no puede leer los PIN de los cajeros, así que nadie puede iniciar sesión.</translation>
    </message>
    <message>
        <source>The till could not make a secure connection to the service.</source>
        <translation>La caja no pudo conectar con el servicio de forma segura.</translation>
    </message>
    <message>
        <source>The till is not allowed to write its record of redemptions.</source>
        <translation>La caja no tiene permiso para escribir su registro de canjes.</translation>
    </message>
    <message>
        <source>The till is open in another login on this computer.</source>
        <translation>La caja está abierta en otra sesión de este equipo.</translation>
    </message>
    <message>
        <source>The till no longer knows the member of this redemption.</source>
        <translation>La caja ya no conoce al cliente de este canje.</translation>
    </message>
    <message>
        <source>The till was closed while a receipt was printing.</source>
        <translation>La caja se cerró mientras se imprimía un recibo.</translation>
    </message>
    <message>
        <source>There is no loyalty service at the address in Settings.</source>
        <translation>En la dirección de Ajustes no hay ningún servicio de puntos.</translation>
    </message>
    <message>
        <source>There is no printer.</source>
        <translation>No hay ninguna impresora.</translation>
    </message>
    <message>
        <source>This computer does not trust what answers in place of the service.</source>
        <translation>Este equipo no confía en lo que responde en lugar del servicio.</translation>
    </message>
    <message>
        <source>This is less than the minimum that can be redeemed.</source>
        <translation>Son menos puntos que el mínimo que se puede canjear.</translation>
    </message>
    <message>
        <source>This member has been sent too many codes.</source>
        <translation>A este cliente se le han enviado demasiados códigos.</translation>
    </message>
    <message>
        <source>This member may have reached a limit for giving points back.</source>
        <translation>Este cliente puede haber llegado a un límite de devolución de puntos.</translation>
    </message>
    <message>
        <source>This member’s points were tried before on a similar bill, or without a bill.</source>
        <translation>Antes se intentaron canjear puntos de este cliente con un número de ticket casi igual o sin número.</translation>
    </message>
    <message>
        <source>This redemption is too old to be given back.</source>
        <translation>Este canje es demasiado antiguo para devolverlo.</translation>
    </message>
    <message>
        <source>This redemption was made with another loyalty service.</source>
        <translation>Este canje se hizo con otro servicio de puntos.</translation>
    </message>
    <message>
        <source>This till does not know that cashier.</source>
        <translation>Esta caja no conoce a ese cajero.</translation>
    </message>
    <message>
        <source>This till is not allowed to look up this member.</source>
        <translation>Esta caja no tiene permiso para ver a este cliente.</translation>
    </message>
    <message>
        <source>This till is not allowed to redeem without a code.</source>
        <translation>Esta caja no tiene permiso para canjear sin código.</translation>
    </message>
    <message>
        <source>This till’s disk is full.</source>
        <translation>No queda espacio en el disco de esta caja.</translation>
    </message>
    <message>
        <source>This till’s key and secret are not set.</source>
        <translation>La clave y el secreto de esta caja no están configurados.</translation>
    </message>
    <message>
        <source>Try again if the member still wants them.</source>
        <translation>Inténtelo de nuevo si el cliente aún los quiere.</translation>
    </message>
    <message>
        <source>Use the last message that came, or wait a few minutes and send the code again.</source>
        <translation>Use el último mensaje recibido, o espere unos minutos y envíe el código otra vez.</translation>
    </message>
    <message>
        <source>Wait 15 minutes, or let another cashier sign on.</source>
        <translation>Espere 15 minutos o deje que otro cajero inicie sesión.</translation>
    </message>
    <message>
        <source>Wait a minute, then send the code again. If that does not help, finish the sale without points.</source>
        <translation>Espere un minuto y envíe el código otra vez. Si no ayuda, termine la venta sin puntos.</translation>
    </message>
    <message>
        <source>What answers has another name, so it is not the real service.</source>
        <translation>Lo que responde no es el servicio auténtico, sino que lleva otro nombre.</translation>
    </message>
    <message>
        <source>What is shown here is correct. Redeem at another till from now on and call support.</source>
        <translation>Lo que se muestra aquí es correcto. A partir de ahora canjee en otra caja y llame a soporte.</translation>
    </message>
    <message>
        <source>What proves that this is the real service has expired.</source>
        <translation>Ha caducado lo que demuestra que este es el servicio auténtico.</translation>
    </message>
    <message>
        <source>What proves that this is the real service is not valid yet.</source>
        <translation>Lo que demuestra que este es el servicio auténtico aún no es válido.</translation>
    </message>
    <message>
        <source>What this window shows is correct. Enter it at the POS by hand, and tell support the number below.</source>
        <translation>Lo que muestra esta ventana es correcto. Introdúzcalo a mano en el TPV e indique a soporte el número que aparece.</translation>
    </message>
    <message>
        <source>Write down the points, the bill and the time, and call support now.</source>
        <translation>Anote los puntos, el ticket y la hora, y llame a soporte ahora.</translation>
    </message>
    <message>
        <source>Your PIN cannot be checked on this till.</source>
        <translation>Su PIN no se puede comprobar en esta caja.</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Send a code to the member, and tell support the number below.</source>
        <translation>No se canjeó nada. Envíe un código al cliente e indique a soporte el número que aparece.</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Send a code to the member, or tell support the number below.</source>
        <translation>No se canjeó nada. Envíe un código al cliente o indique a soporte el número que aparece.</translation>
    </message>
    <message>
        <source>As far as the service shows, no points were taken. It is safe to press Redeem again.</source>
        <translation>Según el servicio, no se descontaron puntos. Puede pulsar Canjear otra vez sin riesgo.</translation>
    </message>
    <message>
        <source>Ask at that till first. Go on only if no points were redeemed there.</source>
        <translation>Pregunte antes en esa caja. Continúe solo si allí no se canjearon puntos.</translation>
    </message>
    <message>
        <source>Check the number with them. If it is correct, they have to join first.</source>
        <translation>Confirme el número con la persona. Si es correcto, primero tiene que inscribirse.</translation>
    </message>
    <message>
        <source>Do not take the points off the bill yet. Wait a moment, then press Redeem again.</source>
        <translation>Aún no descuente los puntos del ticket. Espere un momento y pulse Canjear otra vez.</translation>
    </message>
    <message>
        <source>Enter the password for this address in Settings, or ask support for it.</source>
        <translation>Escriba en Ajustes la contraseña de esta dirección o pídala a soporte.</translation>
    </message>
    <message>
        <source>No points were taken.</source>
        <translation>No se descontaron puntos.</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Ask the supervisor to enter it again.</source>
        <translation>No se canjeó nada. Pida al supervisor que lo escriba de nuevo.</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Wait 15 minutes, or send a code to the member.</source>
        <translation>No se canjeó nada. Espere 15 minutos o envíe un código al cliente.</translation>
    </message>
    <message>
        <source>Points can only be redeemed in fixed steps.</source>
        <translation>Los puntos solo se canjean en múltiplos fijos.</translation>
    </message>
    <message>
        <source>Points of this account cannot be used at the counter.</source>
        <translation>Los puntos de esta cuenta no se pueden usar en caja.</translation>
    </message>
    <message>
        <source>Points of this group cannot be redeemed.</source>
        <translation>Los puntos de este grupo no se pueden canjear.</translation>
    </message>
    <message>
        <source>Points of this program cannot be given back.</source>
        <translation>Los puntos de este programa no se pueden devolver.</translation>
    </message>
    <message>
        <source>Points were redeemed on this bill already.</source>
        <translation>Ya se canjearon puntos en este ticket.</translation>
    </message>
    <message>
        <source>Redeem at another till. Call support and do not delete anything here.</source>
        <translation>Canjee en otra caja. Llame a soporte y no borre nada aquí.</translation>
    </message>
    <message>
        <source>Redeem at another till. Tell support that this one has to be updated.</source>
        <translation>Canjee en otra caja. Diga a soporte que hay que actualizar esta.</translation>
    </message>
    <message>
        <source>Redeem at another till. Tell support the number below.</source>
        <translation>Canjee en otra caja. Indique a soporte el número que aparece.</translation>
    </message>
    <message>
        <source>Redeeming points is not switched on for this shop.</source>
        <translation>El canje de puntos no está activado en esta tienda.</translation>
    </message>
    <message>
        <source>Send a code to the member instead.</source>
        <translation>Envíe en su lugar un código al cliente.</translation>
    </message>
    <message>
        <source>Send the code again.</source>
        <translation>Envíe el código otra vez.</translation>
    </message>
    <message>
        <source>Several cashiers have this name or number.</source>
        <translation>Varios cajeros tienen este nombre o número.</translation>
    </message>
    <message>
        <source>Sign in to this computer again, then try again.</source>
        <translation>Vuelva a iniciar sesión en este equipo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Something unexpected happened.</source>
        <translation>Ocurrió algo inesperado.</translation>
    </message>
    <message>
        <source>Tell support that the address in Settings has to be checked.</source>
        <translation>Diga a soporte que hay que revisar la dirección en Ajustes.</translation>
    </message>
    <message>
        <source>Tell support that they have to be entered again in Settings.</source>
        <translation>Diga a soporte que hay que escribirlos de nuevo en Ajustes.</translation>
    </message>
    <message>
        <source>Tell support that this till’s clock has to be set.</source>
        <translation>Diga a soporte que hay que ajustar el reloj de esta caja.</translation>
    </message>
    <message>
        <source>Tell support the number below.</source>
        <translation>Indique a soporte el número que aparece.</translation>
    </message>
    <message>
        <source>Tell support the number below. Finish the sale without points.</source>
        <translation>Indique a soporte el número que aparece. Termine la venta sin puntos.</translation>
    </message>
    <message>
        <source>Tell support the number below: the group set-up has to be changed.</source>
        <translation>Indique a soporte el número que aparece: hay que cambiar la configuración de grupos.</translation>
    </message>
    <message>
        <source>Tell support the number below: this till needs permission.</source>
        <translation>Indique a soporte el número que aparece: esta caja necesita permiso.</translation>
    </message>
    <message>
        <source>Tell the member that more have to be collected first. Finish the sale without points.</source>
        <translation>Diga al cliente que antes debe reunir más puntos. Termine la venta sin puntos.</translation>
    </message>
    <message>
        <source>Tell the member that more purchases are needed first. Finish the sale without points.</source>
        <translation>Diga al cliente que antes debe comprar más. Termine la venta sin puntos.</translation>
    </message>
    <message>
        <source>That PIN is wrong.</source>
        <translation>El PIN es incorrecto.</translation>
    </message>
    <message>
        <source>That code is wrong or has expired.</source>
        <translation>El código es incorrecto o ha caducado.</translation>
    </message>
    <message>
        <source>The code could not be sent to the member.</source>
        <translation>No se pudo enviar el código al cliente.</translation>
    </message>
    <message>
        <source>The connection broke before the answer was complete.</source>
        <translation>La conexión se cortó antes de recibir toda la respuesta.</translation>
    </message>
    <message>
        <source>The file could not be saved.</source>
        <translation>No se pudo guardar el archivo.</translation>
    </message>
    <message>
        <source>The member does not have this many points.</source>
        <translation>El cliente no tiene tantos puntos.</translation>
    </message>
    <message>
        <source>The member has not confirmed this mobile number yet.</source>
        <translation>El cliente aún no ha confirmado este número de móvil.</translation>
    </message>
    <message>
        <source>The points can be redeemed, but the code could not be sent.</source>
        <translation>Los puntos se pueden canjear, pero no se pudo enviar el código.</translation>
    </message>
    <message>
        <source>The receipt did not print.</source>
        <translation>El recibo no se imprimió.</translation>
    </message>
    <message>
        <source>The redemption did not go through.</source>
        <translation>El canje no se hizo.</translation>
    </message>
    <message>
        <source>The service cannot show yet whether an earlier try went through.</source>
        <translation>El servicio aún no puede mostrar si un intento anterior se hizo.</translation>
    </message>
    <message>
        <source>The service could not accept that code.</source>
        <translation>El servicio no pudo aceptar ese código.</translation>
    </message>
    <message>
        <source>The service could not redeem the points.</source>
        <translation>El servicio no pudo canjear los puntos.</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>El servicio no respondió a tiempo.</translation>
    </message>
    <message>
        <source>The service did not give these points back again.</source>
        <translation>El servicio no devolvió estos puntos otra vez.</translation>
    </message>
    <message>
        <source>The service does not accept this bill number.</source>
        <translation>El servicio no acepta este número de ticket.</translation>
    </message>
    <message>
        <source>The service does not accept this number of points.</source>
        <translation>El servicio no acepta esta cantidad de puntos.</translation>
    </message>
    <message>
        <source>The service does not accept this number.</source>
        <translation>El servicio no acepta este número.</translation>
    </message>
    <message>
        <source>The service does not accept this till’s date and time.</source>
        <translation>El servicio no acepta la fecha y la hora de esta caja.</translation>
    </message>
    <message>
        <source>The service does not accept this till’s name and password.</source>
        <translation>El servicio no acepta el nombre y la contraseña de esta caja.</translation>
    </message>
    <message>
        <source>The service does not allow this till to do that.</source>
        <translation>El servicio no permite que esta caja haga eso.</translation>
    </message>
    <message>
        <source>The service is not set up correctly for groups.</source>
        <translation>El servicio no está bien configurado para grupos.</translation>
    </message>
    <message>
        <source>The service said no.</source>
        <translation>El servicio lo rechazó.</translation>
    </message>
    <message>
        <source>The stored password belongs to another address.</source>
        <translation>La contraseña guardada es de otra dirección.</translation>
    </message>
    <message>
        <source>The service does not know this group.</source>
        <translation>El servicio no conoce este grupo.</translation>
    </message>
    <message>
        <source>Several members match.</source>
        <translation>Coinciden varios clientes.</translation>
    </message>
    <message>
        <source>Tell support the number below. They can correct it in Settings.</source>
        <translation>Indique a soporte el número que aparece. Pueden corregirlo en Ajustes.</translation>
    </message>
    <message>
        <source>That is more points than were redeemed.</source>
        <translation>Son más puntos de los que se canjearon.</translation>
    </message>
    <message>
        <source>The company’s network blocked the till.</source>
        <translation>La red de la empresa bloqueó la caja.</translation>
    </message>
    <message>
        <source>The loyalty program is not set up correctly for this shop.</source>
        <translation>El programa de puntos no está bien configurado en esta tienda.</translation>
    </message>
    <message>
        <source>The member has not bought enough in total to redeem points yet.</source>
        <translation>El cliente aún no ha comprado lo suficiente para canjear puntos.</translation>
    </message>
    <message>
        <source>The member has not collected enough points in total to redeem any yet.</source>
        <translation>El cliente aún no ha reunido puntos suficientes para canjear.</translation>
    </message>
    <message>
        <source>The outcome could not be sent to the POS.</source>
        <translation>No se pudo comunicar el resultado al TPV.</translation>
    </message>
    <message>
        <source>The outcome is known, but the till could not record it.</source>
        <translation>El resultado se sabe, pero la caja no pudo anotarlo.</translation>
    </message>
    <message>
        <source>The points are not affected. Check the paper and the cable, then print again.</source>
        <translation>Los puntos no se ven afectados. Revise el papel y el cable e imprima de nuevo.</translation>
    </message>
    <message>
        <source>The points are not affected. Choose another folder in Settings, then save again.</source>
        <translation>Los puntos no se ven afectados. Elija otra carpeta en Ajustes y guarde de nuevo.</translation>
    </message>
    <message>
        <source>The points are not affected. Save the receipt, or choose a printer in Settings.</source>
        <translation>Los puntos no se ven afectados. Guarde el recibo o elija una impresora en Ajustes.</translation>
    </message>
    <message>
        <source>The loyalty service is not responding.</source>
        <translation>El servicio de puntos no responde.</translation>
    </message>
    <message>
        <source>The service cannot handle points right now.</source>
        <translation>El servicio no puede gestionar puntos en este momento.</translation>
    </message>
    <message>
        <source>The service could not answer right now.</source>
        <translation>El servicio no pudo responder en este momento.</translation>
    </message>
    <message>
        <source>The service could not give these points back right now.</source>
        <translation>El servicio no pudo devolver estos puntos en este momento.</translation>
    </message>
    <message>
        <source>The service does not know this loyalty program.</source>
        <translation>El servicio no conoce este programa de puntos.</translation>
    </message>
    <message>
        <source>The service does not know this redemption.</source>
        <translation>El servicio no conoce este canje.</translation>
    </message>
    <message>
        <source>The service is still busy with this member.</source>
        <translation>El servicio aún está ocupado con este cliente.</translation>
    </message>
    <message>
        <source>The service is very busy.</source>
        <translation>El servicio está muy ocupado.</translation>
    </message>
    <message>
        <source>The till cannot be sure that this is the real service.</source>
        <translation>La caja no puede asegurar que este sea el servicio auténtico.</translation>
    </message>
    <message>
        <source>The till cannot open its record of redemptions.</source>
        <translation>La caja no puede abrir su registro de canjes.</translation>
    </message>
    <message>
        <source>The till cannot reach the service.</source>
        <translation>La caja no puede conectar con el servicio.</translation>
    </message>
    <message>
        <source>The till could not understand the service’s answer.</source>
        <translation>La caja no entendió la respuesta del servicio.</translation>
    </message>
    <message>
        <source>The till stopped waiting before the answer came.</source>
        <translation>La caja dejó de esperar antes de que llegara la respuesta.</translation>
    </message>
    <message>
        <source>The till’s record of redemptions is damaged.</source>
        <translation>El registro de canjes de la caja está dañado.</translation>
    </message>
    <message>
        <source>The till’s record was written by a newer version of this program.</source>
        <translation>El registro de la caja es de una versión más nueva de este programa.</translation>
    </message>
    <message>
        <source>These points have been given back already.</source>
        <translation>Estos puntos ya se devolvieron.</translation>
    </message>
    <message>
        <source>This computer has no safe place for the till’s password.</source>
        <translation>Este equipo no tiene un lugar seguro para la contraseña de la caja.</translation>
    </message>
    <message>
        <source>This is more than can be redeemed at one time.</source>
        <translation>Es más de lo que se puede canjear de una vez.</translation>
    </message>
    <message>
        <source>This person is not in the loyalty program.</source>
        <translation>Esta persona no está en el programa de puntos.</translation>
    </message>
    <message>
        <source>This redemption was tried at another till before.</source>
        <translation>Este canje ya se intentó antes en otra caja.</translation>
    </message>
    <message>
        <source>This till’s password is not set.</source>
        <translation>La contraseña de esta caja no está configurada.</translation>
    </message>
    <message>
        <source>This was stopped before anything was sent.</source>
        <translation>Se detuvo antes de enviar nada.</translation>
    </message>
    <message>
        <source>Too many wrong PINs.</source>
        <translation>Demasiados PIN incorrectos.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Try again. If that does not help, tell support the number below.</source>
        <translation>Inténtelo de nuevo. Si sigue igual, indique a soporte el número que aparece.</translation>
    </message>
    <message>
        <source>Try once more. If that does not help, tell support the number below.</source>
        <translation>Inténtelo una vez más. Si sigue igual, indique a soporte el número que aparece.</translation>
    </message>
    <message>
        <source>Wait a few seconds, then try again.</source>
        <translation>Espere unos segundos e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Wait a minute, then look at the redemption in History before you try again.</source>
        <translation>Espere un minuto y mire el canje en el historial antes de intentarlo de nuevo.</translation>
    </message>
    <message>
        <source>Wait a minute, then try again.</source>
        <translation>Espere un minuto e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Wait a minute, then try again. If that does not help, finish the sale without points.</source>
        <translation>Espere un minuto e inténtelo de nuevo. Si sigue igual, termine la venta sin puntos.</translation>
    </message>
</context>
<context>
    <name>MissedCallView</name>
    <message>
        <source>Ask the member to call this number and hang up:</source>
        <translation>Pida al cliente que llame a este número y cuelgue:</translation>
    </message>
    <message>
        <source>Number to call</source>
        <translation>Número al que llamar</translation>
    </message>
    <message>
        <source>the number that support gave you</source>
        <translation>el número que le dio soporte</translation>
    </message>
    <message>
        <source>The call has to come from {number}. Then redeem.</source>
        <translation>La llamada debe venir del {number}. Después canjee.</translation>
    </message>
    <message>
        <source>The call has to come from the member’s own phone. Then redeem.</source>
        <translation>La llamada debe venir del teléfono del propio cliente. Después canjee.</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Sign on first.</source>
        <translation>Inicie sesión primero.</translation>
    </message>
    <message>
        <source>What you changed in the settings was not saved.</source>
        <translation>Lo que cambió en los ajustes no se ha guardado.</translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Characters left</source>
        <translation>Caracteres restantes</translation>
    </message>
    <message>
        <source>Note templates</source>
        <translation>Plantillas de nota</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Plantillas</translation>
    </message>
    <message>
        <source>Remove note</source>
        <translation>Quitar nota</translation>
    </message>
    <message>
        <source>{used} of {limit}</source>
        <translation>{used} de {limit}</translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
</context>
<context>
    <name>Outcomes</name>
    <message>
        <source>The service does not know a field of this shop ({fields}). No points were taken. Leave it empty where you can, and tell support the number below.</source>
        <translation>El servicio no conoce un campo de esta tienda ({fields}). No se descontaron puntos. Déjelo vacío si puede e indique a soporte el número que aparece.</translation>
    </message>
    <message>
        <source>Five wrong codes. No points were taken. Send the code again and use the new message only; if the service still refuses it, wait 15 minutes.</source>
        <translation>Cinco códigos incorrectos. No se descontaron puntos. Reenvíe el código y use solo el mensaje nuevo; si el servicio aún lo rechaza, espere 15 minutos.</translation>
    </message>
    <message numerus="yes">
        <source>The outcome of %Ln earlier redemption(s) is not known yet. The till is asking the service. Do not redeem them again.</source>
        <translation>
            <numerusform>%Ln canje anterior sigue sin confirmar. La caja está consultando al servicio. No vuelva a canjearlo.</numerusform>
            <numerusform>%Ln canjes anteriores siguen sin confirmar. La caja está consultando al servicio. No vuelva a canjearlos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is not known yet whether the points of %Ln earlier redemption(s) were given back. The till is asking the service. Do not give them back again.</source>
        <translation>
            <numerusform>Aún no se sabe si se devolvieron los puntos de %Ln canje anterior. La caja está consultando al servicio. No los devuelva otra vez.</numerusform>
            <numerusform>Aún no se sabe si se devolvieron los puntos de %Ln canjes anteriores. La caja está consultando al servicio. No los devuelva otra vez.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A redemption that was recorded as not done did happen: {points} points for {who}. Take them off the bill, or tell support to give them back.</source>
        <translation>
            <numerusform>Un canje que se daba por no hecho sí se hizo: {points} punto de {who}. Descuéntelo del ticket o pida a soporte que lo devuelva.</numerusform>
            <numerusform>Un canje que se daba por no hecho sí se hizo: {points} puntos de {who}. Descuéntelos del ticket o pida a soporte que los devuelva.</numerusform>
        </translation>
    </message>
    <message>
        <source>{news} Go back, then try again.</source>
        <translation>{news} Vuelva atrás e inténtelo de nuevo.</translation>
    </message>
    <message numerus="yes">
        <source>Now known: {points} points were redeemed for {who}. The receipt is in the history.</source>
        <translation>
            <numerusform>Ya se sabe: se canjeó {points} punto de {who}. El recibo está en el historial.</numerusform>
            <numerusform>Ya se sabe: se canjearon {points} puntos de {who}. El recibo está en el historial.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Now known: the {points} points for {who} were not redeemed. Nothing was taken.</source>
        <translation>
            <numerusform>Ya se sabe: {points} punto de {who} no se canjeó. No se descontó nada.</numerusform>
            <numerusform>Ya se sabe: los {points} puntos de {who} no se canjearon. No se descontó nada.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutlookLine</name>
    <message numerus="yes">
        <source>{points} points expire on {day}</source>
        <translation>
            <numerusform>{points} punto caduca el {day}</numerusform>
            <numerusform>{points} puntos caducan el {day}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} of the {all} points expire on {day}</source>
        <translation>
            <numerusform>{points} de los {all} puntos caduca el {day}</numerusform>
            <numerusform>{points} de los {all} puntos caducan el {day}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PadDock</name>
    <message>
        <source>Hide keys</source>
        <translation>Ocultar teclas</translation>
    </message>
</context>
<context>
    <name>PaperRequests</name>
    <message>
        <source>Printing the receipt…</source>
        <translation>Imprimiendo el recibo…</translation>
    </message>
    <message>
        <source>Saving the receipt…</source>
        <translation>Guardando el recibo…</translation>
    </message>
    <message>
        <source>Printing the report…</source>
        <translation>Imprimiendo el informe…</translation>
    </message>
    <message>
        <source>Saving the report…</source>
        <translation>Guardando el informe…</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Guardado como {path}</translation>
    </message>
    <message>
        <source>It has been sent to the printer.</source>
        <translation>Se ha enviado a la impresora.</translation>
    </message>
    <message>
        <source>The receipt has been sent to the printer.</source>
        <translation>El recibo se envió a la impresora.</translation>
    </message>
    <message>
        <source>The receipt is printed.</source>
        <translation>El recibo está impreso.</translation>
    </message>
    <message>
        <source>It is printed.</source>
        <translation>Está impreso.</translation>
    </message>
    <message>
        <source>A receipt was not printed. {reason} It can be printed again in History.</source>
        <translation>Un recibo no se imprimió. {reason} Se puede imprimir otra vez en el historial.</translation>
    </message>
    <message>
        <source>A report, a test page or a receipt for points given back was not printed. {reason}</source>
        <translation>No se imprimió un informe, una página de prueba o un recibo de puntos devueltos. {reason}</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Receipt</source>
        <translation>Recibo</translation>
    </message>
    <message>
        <source>As it will be printed</source>
        <translation>Tal como se imprimirá</translation>
    </message>
</context>
<context>
    <name>PointsStep</name>
    <message>
        <source>How many points?</source>
        <translation>¿Cuántos puntos?</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Change points</source>
        <translation>Cambiar los puntos</translation>
    </message>
    <message>
        <source>Points to redeem</source>
        <translation>Puntos a canjear</translation>
    </message>
    <message>
        <source>Bill number</source>
        <translation>Número de ticket</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Send code</source>
        <translation>Enviar código</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>Cliente siguiente</translation>
    </message>
    <message>
        <source>Next: the code</source>
        <translation>Después: el código</translation>
    </message>
    <message>
        <source>Sending code…</source>
        <translation>Enviando código…</translation>
    </message>
    <message>
        <source>from the POS</source>
        <translation>del TPV</translation>
    </message>
    <message>
        <source>up to {points}</source>
        <translation>hasta {points}</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} punto</numerusform>
            <numerusform>{points} puntos</numerusform>
        </translation>
    </message>
    <message>
        <source>bill {bill}</source>
        <translation>ticket {bill}</translation>
    </message>
    <message>
        <source>from a group</source>
        <translation>de un grupo</translation>
    </message>
    <message>
        <source>Back to the POS</source>
        <translation>Volver al TPV</translation>
    </message>
    <message>
        <source>{money} to pay.</source>
        <translation>{money} por pagar.</translation>
    </message>
    <message>
        <source>Amount of money</source>
        <translation>Importe a descontar</translation>
    </message>
    <message>
        <source>{money} more than the bill.</source>
        <translation>{money} más que el ticket.</translation>
    </message>
    <message numerus="yes">
        <source>{words}. Leaves {remaining} points in the group.</source>
        <translation>
            <numerusform>{words}. En el grupo queda {remaining} punto.</numerusform>
            <numerusform>{words}. En el grupo quedan {remaining} puntos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{words}. Leaves {remaining} points.</source>
        <translation>
            <numerusform>{words}. Queda {remaining} punto.</numerusform>
            <numerusform>{words}. Quedan {remaining} puntos.</numerusform>
        </translation>
    </message>
    <message>
        <source>{money} off the bill</source>
        <translation>{money} menos en el ticket</translation>
    </message>
</context>
<context>
    <name>PrintStateView</name>
    <message>
        <source>Test page</source>
        <translation>Página de prueba</translation>
    </message>
</context>
<context>
    <name>PrintStatus</name>
    <message>
        <source>Print again</source>
        <translation>Imprimir otra vez</translation>
    </message>
    <message>
        <source>Another printer</source>
        <translation>Otra impresora</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Impresora</translation>
    </message>
    <message>
        <source>Printing the receipt…</source>
        <translation>Imprimiendo el recibo…</translation>
    </message>
    <message>
        <source>The receipt has been sent to the printer.</source>
        <translation>El recibo se ha enviado a la impresora.</translation>
    </message>
    <message>
        <source>The receipt is printed.</source>
        <translation>El recibo está impreso.</translation>
    </message>
    <message>
        <source>Choose a printer</source>
        <translation>Elija una impresora</translation>
    </message>
    <message>
        <source>No other printer was found</source>
        <translation>No se encontró otra impresora</translation>
    </message>
    <message>
        <source>{name} (receipt printer)</source>
        <translation>{name} (impresora de recibos)</translation>
    </message>
</context>
<context>
    <name>PrinterControl</name>
    <message>
        <source>Default printer</source>
        <translation>Impresora predeterminada</translation>
    </message>
</context>
<context>
    <name>QuestionPanel</name>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Redeem anyway</source>
        <translation>Canjear de todos modos</translation>
    </message>
    <message numerus="yes">
        <source>Redeem {points} points anyway</source>
        <translation>
            <numerusform>Canjear {points} punto de todos modos</numerusform>
            <numerusform>Canjear {points} puntos de todos modos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>TRAINING. Not a receipt.</source>
        <translation>PRÁCTICA. No es un recibo.</translation>
    </message>
    <message>
        <source>COPY</source>
        <translation>COPIA</translation>
    </message>
    <message>
        <source>Till {till} · Cashier {cashier}</source>
        <translation>Caja {till} · Le atendió {cashier}</translation>
    </message>
    <message>
        <source>Till {till}</source>
        <translation>Caja {till}</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>From the group’s points</source>
        <translation>De los puntos del grupo</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Saldo</translation>
    </message>
    <message>
        <source>Redemption</source>
        <translation>Canje</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Gracias por su compra</translation>
    </message>
    <message>
        <source>POINTS GIVEN BACK</source>
        <translation>PUNTOS DEVUELTOS</translation>
    </message>
    <message>
        <source>Points given back</source>
        <translation>Puntos devueltos</translation>
    </message>
    <message>
        <source>Expired, not given back</source>
        <translation>Caducados, no devueltos</translation>
    </message>
    <message>
        <source>Points for the member</source>
        <translation>Puntos para el cliente</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Reversal</source>
        <translation>Devolución</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>Canjeados</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Devueltos</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazados</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Sin confirmar</translation>
    </message>
    <message>
        <source>Not given back</source>
        <translation>No devueltos</translation>
    </message>
    <message>
        <source>Giving back</source>
        <translation>En devolución</translation>
    </message>
    <message>
        <source>End of day</source>
        <translation>Fin del día</translation>
    </message>
    <message>
        <source>{name} × {count}</source>
        <translation>{name} × {count}</translation>
    </message>
    <message>
        <source>Net points</source>
        <translation>Puntos netos</translation>
    </message>
    <message>
        <source>Net value</source>
        <translation>Valor neto</translation>
    </message>
    <message>
        <source>By cashier</source>
        <translation>Por cajero</translation>
    </message>
    <message>
        <source>By program</source>
        <translation>Por programa</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Sin nombre</translation>
    </message>
    <message>
        <source>Default program</source>
        <translation>Programa predeterminado</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Aún pendiente</translation>
    </message>
    <message>
        <source>Since it was closed</source>
        <translation>Desde el cierre</translation>
    </message>
    <message>
        <source>Settled since, of other days</source>
        <translation>Aclarados desde entonces, de otros días</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} a {last}</translation>
    </message>
    <message>
        <source>No events</source>
        <translation>Sin eventos</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Huella</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Impreso</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Closed by {cashier}</source>
        <translation>Cerrado por {cashier}</translation>
    </message>
    <message>
        <source>The day is open</source>
        <translation>El día está abierto</translation>
    </message>
    <message>
        <source>TRAINING</source>
        <translation>PRÁCTICA</translation>
    </message>
    <message>
        <source>Practice store</source>
        <translation>Tienda de práctica</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>Prueba de impresión</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Caja</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Impresora</translation>
    </message>
    <message>
        <source>Default printer</source>
        <translation>Impresora predeterminada</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>If you can read this, the printer works.</source>
        <translation>Si puede leer esto, la impresora funciona.</translation>
    </message>
</context>
<context>
    <name>ReceiptPage</name>
    <message>
        <source>Points redeemed</source>
        <translation>Puntos canjeados</translation>
    </message>
    <message>
        <source>Updated balance</source>
        <translation>Saldo actualizado</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>Imprimir recibo</translation>
    </message>
    <message>
        <source>Save receipt</source>
        <translation>Guardar recibo</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Nuevo cliente</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Back to POS</source>
        <translation>Volver al TPV</translation>
    </message>
    <message>
        <source>The points have been given back since</source>
        <translation>Los puntos se han devuelto desde entonces</translation>
    </message>
    <message numerus="yes">
        <source>Take {points} points off the bill</source>
        <translation>
            <numerusform>Descuente {points} punto del ticket</numerusform>
            <numerusform>Descuente {points} puntos del ticket</numerusform>
        </translation>
    </message>
    <message>
        <source>Bill {bill}</source>
        <translation>Ticket {bill}</translation>
    </message>
    <message>
        <source>The service did not say what they are worth.</source>
        <translation>El servicio no dijo cuánto valen.</translation>
    </message>
    <message numerus="yes">
        <source>{points} points have been given back since.</source>
        <translation>
            <numerusform>{points} punto se ha devuelto desde entonces.</numerusform>
            <numerusform>{points} puntos se han devuelto desde entonces.</numerusform>
        </translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>Take {value} off the bill</source>
        <translation>Descuente {value} del ticket</translation>
    </message>
</context>
<context>
    <name>Redeeming</name>
    <message numerus="yes">
        <source>{points} points are worth {worth}. Check the amount with the member.</source>
        <translation>
            <numerusform>{points} punto vale {worth}. Confirme el importe con el cliente.</numerusform>
            <numerusform>{points} puntos valen {worth}. Confirme el importe con el cliente.</numerusform>
        </translation>
    </message>
    <message>
        <source>The code has been sent again.</source>
        <translation>Se ha vuelto a enviar el código.</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Enter the supervisor’s PIN and a reason.</source>
        <translation>No se canjeó nada. Hacen falta el PIN del supervisor y un motivo.</translation>
    </message>
</context>
<context>
    <name>RequestedGiveBack</name>
    <message>
        <source>The POS no longer asks to give points back.</source>
        <translation>El TPV ya no pide devolver puntos.</translation>
    </message>
</context>
<context>
    <name>ScanHint</name>
    <message>
        <source>Or scan the card or the code</source>
        <translation>O escanee la tarjeta o el código</translation>
    </message>
    <message>
        <source>It goes into the field, wherever the cursor is.</source>
        <translation>Llega al campo, esté donde esté el cursor.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The settings are saved.</source>
        <translation>Los ajustes están guardados.</translation>
    </message>
    <message>
        <source>Cannot be used, so the default counts: {settings}. F10 shows why.</source>
        <translation>No se puede usar, así que vale el predeterminado: {settings}. F10 muestra por qué.</translation>
    </message>
    <message>
        <source>The till works with a new record now.</source>
        <translation>La caja trabaja ahora con un registro nuevo.</translation>
    </message>
    <message>
        <source>The till works with a new record now. The damaged one is kept as {name}.</source>
        <translation>La caja trabaja ahora con un registro nuevo. El dañado se guarda como {name}.</translation>
    </message>
    <message>
        <source>Another window on this computer is open for the same service and till name. The two do not know about each other’s redemptions. Close one of them.</source>
        <translation>En este equipo hay otra ventana abierta con el mismo servicio y el mismo nombre de caja. Ninguna conoce los canjes de la otra. Cierre una de las dos.</translation>
    </message>
    <message>
        <source>This till’s record of redemptions was copied from another computer or from a backup. Nothing that was started there is sent again. Ask support before you also use the other one.</source>
        <translation>El registro de canjes de esta caja se copió de otro equipo o de una copia de seguridad. Nada de lo que se empezó allí se envía otra vez. Consulte a soporte antes de usar también el otro.</translation>
    </message>
    <message>
        <source>The settings are saved. They count after this customer.</source>
        <translation>Ajustes guardados. Valen tras este cliente.</translation>
    </message>
</context>
<context>
    <name>SettingControl</name>
    <message>
        <source>Error: {why}</source>
        <translation>Error: {why}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Tienda</translation>
    </message>
    <message>
        <source>Redeeming</source>
        <translation>Canje</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Códigos</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Impresión</translation>
    </message>
    <message>
        <source>Cashiers</source>
        <translation>Cajeros</translation>
    </message>
    <message>
        <source>POS</source>
        <translation>TPV</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation>Oficina central</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Aspecto e idioma</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Soporte</translation>
    </message>
    <message>
        <source>Address of the service</source>
        <translation>Dirección del servicio</translation>
    </message>
    <message>
        <source>Address of the loyalty service, which begins with https://.</source>
        <translation>Dirección del servicio de puntos, que empieza por https://.</translation>
    </message>
    <message>
        <source>Name of this till</source>
        <translation>Nombre de esta caja</translation>
    </message>
    <message>
        <source>The user of the service’s Basic authentication. ${HOSTNAME} is this computer’s name.</source>
        <translation>El usuario de la autenticación Basic del servicio. ${HOSTNAME} es el nombre de este equipo.</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>Iniciar sesión con</translation>
    </message>
    <message>
        <source>How the till signs in to the service.</source>
        <translation>Cómo inicia sesión la caja en el servicio.</translation>
    </message>
    <message>
        <source>Name and password</source>
        <translation>Nombre y contraseña</translation>
    </message>
    <message>
        <source>Key and secret (OAuth)</source>
        <translation>Clave y secreto (OAuth)</translation>
    </message>
    <message>
        <source>Password is a digest</source>
        <translation>La contraseña es un resumen</translation>
    </message>
    <message>
        <source>The stored password is its MD5 digest already.</source>
        <translation>La contraseña guardada ya es su resumen MD5.</translation>
    </message>
    <message>
        <source>Time to connect</source>
        <translation>Tiempo para conectar</translation>
    </message>
    <message>
        <source>Seconds to wait for a connection.</source>
        <translation>Segundos de espera de una conexión.</translation>
    </message>
    <message>
        <source>Time for a call</source>
        <translation>Tiempo de una llamada</translation>
    </message>
    <message>
        <source>Seconds for the whole of a call.</source>
        <translation>Segundos para toda una llamada.</translation>
    </message>
    <message>
        <source>Settle after</source>
        <translation>Aclarar después de</translation>
    </message>
    <message>
        <source>Seconds after the end of a call. From then on, several look-ups that find nothing prove that no points moved.</source>
        <translation>Segundos desde el fin de una llamada. Después, varias búsquedas sin resultado prueban que no se descontaron puntos.</translation>
    </message>
    <message>
        <source>Look again after</source>
        <translation>Volver a mirar después de</translation>
    </message>
    <message>
        <source>Seconds until a redemption recorded as not redeemed is looked up again.</source>
        <translation>Segundos hasta volver a buscar un canje que consta como no realizado.</translation>
    </message>
    <message>
        <source>Calls per minute</source>
        <translation>Llamadas por minuto</translation>
    </message>
    <message>
        <source>The service’s rate limit for this till.</source>
        <translation>El límite de llamadas del servicio para esta caja.</translation>
    </message>
    <message>
        <source>Attribution type</source>
        <translation>Tipo de atribución</translation>
    </message>
    <message>
        <source>X-CAP-API-ATTRIBUTION-ENTITY-TYPE, such as TILL or STORE_CODE.</source>
        <translation>X-CAP-API-ATTRIBUTION-ENTITY-TYPE, como TILL o STORE_CODE.</translation>
    </message>
    <message>
        <source>Attribution code</source>
        <translation>Código de atribución</translation>
    </message>
    <message>
        <source>X-CAP-API-ATTRIBUTION-ENTITY-CODE.</source>
        <translation>X-CAP-API-ATTRIBUTION-ENTITY-CODE.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>http://host:port of the proxy, direct for none; empty for the one of this computer.</source>
        <translation>http://host:port del proxy, direct para ninguno; vacío para el de este equipo.</translation>
    </message>
    <message>
        <source>Name for the proxy</source>
        <translation>Nombre para el proxy</translation>
    </message>
    <message>
        <source>Who logs in at the proxy; empty if it asks for no login.</source>
        <translation>Quién accede al proxy; vacío si no pide acceso.</translation>
    </message>
    <message>
        <source>File of certificates</source>
        <translation>Archivo de certificados</translation>
    </message>
    <message>
        <source>Path of a PEM file of certificate authorities to trust beside those of this computer.</source>
        <translation>Ruta de un archivo PEM con autoridades de certificación en las que confiar además de las de este equipo.</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Tienda</translation>
    </message>
    <message>
        <source>The store’s name, for the window and the receipt.</source>
        <translation>El nombre de la tienda, para la ventana y el recibo.</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Region of numbers without a country code.</source>
        <translation>Región de los números sin prefijo de país.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Moneda</translation>
    </message>
    <message>
        <source>Currency; empty for the country’s own.</source>
        <translation>Moneda; vacío para la del país.</translation>
    </message>
    <message>
        <source>Form of mobile numbers</source>
        <translation>Forma de los números de móvil</translation>
    </message>
    <message>
        <source>How the service wants numbers: digits, plus, national.</source>
        <translation>Cómo quiere los números el servicio: dígitos, plus, nacional.</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Dígitos</translation>
    </message>
    <message>
        <source>With +</source>
        <translation>Con +</translation>
    </message>
    <message>
        <source>National</source>
        <translation>Nacional</translation>
    </message>
    <message>
        <source>Days to keep numbers</source>
        <translation>Días que se guardan los números</translation>
    </message>
    <message>
        <source>Days that mobile numbers of settled attempts are kept.</source>
        <translation>Días que se guardan los números de los intentos aclarados.</translation>
    </message>
    <message>
        <source>Loyalty program</source>
        <translation>Programa de puntos</translation>
    </message>
    <message>
        <source>Fixed program; empty for the default one or the cashier’s choice.</source>
        <translation>Programa fijo; vacío para el predeterminado o el que elija el cajero.</translation>
    </message>
    <message>
        <source>Bill number required</source>
        <translation>Número de ticket obligatorio</translation>
    </message>
    <message>
        <source>Whether a redemption needs a bill number.</source>
        <translation>Si un canje necesita un número de ticket.</translation>
    </message>
    <message>
        <source>Points of a group</source>
        <translation>Puntos de un grupo</translation>
    </message>
    <message>
        <source>Whether points of a group can be redeemed.</source>
        <translation>Si se pueden canjear los puntos de un grupo.</translation>
    </message>
    <message>
        <source>Groups by hand</source>
        <translation>Grupos a mano</translation>
    </message>
    <message>
        <source>Whether a group that the service does not show can be entered by hand.</source>
        <translation>Si se puede introducir a mano un grupo que el servicio no muestra.</translation>
    </message>
    <message>
        <source>Look ahead</source>
        <translation>Mirar por adelantado</translation>
    </message>
    <message>
        <source>Ask at once, for a member, which points expire and whether they can be redeemed.</source>
        <translation>Preguntar enseguida qué puntos del cliente caducan y si se pueden canjear.</translation>
    </message>
    <message>
        <source>Amounts of money</source>
        <translation>Importes de dinero</translation>
    </message>
    <message>
        <source>Whether an amount of money can be entered for points.</source>
        <translation>Si se puede introducir un importe de dinero en lugar de puntos.</translation>
    </message>
    <message>
        <source>Find members by</source>
        <translation>Buscar clientes por</translation>
    </message>
    <message>
        <source>How a member can be found beside the mobile number: card, email, external_id.</source>
        <translation>Cómo se puede buscar un cliente además del móvil: card, email, external_id.</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Tarjeta</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>Número de cliente</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Whether a redemption can carry a note.</source>
        <translation>Si un canje puede llevar una nota.</translation>
    </message>
    <message>
        <source>Length of a note</source>
        <translation>Longitud de una nota</translation>
    </message>
    <message>
        <source>Characters that a note has at most.</source>
        <translation>Caracteres que tiene una nota como máximo.</translation>
    </message>
    <message>
        <source>Notes to choose from</source>
        <translation>Notas para elegir</translation>
    </message>
    <message>
        <source>Notes to choose from (JSON list of texts).</source>
        <translation>Notas para elegir (lista JSON de textos).</translation>
    </message>
    <message>
        <source>Additional fields</source>
        <translation>Campos adicionales</translation>
    </message>
    <message>
        <source>Fields that the organisation has added (JSON list).</source>
        <translation>Campos que ha añadido la organización (lista JSON).</translation>
    </message>
    <message>
        <source>Who may give points back</source>
        <translation>Quién puede devolver puntos</translation>
    </message>
    <message>
        <source>Supervisor means the cashier with the supervisor’s PIN.</source>
        <translation>Supervisor es el cajero con el PIN del supervisor.</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Cajero</translation>
    </message>
    <message>
        <source>Who is at the till, for the receipt and the audit trail, if no one signs on.</source>
        <translation>Quién está en la caja, para el recibo y el registro de auditoría, si nadie inicia sesión.</translation>
    </message>
    <message>
        <source>Cashiers sign on</source>
        <translation>Los cajeros inician sesión</translation>
    </message>
    <message>
        <source>Whether cashiers sign on before they serve.</source>
        <translation>Si los cajeros inician sesión antes de atender.</translation>
    </message>
    <message>
        <source>Cashiers to choose from</source>
        <translation>Cajeros para elegir</translation>
    </message>
    <message>
        <source>Names to choose from (JSON list of texts). A number before a name can be typed in its place: 1042 Meera Nair.</source>
        <translation>Nombres para elegir (lista JSON de textos). Un número delante de un nombre se puede teclear en su lugar: 1042 Meera Nair.</translation>
    </message>
    <message>
        <source>No other cashiers</source>
        <translation>Ningún otro cajero</translation>
    </message>
    <message>
        <source>Whether only the cashiers to choose from can sign on.</source>
        <translation>Si solo pueden iniciar sesión los cajeros para elegir.</translation>
    </message>
    <message>
        <source>Sign off after</source>
        <translation>Cerrar sesión tras</translation>
    </message>
    <message>
        <source>Seconds without a key or a touch after which the till signs off; 0: never.</source>
        <translation>Segundos sin tecla ni toque tras los que la caja cierra la sesión; 0: nunca.</translation>
    </message>
    <message>
        <source>File of cashiers’ PINs</source>
        <translation>Archivo de PIN de los cajeros</translation>
    </message>
    <message>
        <source>Path of a JSON file with each cashier’s PIN as `points-till pin hash` makes it. Cashiers then sign on by PIN.</source>
        <translation>Ruta de un archivo JSON con el PIN de cada cajero como lo crea `points-till pin hash`. Los cajeros inician entonces sesión con PIN.</translation>
    </message>
    <message>
        <source>Port of the local interface</source>
        <translation>Puerto de la interfaz local</translation>
    </message>
    <message>
        <source>Port on which this till serves the POS’s local interface; 0: it does not.</source>
        <translation>Puerto en el que esta caja ofrece la interfaz local al TPV; 0: no la ofrece.</translation>
    </message>
    <message>
        <source>Web pages that may call</source>
        <translation>Páginas web que pueden llamar</translation>
    </message>
    <message>
        <source>Web pages that may call the local interface, such as https://pos.example (JSON list).</source>
        <translation>Páginas web que pueden llamar a la interfaz local, como https://pos.example (lista JSON).</translation>
    </message>
    <message>
        <source>Address of head office</source>
        <translation>Dirección de la oficina central</translation>
    </message>
    <message>
        <source>Address of head office, which begins with https://. Empty: nothing is sent.</source>
        <translation>Dirección de la oficina central, que empieza por https://. Vacío: no se envía nada.</translation>
    </message>
    <message>
        <source>Key for head office</source>
        <translation>Clave para la oficina central</translation>
    </message>
    <message>
        <source>This till’s key, as `points-till head-office enrol` prints it.</source>
        <translation>Clave de esta caja, como la muestra `points-till head-office enrol`.</translation>
    </message>
    <message>
        <source>Pause between sends</source>
        <translation>Pausa entre envíos</translation>
    </message>
    <message>
        <source>Seconds between looks for something new to send.</source>
        <translation>Segundos entre una búsqueda de algo nuevo que enviar y la siguiente.</translation>
    </message>
    <message>
        <source>Bandwidth for head office</source>
        <translation>Ancho de banda para la oficina central</translation>
    </message>
    <message>
        <source>Kilobytes a second that sending to head office may use; 0: no limit.</source>
        <translation>Kilobytes por segundo que puede usar el envío a la oficina central; 0: sin límite.</translation>
    </message>
    <message>
        <source>Numbers for head office</source>
        <translation>Números para la oficina central</translation>
    </message>
    <message>
        <source>Whether head office gets mobile numbers in full, and not only as keyed digests.</source>
        <translation>Si la oficina central recibe los números de móvil completos, y no solo como resúmenes con clave.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>It is kept in this computer’s keyring, with the secret. Leave both empty to keep those that are stored.</source>
        <translation>Se guarda en el llavero de este equipo, con el secreto. Deje ambos vacíos para conservar los guardados.</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secreto</translation>
    </message>
    <message>
        <source>It was shown once, when the key was made. Leave both empty to keep those that are stored.</source>
        <translation>Se mostró una sola vez, al crear la clave. Deje ambos vacíos para conservar los guardados.</translation>
    </message>
    <message>
        <source>Password for the proxy</source>
        <translation>Contraseña para el proxy</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>debe ser un texto</translation>
    </message>
    <message>
        <source>must be one line without control characters</source>
        <translation>debe ser una sola línea sin caracteres de control</translation>
    </message>
    <message>
        <source>must be text without control characters</source>
        <translation>debe ser un texto sin caracteres de control</translation>
    </message>
    <message>
        <source>must not be longer than {longest} characters</source>
        <translation>no debe tener más de {longest} caracteres</translation>
    </message>
    <message>
        <source>must not have a colon in it</source>
        <translation>no debe contener dos puntos</translation>
    </message>
    <message>
        <source>must be ASCII letters, digits and marks</source>
        <translation>solo puede tener letras, cifras y signos ASCII</translation>
    </message>
    <message>
        <source>must not have {name} in it: only {known} is known</source>
        <translation>no debe contener {name}: solo se conoce {known}</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>debe ser verdadero o falso (true o false)</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>debe ser un número</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>debe ser un número entero</translation>
    </message>
    <message>
        <source>must be from {lowest} to {highest}</source>
        <translation>debe estar entre {lowest} y {highest}</translation>
    </message>
    <message>
        <source>must be an amount of points, such as 100 or 12.5</source>
        <translation>debe ser una cantidad de puntos, por ejemplo 100 o 12.5</translation>
    </message>
    <message>
        <source>must be one of {choices}, or empty for the system’s own</source>
        <translation>debe ser uno de estos valores: {choices}, o quedar vacío para usar el del sistema</translation>
    </message>
    <message>
        <source>must be one of {choices}</source>
        <translation>debe ser uno de estos valores: {choices}</translation>
    </message>
    <message>
        <source>must be some of {choices}</source>
        <translation>solo puede tener estos valores: {choices}</translation>
    </message>
    <message>
        <source>must be an ISO 4217 code such as INR</source>
        <translation>debe ser un código ISO 4217, por ejemplo INR</translation>
    </message>
    <message>
        <source>must be an ISO 3166 region such as IN</source>
        <translation>debe ser una región ISO 3166, por ejemplo IN</translation>
    </message>
    <message>
        <source>is not an address</source>
        <translation>no es una dirección</translation>
    </message>
    <message>
        <source>must not carry a user name or password</source>
        <translation>no debe contener un nombre de usuario ni una contraseña</translation>
    </message>
    <message>
        <source>must not carry a query</source>
        <translation>no debe contener parámetros después de «?»</translation>
    </message>
    <message>
        <source>must begin with https:// (http:// is for this machine alone)</source>
        <translation>debe empezar por https:// (http:// es solo para este equipo)</translation>
    </message>
    <message>
        <source>must begin with https://</source>
        <translation>debe empezar por https://</translation>
    </message>
    <message>
        <source>must not carry a login: that is the setting proxy_user and a password of its own</source>
        <translation>no debe contener datos de acceso: para eso están el ajuste proxy_user y una contraseña aparte</translation>
    </message>
    <message>
        <source>must begin with http:// (it opens a tunnel, so what passes is encrypted all the same)</source>
        <translation>debe empezar por http:// (abre un túnel, así que lo que pasa va cifrado de todos modos)</translation>
    </message>
    <message>
        <source>must be http://host:port</source>
        <translation>debe ser http://host:port</translation>
    </message>
    <message>
        <source>must be tcp://HOST:PORT</source>
        <translation>debe ser tcp://HOST:PORT</translation>
    </message>
    <message>
        <source>must name a queue after raw:</source>
        <translation>debe nombrar una cola después de raw:</translation>
    </message>
    <message>
        <source>must be a list of addresses such as https://pos.example</source>
        <translation>debe ser una lista de direcciones, por ejemplo https://pos.example</translation>
    </message>
    <message>
        <source>must be addresses such as https://pos.example, without a path or a *</source>
        <translation>debe ser direcciones como https://pos.example, sin ruta y sin *</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>debe ser una lista</translation>
    </message>
    <message>
        <source>must be a list of texts</source>
        <translation>debe ser una lista de textos</translation>
    </message>
    <message>
        <source>must be a list of fields</source>
        <translation>debe ser una lista de campos</translation>
    </message>
    <message>
        <source>must be a JSON list of texts</source>
        <translation>debe ser una lista JSON de textos</translation>
    </message>
    <message>
        <source>must be a JSON list of fields</source>
        <translation>debe ser una lista JSON de campos</translation>
    </message>
    <message>
        <source>must not have more than {most} entries</source>
        <translation>no debe tener más de {most} entradas</translation>
    </message>
    <message>
        <source>every field needs a name</source>
        <translation>cada campo necesita un nombre</translation>
    </message>
    <message>
        <source>choices must be a list</source>
        <translation>choices debe ser una lista</translation>
    </message>
    <message>
        <source>{name} needs choices</source>
        <translation>{name} necesita opciones</translation>
    </message>
    <message>
        <source>{name} is there twice</source>
        <translation>{name} aparece dos veces</translation>
    </message>
    <message>
        <source>unknown: {names}</source>
        <translation>desconocido: {names}</translation>
    </message>
    <message>
        <source>must be what `points-till pin hash` makes of the PIN</source>
        <translation>debe ser lo que `points-till pin hash` hace del PIN</translation>
    </message>
    <message>
        <source>is not a key that `points-till head-office enrol` has printed</source>
        <translation>no es una clave mostrada por `points-till head-office enrol`</translation>
    </message>
    <message>
        <source>is not a text</source>
        <translation>no es un texto</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>The cashier</source>
        <translation>El cajero</translation>
    </message>
    <message>
        <source>No one</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>Days to give back</source>
        <translation>Días para devolver</translation>
    </message>
    <message>
        <source>Days after a redemption within which its points can be given back.</source>
        <translation>Días tras un canje en los que se pueden devolver sus puntos.</translation>
    </message>
    <message>
        <source>Codes are valid for</source>
        <translation>Validez de los códigos</translation>
    </message>
    <message>
        <source>Seconds that the organisation’s codes are good for; 0: not known.</source>
        <translation>Segundos que valen los códigos de la organización; 0: no se sabe.</translation>
    </message>
    <message>
        <source>New code after</source>
        <translation>Código nuevo después de</translation>
    </message>
    <message>
        <source>Seconds until a code can be sent again.</source>
        <translation>Segundos hasta que se puede enviar otra vez un código.</translation>
    </message>
    <message>
        <source>Codes in capitals</source>
        <translation>Códigos en mayúsculas</translation>
    </message>
    <message>
        <source>Codes are in capitals: small letters become capitals while they are typed.</source>
        <translation>Los códigos van en mayúsculas: las minúsculas se convierten al escribirlas.</translation>
    </message>
    <message>
        <source>Codes by e-mail</source>
        <translation>Códigos por correo</translation>
    </message>
    <message>
        <source>Whether a code can be asked for by the member’s e-mail address.</source>
        <translation>Si se puede pedir un código por el correo del cliente.</translation>
    </message>
    <message>
        <source>Codes by card number</source>
        <translation>Códigos por número de tarjeta</translation>
    </message>
    <message>
        <source>Whether a code can be asked for by the card number with which the member was found.</source>
        <translation>Si se puede pedir un código por el número de tarjeta con el que se encontró al cliente.</translation>
    </message>
    <message>
        <source>Code needed from</source>
        <translation>Código necesario desde</translation>
    </message>
    <message>
        <source>Points from which a redemption needs the member’s code. 0: every redemption.</source>
        <translation>Puntos a partir de los que un canje necesita el código del cliente. 0: siempre.</translation>
    </message>
    <message>
        <source>Missed calls</source>
        <translation>Llamadas perdidas</translation>
    </message>
    <message>
        <source>Whether a missed call can take the place of the code.</source>
        <translation>Si una llamada perdida puede sustituir al código.</translation>
    </message>
    <message>
        <source>Number for missed calls</source>
        <translation>Número para llamadas perdidas</translation>
    </message>
    <message>
        <source>The number that a member calls and hangs up.</source>
        <translation>El número al que el cliente llama y cuelga.</translation>
    </message>
    <message>
        <source>Missed call first</source>
        <translation>Llamada perdida primero</translation>
    </message>
    <message>
        <source>Whether a missed call is asked for at once, in place of a code.</source>
        <translation>Si se pide una llamada perdida enseguida, en lugar de un código.</translation>
    </message>
    <message>
        <source>Redeem without a code</source>
        <translation>Canjear sin código</translation>
    </message>
    <message>
        <source>Whether a supervisor can let a redemption go without a code; needs supervisor_pin.</source>
        <translation>Si un supervisor puede permitir un canje sin código; necesita supervisor_pin.</translation>
    </message>
    <message>
        <source>Supervisor PIN</source>
        <translation>PIN del supervisor</translation>
    </message>
    <message>
        <source>The supervisor’s PIN as `points-till pin hash` makes it, never as it is typed.</source>
        <translation>El PIN del supervisor como lo crea `points-till pin hash`, nunca como se teclea.</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Impresora</translation>
    </message>
    <message>
        <source>A system queue, raw:QUEUE or tcp://HOST:PORT; empty for the default printer.</source>
        <translation>Una cola del sistema, raw:QUEUE o tcp://HOST:PORT; vacío para la impresora predeterminada.</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>The width of the roll, or a sheet.</source>
        <translation>El ancho del rollo, o una hoja.</translation>
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
        <translation>Imprimir automáticamente</translation>
    </message>
    <message>
        <source>After each redemption.</source>
        <translation>Después de cada canje.</translation>
    </message>
    <message>
        <source>First lines of the receipt</source>
        <translation>Primeras líneas del recibo</translation>
    </message>
    <message>
        <source>Below the store’s name, such as its address.</source>
        <translation>Debajo del nombre de la tienda, como su dirección.</translation>
    </message>
    <message>
        <source>Last lines of the receipt</source>
        <translation>Últimas líneas del recibo</translation>
    </message>
    <message>
        <source>In place of the thanks, in the store’s language.</source>
        <translation>En lugar del agradecimiento, en el idioma de la tienda.</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logotipo</translation>
    </message>
    <message>
        <source>Path of a PNG or SVG file, for receipts and the customer’s screen.</source>
        <translation>Ruta de un archivo PNG o SVG, para los recibos y la pantalla del cliente.</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>Abrir el cajón</translation>
    </message>
    <message>
        <source>Whether a receipt opens the drawer at a thermal printer.</source>
        <translation>Si un recibo abre el cajón de una impresora térmica.</translation>
    </message>
    <message>
        <source>Cut the paper</source>
        <translation>Cortar el papel</translation>
    </message>
    <message>
        <source>Whether a thermal printer cuts the paper.</source>
        <translation>Si una impresora térmica corta el papel.</translation>
    </message>
    <message>
        <source>Printer’s commands</source>
        <translation>Órdenes de la impresora</translation>
    </message>
    <message>
        <source>How a thermal printer takes pictures; columns for older models.</source>
        <translation>Cómo toma imágenes una impresora térmica; columnas para modelos antiguos.</translation>
    </message>
    <message>
        <source>Raster (GS v 0)</source>
        <translation>Trama (GS v 0)</translation>
    </message>
    <message>
        <source>Columns (ESC *)</source>
        <translation>Columnas (ESC *)</translation>
    </message>
    <message>
        <source>Folder for receipts</source>
        <translation>Carpeta de recibos</translation>
    </message>
    <message>
        <source>Where saved receipts go; empty for Documents.</source>
        <translation>Adónde van los recibos guardados; vacío para Documentos.</translation>
    </message>
    <message>
        <source>Language of receipts</source>
        <translation>Idioma de los recibos</translation>
    </message>
    <message>
        <source>Language of the receipt; empty for the window’s.</source>
        <translation>Idioma del recibo; vacío para el de la ventana.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Language of the window; empty for the system’s own.</source>
        <translation>Idioma de la ventana; vacío para el del sistema.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>system, light, dark or high-contrast.</source>
        <translation>sistema, claro, oscuro o contraste alto.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste alto</translation>
    </message>
    <message>
        <source>Number pad</source>
        <translation>Teclado numérico</translation>
    </message>
    <message>
        <source>When to show it; automatic: if there is a touch screen.</source>
        <translation>Cuándo se muestra; automático: si hay pantalla táctil.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Siempre</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>Menos movimiento</translation>
    </message>
    <message>
        <source>Still patterns take the place of moving ones.</source>
        <translation>Motivos fijos sustituyen a los que se mueven.</translation>
    </message>
    <message>
        <source>Screen for the customer</source>
        <translation>Pantalla para el cliente</translation>
    </message>
    <message>
        <source>Points, value and code for the customer’s eyes.</source>
        <translation>Puntos, valor y código a la vista del cliente.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>A window</source>
        <translation>Una ventana</translation>
    </message>
    <message>
        <source>Second display</source>
        <translation>Segunda pantalla</translation>
    </message>
    <message>
        <source>Log level</source>
        <translation>Nivel del registro técnico</translation>
    </message>
    <message>
        <source>The least important lines that are written.</source>
        <translation>Las líneas menos importantes que se escriben.</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Log format</source>
        <translation>Formato del registro técnico</translation>
    </message>
    <message>
        <source>Text for people, or JSON lines for programs.</source>
        <translation>Texto para personas o líneas JSON para programas.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>Líneas JSON</translation>
    </message>
    <message>
        <source>Password of this till</source>
        <translation>Contraseña de esta caja</translation>
    </message>
    <message>
        <source>It is kept in this computer’s keyring, never in a file. Leave it empty to keep the one that is stored.</source>
        <translation>Se guarda en el llavero de este equipo, nunca en un archivo. Déjela vacía para conservar la guardada.</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Search settings</source>
        <translation>Buscar ajustes</translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation>Grupos de ajustes</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Ningún ajuste tiene estas palabras.</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Same as the window</source>
        <translation>Como la ventana</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln settings</source>
        <translation>
            <numerusform>{count} de %Ln ajuste</numerusform>
            <numerusform>{count} de %Ln ajustes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Test connection</source>
        <translation>Probar la conexión</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>Prueba de impresión</translation>
    </message>
    <message>
        <source>Support file</source>
        <translation>Archivo para soporte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>What was saved counts once no customer is being served. Until then, this is what counted before.</source>
        <translation>Lo guardado vale en cuanto no se atienda a ningún cliente. Hasta entonces, esto es lo que valía antes.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Head office has other records under this till’s numbers. Call support.</source>
        <translation>La oficina central tiene otros registros con los números de esta caja. Llame a soporte.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) wait to be sent.</source>
        <translation>
            <numerusform>%Ln registro pendiente de envío.</numerusform>
            <numerusform>%Ln registros pendientes de envío.</numerusform>
        </translation>
    </message>
    <message>
        <source>Head office has not answered yet.</source>
        <translation>La oficina central aún no ha respondido.</translation>
    </message>
    <message>
        <source>Head office has everything.</source>
        <translation>La oficina central lo tiene todo.</translation>
    </message>
    <message>
        <source>Head office cannot be reached just now. {waiting}</source>
        <translation>Ahora mismo no se puede contactar con la oficina central. {waiting}</translation>
    </message>
    <message>
        <source>Head office does not know this till’s key. {waiting}</source>
        <translation>La oficina central no conoce la clave de esta caja. {waiting}</translation>
    </message>
    <message>
        <source>Head office does not accept this till’s records. Call support. {waiting}</source>
        <translation>La oficina central no acepta los registros de esta caja. Llame a soporte. {waiting}</translation>
    </message>
    <message>
        <source>Set by policy</source>
        <translation>Fijado por la política</translation>
    </message>
    <message>
        <source>Set by environment</source>
        <translation>Fijado por el entorno</translation>
    </message>
    <message>
        <source>Set by command line</source>
        <translation>Fijado en la línea de órdenes</translation>
    </message>
    <message>
        <source>Your company’s default</source>
        <translation>Valor de su empresa</translation>
    </message>
    <message>
        <source>Enter the key and the secret, or neither.</source>
        <translation>Introduzca la clave y el secreto, o ninguno de los dos.</translation>
    </message>
    <message>
        <source>Enter the address of the service.</source>
        <translation>Introduzca la dirección del servicio.</translation>
    </message>
    <message>
        <source>Enter the name of this till.</source>
        <translation>Introduzca el nombre de esta caja.</translation>
    </message>
    <message>
        <source>Collecting the support file… This can take a minute.</source>
        <translation>Preparando el archivo para soporte… Puede tardar un minuto.</translation>
    </message>
    <message>
        <source>The support file is saved: {path}</source>
        <translation>El archivo para soporte está guardado: {path}</translation>
    </message>
    <message>
        <source>In training the service’s address, the till and the password are those of the practice service.</source>
        <translation>En la práctica, la dirección del servicio, la caja y la contraseña son las del servicio de práctica.</translation>
    </message>
    <message>
        <source>Connecting to the service…</source>
        <translation>Conectando con el servicio…</translation>
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
        <translation>No se registró nada. Hacen falta el PIN del supervisor y un motivo.</translation>
    </message>
    <message>
        <source>Checking the PIN…</source>
        <translation>Comprobando el PIN…</translation>
    </message>
    <message>
        <source>That PIN is wrong. Nothing was recorded.</source>
        <translation>El PIN es incorrecto. No se registró nada.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Nothing was recorded. Try again in 15 minutes.</source>
        <translation>Demasiados PIN incorrectos. No se registró nada. Inténtelo de nuevo en 15 minutos.</translation>
    </message>
    <message>
        <source>A supervisor’s PIN cannot be checked here. Nothing was recorded. Tell support.</source>
        <translation>Aquí no se puede comprobar el PIN de un supervisor. No se registró nada. Avise a soporte.</translation>
    </message>
</context>
<context>
    <name>SetupBar</name>
    <message>
        <source>First start</source>
        <translation>Primer inicio</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Idioma de la ventana</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Como el sistema</translation>
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
        <translation>Dirección y caja</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Tienda</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Impresora</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Probar la conexión</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>Prueba de impresión</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Enter the address of the service.</source>
        <translation>Introduzca la dirección del servicio.</translation>
    </message>
    <message>
        <source>Enter the name of this till.</source>
        <translation>Introduzca el nombre de esta caja.</translation>
    </message>
    <message>
        <source>Enter the key and the secret, or neither.</source>
        <translation>Introduzca la clave y el secreto, o ninguno de los dos.</translation>
    </message>
    <message>
        <source>{setting}: {problem}</source>
        <translation>{setting}: {problem}</translation>
    </message>
    <message>
        <source>Connecting to the service…</source>
        <translation>Conectando con el servicio…</translation>
    </message>
</context>
<context>
    <name>SetupSide</name>
    <message>
        <source>Three short pages</source>
        <translation>Tres páginas cortas</translation>
    </message>
    <message>
        <source>Your company’s support has given you the address, the name and the password.</source>
        <translation>El soporte de su empresa le ha dado la dirección, el nombre y la contraseña.</translation>
    </message>
    <message>
        <source>Page 2 opens once the test has passed.</source>
        <translation>La página 2 se abre cuando la prueba sale bien.</translation>
    </message>
    <message>
        <source>The password is kept in this computer’s keyring, never in a file.</source>
        <translation>La contraseña se guarda en el llavero de este equipo, nunca en un archivo.</translation>
    </message>
    <message>
        <source>Only looking?</source>
        <translation>¿Solo quiere mirar?</translation>
    </message>
    <message>
        <source>No account, no network. You can leave it again at any time.</source>
        <translation>Sin cuenta ni red. Puede salir en cualquier momento.</translation>
    </message>
    <message>
        <source>Try with sample customers</source>
        <translation>Probar con datos de prueba</translation>
    </message>
</context>
<context>
    <name>SignOnPage</name>
    <message>
        <source>Who is at the till?</source>
        <translation>¿Quién está en la caja?</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Cajero</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Sign on</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Choose your name, or type your name or number under Cashier.</source>
        <translation>Elija su nombre, o escriba su nombre o su número en «Cajero».</translation>
    </message>
    <message>
        <source>Not in the list? Type your name or number under Cashier.</source>
        <translation>¿No está en la lista? Escriba su nombre o su número en «Cajero».</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>{unknown}. Do not redeem again.</source>
        <translation>{unknown}. No vuelva a canjear.</translation>
    </message>
    <message>
        <source>{unknown}. Do not redeem bill {bill} again.</source>
        <translation>{unknown}. No vuelva a canjear para el ticket {bill}.</translation>
    </message>
</context>
<context>
    <name>SigningOn</name>
    <message>
        <source>The till is not ready yet. Try again in a moment.</source>
        <translation>La caja aún no está lista. Inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>Enter your name or number.</source>
        <translation>Escriba su nombre o su número.</translation>
    </message>
    <message>
        <source>Enter your PIN.</source>
        <translation>Escriba su PIN.</translation>
    </message>
    <message>
        <source>The POS says that {named} serves, but {cashier} has signed on and is recorded. Sign off if that is wrong.</source>
        <translation>El TPV dice que atiende {named}, pero {cashier} ha iniciado sesión y es quien consta. Cierre la sesión si no es correcto.</translation>
    </message>
</context>
<context>
    <name>StandingWarning</name>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Redeemed</source>
        <translation>Canjeado</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>No enviado</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Sin confirmar</translation>
    </message>
    <message>
        <source>Not redeemed</source>
        <translation>No canjeado</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Devuelto</translation>
    </message>
</context>
<context>
    <name>SupervisorForm</name>
    <message>
        <source>Supervisor’s PIN</source>
        <translation>PIN del supervisor</translation>
    </message>
    <message>
        <source>Why is there no code?</source>
        <translation>¿Por qué no hay código?</translation>
    </message>
    <message>
        <source>The approval and the reason are kept with this redemption; the PIN is not.</source>
        <translation>La autorización y el motivo quedan en el registro de este canje; el PIN, no.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Allow and redeem</source>
        <translation>Autorizar y canjear</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
</context>
<context>
    <name>SupportPanel</name>
    <message>
        <source>Support file</source>
        <translation>Archivo para soporte</translation>
    </message>
    <message>
        <source>This is what the file will contain. It has no number, name or e-mail address of a customer, no code and no password.</source>
        <translation>Esto es lo que contendrá el archivo. No incluye ningún número, nombre ni correo de un cliente, ni códigos ni contraseñas.</translation>
    </message>
    <message>
        <source>Contents of the support file</source>
        <translation>Contenido del archivo para soporte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save support file</source>
        <translation>Guardar archivo para soporte</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n archivo</numerusform>
            <numerusform>%n archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>{count}, {size} as a zip</source>
        <translation>{count}, {size} en zip</translation>
    </message>
    <message>
        <source>About this file, and versions</source>
        <translation>Sobre este archivo y versiones</translation>
    </message>
    <message>
        <source>Settings, without secrets</source>
        <translation>Ajustes, sin secretos</translation>
    </message>
    <message>
        <source>What was checked, and the results</source>
        <translation>Qué se comprobó y los resultados</translation>
    </message>
    <message>
        <source>Redemptions as numbers only</source>
        <translation>Canjes, solo en cifras</translation>
    </message>
    <message>
        <source>What the program did</source>
        <translation>Lo que hizo el programa</translation>
    </message>
    <message>
        <source>Report of a crash</source>
        <translation>Informe de un cierre inesperado</translation>
    </message>
</context>
<context>
    <name>Switch</name>
    <message>
        <source>On</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Error: {why}</source>
        <translation>Error: {why}</translation>
    </message>
</context>
<context>
    <name>TillView</name>
    <message>
        <source>Training</source>
        <translation>Práctica</translation>
    </message>
    <message>
        <source>What you typed while the till was busy was ignored. Type it again.</source>
        <translation>Lo que escribió mientras la caja estaba ocupada se ignoró. Escríbalo de nuevo.</translation>
    </message>
</context>
<context>
    <name>TodayList</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>History of today</source>
        <translation>Historial de hoy</translation>
    </message>
    <message numerus="yes">
        <source>{count} redeemed</source>
        <translation>
            <numerusform>{count} canje</numerusform>
            <numerusform>{count} canjes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} punto</numerusform>
            <numerusform>{points} puntos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points given back</source>
        <translation>
            <numerusform>{points} punto devuelto</numerusform>
            <numerusform>{points} puntos devueltos</numerusform>
        </translation>
    </message>
    <message>
        <source>No redemptions yet today.</source>
        <translation>Hoy aún no hay canjes.</translation>
    </message>
</context>
<context>
    <name>TrailWords</name>
    <message>
        <source>Recorded and sent</source>
        <translation>Anotado y enviado</translation>
    </message>
    <message>
        <source>Sent again with the same reference</source>
        <translation>Enviado otra vez con la misma referencia</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>Canjeado</translation>
    </message>
    <message>
        <source>Found: redeemed</source>
        <translation>Encontrado: canjeado</translation>
    </message>
    <message>
        <source>Balance learned</source>
        <translation>Saldo conocido</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>No enviado</translation>
    </message>
    <message>
        <source>Proved not redeemed</source>
        <translation>Probado que no se canjeó</translation>
    </message>
    <message>
        <source>No answer that proves it</source>
        <translation>Sin respuesta que lo pruebe</translation>
    </message>
    <message>
        <source>Perhaps found</source>
        <translation>Quizá encontrado</translation>
    </message>
    <message>
        <source>Asked: not there yet</source>
        <translation>Preguntado: aún no está</translation>
    </message>
    <message>
        <source>Waited for a busy service</source>
        <translation>Esperó a un servicio ocupado</translation>
    </message>
    <message>
        <source>Signed in again, looked, and sent again</source>
        <translation>Se inició sesión otra vez, se miró y se envió de nuevo</translation>
    </message>
    <message>
        <source>All points given back</source>
        <translation>Todos los puntos devueltos</translation>
    </message>
    <message>
        <source>Points given back</source>
        <translation>Puntos devueltos</translation>
    </message>
    <message>
        <source>A supervisor agreed</source>
        <translation>Un supervisor dio su permiso</translation>
    </message>
    <message>
        <source>A supervisor did not agree</source>
        <translation>Un supervisor no dio su permiso</translation>
    </message>
    <message>
        <source>Settled by hand</source>
        <translation>Aclarado a mano</translation>
    </message>
    <message>
        <source>Taken over by {cashier}</source>
        <translation>Continuado por {cashier}</translation>
    </message>
    <message>
        <source>Asked for again</source>
        <translation>Solicitado de nuevo</translation>
    </message>
    <message>
        <source>No code needed</source>
        <translation>No hace falta código</translation>
    </message>
    <message>
        <source>Without a code</source>
        <translation>Sin código</translation>
    </message>
    <message>
        <source>Bill number sent</source>
        <translation>Número de ticket enviado</translation>
    </message>
    <message>
        <source>Bill number attached</source>
        <translation>Número de ticket añadido</translation>
    </message>
    <message>
        <source>Taken from another journal</source>
        <translation>Recuperado de otro registro</translation>
    </message>
    <message>
        <source>Personal data deleted</source>
        <translation>Datos personales borrados</translation>
    </message>
    <message>
        <source>Found: given back</source>
        <translation>Encontrado: devuelto</translation>
    </message>
    <message>
        <source>Proved not given back</source>
        <translation>Probado que no se devolvieron</translation>
    </message>
    <message>
        <source>Giving back: {event}</source>
        <translation>Devolución: {event}</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Redeem points</source>
        <translation>Canjear puntos</translation>
    </message>
    <message>
        <source>Type Asha’s mobile number, 97777 88221, and press Enter.</source>
        <translation>Escriba el móvil de Asha, 97777 88221, y pulse Intro.</translation>
    </message>
    <message>
        <source>Type 10 points and press Enter. Asha’s phone gets a code.</source>
        <translation>Escriba 10 puntos y pulse Intro. El teléfono de Asha recibe un código.</translation>
    </message>
    <message>
        <source>Type the code from the member’s phone and press Enter.</source>
        <translation>Escriba el código del teléfono del cliente y pulse Intro.</translation>
    </message>
    <message>
        <source>A wrong code</source>
        <translation>Un código incorrecto</translation>
    </message>
    <message>
        <source>Asha misreads the code: type WRONG1 and press Enter.</source>
        <translation>Asha lee mal el código: escriba WRONG1 y pulse Intro.</translation>
    </message>
    <message>
        <source>No points were taken. Now type the code as it is on the phone.</source>
        <translation>No se descontaron puntos. Ahora escriba el código como está en el teléfono.</translation>
    </message>
    <message>
        <source>More points than there are</source>
        <translation>Más puntos de los que hay</translation>
    </message>
    <message>
        <source>Type Vikram’s mobile number, 98765 43001, and press Enter.</source>
        <translation>Escriba el móvil de Vikram, 98765 43001, y pulse Intro.</translation>
    </message>
    <message>
        <source>He asks for 20 points but has fewer: type 20 and press Enter.</source>
        <translation>Pide 20 puntos pero tiene menos: escriba 20 y pulse Intro.</translation>
    </message>
    <message>
        <source>Press F6 for all that he has, then Enter.</source>
        <translation>Pulse F6 para todos los que tiene y luego Intro.</translation>
    </message>
    <message>
        <source>An answer that gets lost</source>
        <translation>Una respuesta que se pierde</translation>
    </message>
    <message>
        <source>Type the code and press Enter. This time the answer gets lost.</source>
        <translation>Escriba el código y pulse Intro. Esta vez la respuesta se pierde.</translation>
    </message>
    <message>
        <source>Read what the till says. Do not redeem again. Press Enter for the next customer.</source>
        <translation>Lea lo que dice la caja. No vuelva a canjear. Pulse Intro para el cliente siguiente.</translation>
    </message>
    <message>
        <source>The till finds out by itself. Wait until it tells you.</source>
        <translation>La caja lo averigua sola. Espere hasta que se lo diga.</translation>
    </message>
    <message>
        <source>Give points back</source>
        <translation>Devolver puntos</translation>
    </message>
    <message>
        <source>Asha changes her mind. Open History with F2 and press “Give points back”.</source>
        <translation>Asha cambia de idea. Abra el historial con F2 y pulse «Devolver puntos».</translation>
    </message>
    <message>
        <source>Enter all the points and a reason, then press “Give back”.</source>
        <translation>Introduzca todos los puntos y un motivo, y pulse «Devolver».</translation>
    </message>
    <message>
        <source>Everyday customers</source>
        <translation>Clientes de cada día</translation>
    </message>
    <message>
        <source>Programs and groups</source>
        <translation>Programas y grupos</translation>
    </message>
    <message>
        <source>Limits on points</source>
        <translation>Límites de puntos</translation>
    </message>
    <message>
        <source>Trouble with the code</source>
        <translation>Problemas con el código</translation>
    </message>
    <message>
        <source>Cannot be found</source>
        <translation>No se encuentran</translation>
    </message>
    <message>
        <source>May not redeem</source>
        <translation>No pueden canjear</translation>
    </message>
    <message>
        <source>Refused at the last moment</source>
        <translation>Rechazados en el último momento</translation>
    </message>
    <message>
        <source>Giving points back</source>
        <translation>Devolver puntos</translation>
    </message>
    <message>
        <source>Slow or no answer</source>
        <translation>Lento o sin respuesta</translation>
    </message>
    <message>
        <source>The points move, the answer is lost</source>
        <translation>Los puntos se mueven, la respuesta se pierde</translation>
    </message>
    <message>
        <source>Nothing is done</source>
        <translation>No se hace nada</translation>
    </message>
    <message>
        <source>The service is busy</source>
        <translation>El servicio está ocupado</translation>
    </message>
    <message>
        <source>The code is wrong</source>
        <translation>El código es incorrecto</translation>
    </message>
    <message>
        <source>The till cannot sign in</source>
        <translation>La caja no puede iniciar sesión</translation>
    </message>
    <message>
        <source>Odd answers</source>
        <translation>Respuestas raras</translation>
    </message>
    <message>
        <source>Everything works: 1,991 points to redeem.</source>
        <translation>Todo funciona: 1991 puntos para canjear.</translation>
    </message>
    <message>
        <source>Exactly 12.345 points, for parts of a point.</source>
        <translation>Exactamente 12,345 puntos, para partes de un punto.</translation>
    </message>
    <message>
        <source>No points at all.</source>
        <translation>Ningún punto.</translation>
    </message>
    <message>
        <source>A very large balance: 123,456,789.125 points.</source>
        <translation>Un saldo muy grande: 123.456.789,125 puntos.</translation>
    </message>
    <message>
        <source>Several programs; in Travel Club a point is worth 0.5, Partner Miles cannot be redeemed</source>
        <translation>Varios programas; en Travel Club un punto vale 0,5, Partner Miles no se puede canjear</translation>
    </message>
    <message>
        <source>Has few points, but her family group has 5,000.</source>
        <translation>Tiene pocos puntos, pero su grupo familiar tiene 5000.</translation>
    </message>
    <message>
        <source>The primary member of the same family group.</source>
        <translation>El titular del mismo grupo familiar.</translation>
    </message>
    <message>
        <source>A name in Arabic script.</source>
        <translation>Un nombre en escritura árabe.</translation>
    </message>
    <message>
        <source>A very long name.</source>
        <translation>Un nombre muy largo.</translation>
    </message>
    <message>
        <source>This account was merged into another one of hers, which answers instead.</source>
        <translation>Esta cuenta se unió a otra suya, que responde en su lugar.</translation>
    </message>
    <message>
        <source>The account that took over a merged one.</source>
        <translation>La cuenta que absorbió a otra.</translation>
    </message>
    <message>
        <source>Has made a missed call: no code is needed.</source>
        <translation>Ha hecho una llamada perdida: no hace falta código.</translation>
    </message>
    <message>
        <source>412 of her 1,991 points expire in 8 days.</source>
        <translation>412 de sus 1991 puntos caducan en 8 días.</translation>
    </message>
    <message>
        <source>Of each redemption, 40 points have expired when they are given back.</source>
        <translation>De cada canje, 40 puntos ya han caducado al devolverlos.</translation>
    </message>
    <message>
        <source>Has been sent too many codes</source>
        <translation>Ha recibido demasiados códigos</translation>
    </message>
    <message>
        <source>Is locked twice, then it works</source>
        <translation>Está bloqueado dos veces, luego funciona</translation>
    </message>
    <message>
        <source>Gets a code, but every code is called wrong</source>
        <translation>Recibe un código, pero todo código se da por incorrecto</translation>
    </message>
    <message>
        <source>Can redeem, but a code cannot be made</source>
        <translation>Puede canjear, pero no se puede crear un código</translation>
    </message>
    <message>
        <source>Cannot be looked up: marked as fraud</source>
        <translation>No se puede buscar: marcado por fraude</translation>
    </message>
    <message>
        <source>Has not joined the loyalty program</source>
        <translation>No se ha unido al programa de puntos</translation>
    </message>
    <message>
        <source>Is refused for too few points</source>
        <translation>Se rechaza por tener muy pocos puntos</translation>
    </message>
    <message>
        <source>Is refused for too few current points</source>
        <translation>Se rechaza por tener muy pocos puntos actuales</translation>
    </message>
    <message>
        <source>Has not collected enough points in total</source>
        <translation>No ha reunido suficientes puntos en total</translation>
    </message>
    <message>
        <source>Has not bought enough in total</source>
        <translation>No ha comprado lo suficiente en total</translation>
    </message>
    <message>
        <source>May only redeem multiples of 50</source>
        <translation>Solo puede canjear múltiplos de 50</translation>
    </message>
    <message>
        <source>Is marked as fraud</source>
        <translation>Está marcado por fraude</translation>
    </message>
    <message>
        <source>Is refused for too few points for a redemption</source>
        <translation>Se rechaza por tener muy pocos puntos para un canje</translation>
    </message>
    <message>
        <source>Gets a code, but then points cannot be processed at the moment</source>
        <translation>Recibe un código, pero luego los puntos no se pueden procesar por el momento</translation>
    </message>
    <message>
        <source>Gets a code, but then the redemption fails</source>
        <translation>Recibe un código, pero luego el canje falla</translation>
    </message>
    <message>
        <source>May redeem at most 500 points at a time</source>
        <translation>Puede canjear como máximo 500 puntos a la vez</translation>
    </message>
    <message>
        <source>Is marked as fraud, by another number</source>
        <translation>Está marcado por fraude, con otro número</translation>
    </message>
    <message>
        <source>Must redeem at least 100 points</source>
        <translation>Debe canjear al menos 100 puntos</translation>
    </message>
    <message>
        <source>Cannot use a missed call; a code works</source>
        <translation>No puede usar una llamada perdida; un código funciona</translation>
    </message>
    <message>
        <source>Has not confirmed the mobile number</source>
        <translation>No ha confirmado el número de móvil</translation>
    </message>
    <message>
        <source>Gets a code, but then a signature is required</source>
        <translation>Recibe un código, pero luego se exige una firma</translation>
    </message>
    <message>
        <source>Is refused because of a wrong set-up</source>
        <translation>Se rechaza por una configuración incorrecta</translation>
    </message>
    <message>
        <source>Is refused because redeeming is not enabled</source>
        <translation>Se rechaza porque el canje no está activado</translation>
    </message>
    <message>
        <source>Is in a group that may not redeem</source>
        <translation>Está en un grupo que no puede canjear</translation>
    </message>
    <message>
        <source>Gets a code, but then the time is not accepted</source>
        <translation>Recibe un código, pero luego la hora no se acepta</translation>
    </message>
    <message>
        <source>Can redeem, but a code cannot be sent</source>
        <translation>Puede canjear, pero no se puede enviar un código</translation>
    </message>
    <message>
        <source>Is known, but not in the loyalty program</source>
        <translation>Es conocido, pero no está en el programa de puntos</translation>
    </message>
    <message>
        <source>Is refused because points cannot be processed at the moment</source>
        <translation>Se rechaza porque los puntos no se pueden procesar por el momento</translation>
    </message>
    <message>
        <source>Redeems, but points cannot be given back at the moment</source>
        <translation>Canjea, pero los puntos no se pueden devolver por el momento</translation>
    </message>
    <message>
        <source>Redeems, but giving points back is not enabled</source>
        <translation>Canjea, pero la devolución de puntos no está activada</translation>
    </message>
    <message>
        <source>Cannot be looked up: not in the program</source>
        <translation>No se puede buscar: no está en el programa</translation>
    </message>
    <message>
        <source>Cannot be looked up: no permission</source>
        <translation>No se puede buscar: sin permiso</translation>
    </message>
    <message>
        <source>Sees a program that the service no longer knows</source>
        <translation>Ve un programa que el servicio ya no conoce</translation>
    </message>
    <message>
        <source>Is in a group that the service no longer knows</source>
        <translation>Está en un grupo que el servicio ya no conoce</translation>
    </message>
    <message>
        <source>Is marked as fraud, by a third number</source>
        <translation>Está marcado por fraude, con un tercer número</translation>
    </message>
    <message>
        <source>Is refused because of a wrong group set-up</source>
        <translation>Se rechaza por una configuración incorrecta del grupo</translation>
    </message>
    <message>
        <source>Gets a code, but then no valid code is found</source>
        <translation>Recibe un código, pero luego no se encuentra un código válido</translation>
    </message>
    <message>
        <source>Every answer takes 2 seconds</source>
        <translation>Cada respuesta tarda 2 segundos</translation>
    </message>
    <message>
        <source>No answer ever comes, nothing is done</source>
        <translation>Nunca llega respuesta, no se hace nada</translation>
    </message>
    <message>
        <source>The points move, then no answer ever comes</source>
        <translation>Los puntos se mueven, luego nunca llega respuesta</translation>
    </message>
    <message>
        <source>The answer comes byte by byte</source>
        <translation>La respuesta llega byte a byte</translation>
    </message>
    <message>
        <source>The points move, then the answer is lost</source>
        <translation>Los puntos se mueven, luego se pierde la respuesta</translation>
    </message>
    <message>
        <source>The connection is cut before anything is done</source>
        <translation>La conexión se corta antes de hacer nada</translation>
    </message>
    <message>
        <source>The service asks to come back later</source>
        <translation>El servicio pide volver más tarde</translation>
    </message>
    <message>
        <source>The service says when to come back</source>
        <translation>El servicio dice cuándo volver</translation>
    </message>
    <message>
        <source>The member is being served elsewhere</source>
        <translation>Están atendiendo al cliente en otro lugar</translation>
    </message>
    <message>
        <source>An error page comes, nothing is done</source>
        <translation>Llega una página de error, no se hace nada</translation>
    </message>
    <message>
        <source>The points move, then an error page comes</source>
        <translation>Los puntos se mueven, luego llega una página de error</translation>
    </message>
    <message>
        <source>The service has a fault</source>
        <translation>El servicio tiene un fallo</translation>
    </message>
    <message>
        <source>The service is down</source>
        <translation>El servicio está caído</translation>
    </message>
    <message>
        <source>The service is closed for a while</source>
        <translation>El servicio está cerrado un rato</translation>
    </message>
    <message>
        <source>The service takes too long and gives up</source>
        <translation>El servicio tarda demasiado y desiste</translation>
    </message>
    <message>
        <source>The code has expired</source>
        <translation>El código ha caducado</translation>
    </message>
    <message>
        <source>The member reads out a wrong code</source>
        <translation>El cliente lee un código incorrecto</translation>
    </message>
    <message>
        <source>Answers are written in another way</source>
        <translation>Las respuestas se escriben de otra manera</translation>
    </message>
    <message>
        <source>The points move, then the answer breaks off</source>
        <translation>Los puntos se mueven, luego la respuesta se interrumpe</translation>
    </message>
    <message>
        <source>The points move, the answer is half of one</source>
        <translation>Los puntos se mueven, la respuesta es solo la mitad</translation>
    </message>
    <message>
        <source>Redemptions show up late</source>
        <translation>Los canjes aparecen tarde</translation>
    </message>
    <message>
        <source>Look-ups show every redemption</source>
        <translation>Las búsquedas muestran todos los canjes</translation>
    </message>
    <message>
        <source>Points that came back show up late</source>
        <translation>Los puntos devueltos aparecen tarde</translation>
    </message>
    <message>
        <source>The points come back, then the service says no</source>
        <translation>Los puntos vuelven, luego el servicio dice que no</translation>
    </message>
    <message>
        <source>The service does not accept this till</source>
        <translation>El servicio no acepta esta caja</translation>
    </message>
    <message>
        <source>The points move, then the till is not accepted</source>
        <translation>Los puntos se mueven, luego la caja no se acepta</translation>
    </message>
    <message>
        <source>The service says that the token has expired</source>
        <translation>El servicio dice que el token ha caducado</translation>
    </message>
    <message>
        <source>The points move, then the token has expired</source>
        <translation>Los puntos se mueven, luego el token ha caducado</translation>
    </message>
    <message>
        <source>A new token expires at once</source>
        <translation>Un token nuevo caduca enseguida</translation>
    </message>
    <message>
        <source>The service gives no token</source>
        <translation>El servicio no da ningún token</translation>
    </message>
    <message>
        <source>No answer comes when a token is asked for</source>
        <translation>No llega respuesta al pedir un token</translation>
    </message>
    <message>
        <source>The connection is cut when a token is asked for</source>
        <translation>La conexión se corta al pedir un token</translation>
    </message>
    <message>
        <source>Something else comes in place of a token</source>
        <translation>Llega otra cosa en lugar de un token</translation>
    </message>
    <message>
        <source>The service does not accept key and secret</source>
        <translation>El servicio no acepta la clave y el secreto</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lecciones</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message numerus="yes">
        <source>Your code to redeem {points} points is {code}. It is good for %Ln minute(s).</source>
        <translation>
            <numerusform>Su código para canjear {points} puntos es {code}. Es válido durante %Ln minuto.</numerusform>
            <numerusform>Su código para canjear {points} puntos es {code}. Es válido durante %Ln minutos.</numerusform>
        </translation>
    </message>
    <message>
        <source>The member’s phone</source>
        <translation>Teléfono del cliente</translation>
    </message>
    <message>
        <source>What goes wrong next</source>
        <translation>Qué falla a continuación</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Práctica</translation>
    </message>
    <message>
        <source>Nothing goes wrong</source>
        <translation>No falla nada</translation>
    </message>
    <message>
        <source>Fill in {mobile}</source>
        <translation>Usar {mobile}</translation>
    </message>
</context>
<context>
    <name>TrialPrint</name>
    <message>
        <source>Printing a test page…</source>
        <translation>Imprimiendo una página de prueba…</translation>
    </message>
    <message>
        <source>Printed at {time}</source>
        <translation>Impreso a las {time}</translation>
    </message>
    <message>
        <source>Sent to the printer at {time}</source>
        <translation>Enviado a la impresora a las {time}</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>No impreso</translation>
    </message>
</context>
<context>
    <name>UnknownPage</name>
    <message>
        <source>Not known yet</source>
        <translation>Sin confirmar</translation>
    </message>
    <message>
        <source>Redeem again</source>
        <translation>Canjear de nuevo</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>Cliente siguiente</translation>
    </message>
    <message>
        <source>The customer is waiting?</source>
        <translation>¿El cliente espera?</translation>
    </message>
    <message>
        <source>Back to POS</source>
        <translation>Volver al TPV</translation>
    </message>
    <message>
        <source>Bill {bill}</source>
        <translation>Ticket {bill}</translation>
    </message>
    <message>
        <source>Hold bill {bill} until it is known.</source>
        <translation>Retenga el ticket {bill} hasta que se sepa.</translation>
    </message>
    <message>
        <source>Hold the bill until it is known.</source>
        <translation>Retenga el ticket hasta que se sepa.</translation>
    </message>
    <message>
        <source>Or take full payment. If points were used, give them back in History.</source>
        <translation>O cobre el total. Si se usaron puntos, devuélvalos en el historial.</translation>
    </message>
    <message>
        <source>It was sent to another service, so this one cannot tell. Support can settle it.</source>
        <translation>Se envió a otro servicio, así que este no puede decirlo. Soporte puede aclararlo.</translation>
    </message>
    <message>
        <source>The service shows a redemption that may be this one. A supervisor or support can settle it.</source>
        <translation>El servicio muestra un canje que puede ser este. Un supervisor o soporte puede aclararlo.</translation>
    </message>
    <message>
        <source>The till keeps checking.</source>
        <translation>La caja sigue consultando.</translation>
    </message>
    <message>
        <source>The till keeps checking, up to {span} more.</source>
        <translation>La caja sigue consultando, hasta {span} más.</translation>
    </message>
    <message>
        <source>The outcome appears here, whatever this till is doing then.</source>
        <translation>El resultado aparece aquí, haga lo que haga esta caja.</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>El servicio no respondió a tiempo.</translation>
    </message>
    <message>
        <source>The line was cut before the answer came.</source>
        <translation>La línea se cortó antes de la respuesta.</translation>
    </message>
    <message>
        <source>The service reported a fault of its own.</source>
        <translation>El servicio informó de un fallo propio.</translation>
    </message>
    <message>
        <source>The answer of the service could not be read.</source>
        <translation>La respuesta del servicio no se pudo leer.</translation>
    </message>
    <message>
        <source>The answer of the service contradicts itself.</source>
        <translation>La respuesta del servicio se contradice.</translation>
    </message>
    <message>
        <source>The till was closed before the answer came.</source>
        <translation>La caja se cerró antes de la respuesta.</translation>
    </message>
    <message>
        <source>The service refused it, but that does not show whether the points were used.</source>
        <translation>El servicio lo rechazó, pero eso no muestra si los puntos se usaron.</translation>
    </message>
    <message>
        <source>The answer that came belongs to another request.</source>
        <translation>La respuesta que llegó pertenece a otra solicitud.</translation>
    </message>
    <message>
        <source>Do not redeem again.</source>
        <translation>No vuelva a canjear.</translation>
    </message>
    <message>
        <source>The points were not redeemed</source>
        <translation>Los puntos no se canjearon</translation>
    </message>
    <message numerus="yes">
        <source>The till has asked several times: none of the {points} points were taken. You can redeem again.</source>
        <translation>
            <numerusform>La caja consultó varias veces: no se descontó el punto ({points}). Puede canjear de nuevo.</numerusform>
            <numerusform>La caja consultó varias veces: no se descontó ninguno de los {points} puntos. Puede canjear de nuevo.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpdateWatch</name>
    <message>
        <source>An update is being installed. The till closes now. Open it again in a minute.</source>
        <translation>Se está instalando una actualización. La caja se cierra ahora. Vuelva a abrirla dentro de un minuto.</translation>
    </message>
    <message>
        <source>An update is waiting. The till closes when this customer is done.</source>
        <translation>Hay una actualización pendiente. La caja se cerrará al terminar con este cliente.</translation>
    </message>
</context>
<context>
    <name>WhatIsKnown</name>
    <message>
        <source>What is known</source>
        <translation>Lo que se sabe</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Móvil</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Reference for support</source>
        <translation>Referencia para soporte</translation>
    </message>
    <message>
        <source>in {span}</source>
        <translation>en {span}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>Asks again</source>
        <translation>Nueva consulta</translation>
    </message>
    <message>
        <source>Recorded and sent</source>
        <translation>Anotado y enviado</translation>
    </message>
    <message>
        <source>No answer that proves it</source>
        <translation>Sin respuesta que lo pruebe</translation>
    </message>
    <message>
        <source>Asked: not there yet</source>
        <translation>Preguntado: aún no está</translation>
    </message>
    <message>
        <source>Asked: no answer</source>
        <translation>Preguntado: sin respuesta</translation>
    </message>
    <message>
        <source>Asked: perhaps found</source>
        <translation>Preguntado: quizá encontrado</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} punto</numerusform>
            <numerusform>{points} puntos</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter how many points the member wants to redeem.</source>
        <translation>Escriba cuántos puntos quiere canjear el cliente.</translation>
    </message>
    <message>
        <source>Type digits only, with one mark for part of a point.</source>
        <translation>Escriba solo cifras, con un único signo decimal.</translation>
    </message>
    <message>
        <source>Leave out the marks that group thousands. Use one mark, for part of a point.</source>
        <translation>No escriba separadores de miles. Use un solo signo, para los decimales.</translation>
    </message>
    <message>
        <source>Points have at most three decimal places.</source>
        <translation>Los puntos tienen tres decimales como máximo.</translation>
    </message>
    <message>
        <source>Enter more than 0 points.</source>
        <translation>Escriba más de 0 puntos.</translation>
    </message>
    <message>
        <source>Points are redeemed in steps of {points}.</source>
        <translation>Los puntos se canjean en múltiplos de {points}.</translation>
    </message>
    <message numerus="yes">
        <source>At most {points} points can be redeemed at one time.</source>
        <translation>
            <numerusform>Se puede canjear {points} punto como máximo de una vez.</numerusform>
            <numerusform>Se pueden canjear {points} puntos como máximo de una vez.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least {points} points have to be redeemed.</source>
        <translation>
            <numerusform>Hay que canjear {points} punto como mínimo.</numerusform>
            <numerusform>Hay que canjear {points} puntos como mínimo.</numerusform>
        </translation>
    </message>
    <message>
        <source>That is too many points. Check the number.</source>
        <translation>Son demasiados puntos. Revise el número.</translation>
    </message>
    <message numerus="yes">
        <source>We do not know yet whether the {points} points were used</source>
        <translation>
            <numerusform>Aún no sabemos si se usó {points} punto</numerusform>
            <numerusform>Aún no sabemos si se usaron los {points} puntos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>We do not know yet whether {name}’s {points} points were used</source>
        <translation>
            <numerusform>Aún no sabemos si se usó {points} punto de {name}</numerusform>
            <numerusform>Aún no sabemos si se usaron los {points} puntos de {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points redeemed</source>
        <translation>
            <numerusform>{points} punto canjeado</numerusform>
            <numerusform>{points} puntos canjeados</numerusform>
        </translation>
    </message>
    <message>
        <source>take {value} off the bill</source>
        <translation>descuente {value} del ticket</translation>
    </message>
    <message>
        <source>new balance {points}</source>
        <translation>saldo nuevo {points}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a sentence</comment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were given back.</source>
        <translation>
            <numerusform>{points} punto se devolvió.</numerusform>
            <numerusform>{points} puntos se devolvieron.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{expired} of them had expired and did not come back.</source>
        <translation>
            <numerusform>{expired} había caducado y no volvió.</numerusform>
            <numerusform>{expired} habían caducado y no volvieron.</numerusform>
        </translation>
    </message>
    <message>
        <source>New balance {balance}.</source>
        <translation>Saldo nuevo: {balance}.</translation>
    </message>
    <message numerus="yes">
        <source>{points} points were refused: points can only be redeemed in fixed steps.</source>
        <translation>
            <numerusform>Se rechazó {points} punto: los puntos solo se canjean en múltiplos fijos.</numerusform>
            <numerusform>Se rechazaron {points} puntos: los puntos solo se canjean en múltiplos fijos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fewer than {points} points can be redeemed at one time.</source>
        <translation>
            <numerusform>De una vez se pueden canjear menos de {points} punto.</numerusform>
            <numerusform>De una vez se pueden canjear menos de {points} puntos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than {points} points are needed here.</source>
        <translation>
            <numerusform>Aquí hace falta más de {points} punto.</numerusform>
            <numerusform>Aquí hacen falta más de {points} puntos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the member’s mobile number.</source>
        <translation>Escriba el número de móvil del cliente.</translation>
    </message>
    <message>
        <source>Type the digits of the mobile number only.</source>
        <translation>Escriba solo las cifras del número de móvil.</translation>
    </message>
    <message>
        <source>The number is too short. Ask the member to say it again.</source>
        <translation>El número es demasiado corto. Pida al cliente que lo repita.</translation>
    </message>
    <message>
        <source>The number is too long. Ask the member to say it again.</source>
        <translation>El número es demasiado largo. Pida al cliente que lo repita.</translation>
    </message>
    <message>
        <source>There is no such country code. Check the digits at the beginning.</source>
        <translation>Ese prefijo de país no existe. Revise las primeras cifras.</translation>
    </message>
    <message>
        <source>That cannot be a mobile number. Ask the member to say it again.</source>
        <translation>Eso no puede ser un número de móvil. Pida al cliente que lo repita.</translation>
    </message>
    <message>
        <source>Scan or type what identifies the member.</source>
        <translation>Escanee o escriba el dato para buscar al cliente.</translation>
    </message>
    <message>
        <source>That cannot belong to one member. Scan or type it again.</source>
        <translation>Eso no puede ser de un solo cliente. Escanéelo o escríbalo de nuevo.</translation>
    </message>
    <message>
        <source>An e-mail address needs one @ with text before and after it.</source>
        <translation>Un correo tiene una sola @, con algo antes y después.</translation>
    </message>
    <message>
        <source>Enter the code from the member’s phone.</source>
        <translation>Escriba el código del teléfono del cliente.</translation>
    </message>
    <message>
        <source>That cannot be the code. Ask the member to read it again.</source>
        <translation>Ese no puede ser el código. Pida al cliente que lo lea otra vez.</translation>
    </message>
    <message>
        <source>That is the bar code of an article or a receipt. Enter the code from the member’s phone. If it is the code, press Enter once more.</source>
        <translation>Ese es el código de barras de un artículo o de un recibo. Escriba el código del teléfono del cliente. Si es ese el código, pulse Intro otra vez.</translation>
    </message>
</context>
<context>
    <name>_Keys</name>
    <message>
        <source>Backspace</source>
        <translation>Retroceso</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Mayúsculas</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letras</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Dígitos</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>Signo decimal</translation>
    </message>
</context>
<context>
    <name>_LabelledChoice</name>
    <message>
        <source>Error: {why}</source>
        <translation>Error: {why}</translation>
    </message>
</context>
<context>
    <name>_PasswordControl</name>
    <message>
        <source>Set</source>
        <translation>Fijado</translation>
    </message>
</context>
<context>
    <name>_PinControl</name>
    <message>
        <source>Set</source>
        <translation>Fijado</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>No fijado</translation>
    </message>
</context>
</TS>
