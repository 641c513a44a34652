<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AmountChips</name>
    <message>
        <source>All points</source>
        <translation>Tous les points</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>La moitié</translation>
    </message>
    <message>
        <source>Cover the bill</source>
        <translation>Couvrir le ticket</translation>
    </message>
    <message>
        <source>Enter money instead</source>
        <translation>Saisir un montant</translation>
    </message>
    <message>
        <source>Enter points instead</source>
        <translation>Saisir des points</translation>
    </message>
    <message>
        <source>All {points}</source>
        <translation>Tous&#x202f;: {points}</translation>
    </message>
    <message>
        <source>Half {points}</source>
        <translation>Moitié&#x202f;: {points}</translation>
    </message>
    <message>
        <source>Cover the bill {money}</source>
        <translation>Couvrir le ticket&#x202f;: {money}</translation>
    </message>
    <message>
        <source>{group} {points}</source>
        <translation>{group}&#x202f;: {points}</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>{unknown}. Do not redeem again.</source>
        <translation>{unknown}. Ne recommencez pas.</translation>
    </message>
    <message>
        <source>The points were not redeemed</source>
        <translation>Les points n’ont pas été utilisés</translation>
    </message>
    <message>
        <source>{cashier} has signed on</source>
        <translation>{cashier} a ouvert la session</translation>
    </message>
    <message>
        <source>Signed off</source>
        <translation>Session fermée</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} point</numerusform>
            <numerusform>{points} points</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled, back to the POS</source>
        <translation>Annulé, retour à la caisse</translation>
    </message>
    <message>
        <source>Code sent</source>
        <translation>Code envoyé</translation>
    </message>
    <message>
        <source>Worth {money}</source>
        <translation>Valeur&#x202f;: {money}</translation>
    </message>
</context>
<context>
    <name>Banners</name>
    <message>
        <source>News</source>
        <translation>Nouvelles</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Open bill {bill}</source>
        <translation>Ouvrir le ticket {bill}</translation>
    </message>
    <message>
        <source>Open it now</source>
        <translation>Ouvrir maintenant</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Set it aside and start a new one</source>
        <translation>Mettre de côté et en commencer un nouveau</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>Nouveau journal</translation>
    </message>
    <message numerus="yes">
        <source>The POS has handed over %Ln bill(s).</source>
        <translation>
            <numerusform>Le logiciel de caisse a transmis %Ln ticket.</numerusform>
            <numerusform>Le logiciel de caisse a transmis %Ln tickets.</numerusform>
        </translation>
    </message>
    <message>
        <source>The POS has handed over bill {bill}.</source>
        <translation>Le logiciel de caisse a transmis le ticket {bill}.</translation>
    </message>
    <message>
        <source>The POS has handed over another customer.</source>
        <translation>Le logiciel de caisse a transmis un autre client.</translation>
    </message>
    <message>
        <source>{news} The next one opens when this customer is done.</source>
        <translation>{news} Le suivant s’ouvre quand ce client est servi.</translation>
    </message>
    <message>
        <source>Ask support first. What is left of the damaged record is kept under another name. What can be read is copied into the new one; the rest is only in the old one.</source>
        <translation>Demandez d’abord à l’assistance. Ce qui reste du journal endommagé est gardé sous un autre nom. Ce qui est lisible est copié dans le nouveau&#x202f;; le reste n’est que dans l’ancien.</translation>
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
        <translation>Mode formation&#x202f;: rien n’est réel</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Client suivant</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Training: phone and members</source>
        <translation>Formation&#x202f;: téléphone et clients</translation>
    </message>
    <message>
        <source>Leave training</source>
        <translation>Quitter la formation</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>Fermer la session</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known yet</source>
        <translation>
            <numerusform>%Ln non confirmée</numerusform>
            <numerusform>%Ln non confirmées</numerusform>
        </translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Démarrage</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Formation</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Lent</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Hors ligne</translation>
    </message>
    <message>
        <source>Not safe</source>
        <translation>Non sécurisé</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Non accepté</translation>
    </message>
    <message>
        <source>Wrong address</source>
        <translation>Adresse incorrecte</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqué</translation>
    </message>
    <message>
        <source>Service error</source>
        <translation>Erreur du service</translation>
    </message>
    <message>
        <source>Not working</source>
        <translation>En panne</translation>
    </message>
</context>
<context>
    <name>ByHandPanel</name>
    <message>
        <source>Support can settle it. Tell them the reference.</source>
        <translation>L’assistance peut trancher. Donnez-lui la référence.</translation>
    </message>
    <message>
        <source>Supervisor PIN</source>
        <translation>PIN du responsable</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>It was redeemed</source>
        <translation>Points utilisés</translation>
    </message>
    <message>
        <source>It was not redeemed</source>
        <translation>Points non utilisés</translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation>numéro {number}</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} point</numerusform>
            <numerusform>{points} points</numerusform>
        </translation>
    </message>
    <message>
        <source>bill {bill}</source>
        <translation>ticket {bill}</translation>
    </message>
    <message>
        <source>The service shows a redemption that may be this one: {facts}.</source>
        <translation>Le service montre une utilisation qui est peut-être celle-ci&#x202f;: {facts}.</translation>
    </message>
</context>
<context>
    <name>ChoicesForm</name>
    <message>
        <source>Redeem from a group</source>
        <translation>Points d’un groupe</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Ajouter une note</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Group: {name}</source>
        <translation>Groupe&#x202f;: {name}</translation>
    </message>
    <message>
        <source>another</source>
        <translation>autre</translation>
    </message>
    <message>
        <source>Program {number}</source>
        <translation>Programme {number}</translation>
    </message>
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
    <name>CodePad</name>
    <message>
        <source>Erase</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
</context>
<context>
    <name>CodeStep</name>
    <message>
        <source>Code from the member’s phone</source>
        <translation>Code reçu par le client</translation>
    </message>
    <message>
        <source>Validation code</source>
        <translation>Code de validation</translation>
    </message>
    <message>
        <source>No code?</source>
        <translation>Pas de code&#x202f;?</translation>
    </message>
    <message>
        <source>Redeem without a code</source>
        <translation>Utiliser sans code</translation>
    </message>
    <message>
        <source>No code on the phone?</source>
        <translation>Pas de code sur le téléphone&#x202f;?</translation>
    </message>
    <message>
        <source>Send code again</source>
        <translation>Renvoyer le code</translation>
    </message>
    <message>
        <source>By e-mail</source>
        <translation>Par e-mail</translation>
    </message>
    <message>
        <source>By card number</source>
        <translation>Par numéro de carte</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>Appel manqué</translation>
    </message>
    <message>
        <source>Redeem</source>
        <translation>Utiliser</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Redeeming…</source>
        <translation>Utilisation en cours…</translation>
    </message>
    <message numerus="yes">
        <source>Redeem {points} points</source>
        <translation>
            <numerusform>Utiliser {points} point</numerusform>
            <numerusform>Utiliser {points} points</numerusform>
        </translation>
    </message>
    <message>
        <source>A missed call</source>
        <translation>Appel manqué</translation>
    </message>
    <message>
        <source>No code needed</source>
        <translation>Pas de code nécessaire</translation>
    </message>
    <message>
        <source>by SMS</source>
        <translation>par SMS</translation>
    </message>
    <message>
        <source>by e-mail</source>
        <translation>par e-mail</translation>
    </message>
    <message>
        <source>by WhatsApp</source>
        <translation>par WhatsApp</translation>
    </message>
    <message>
        <source>by Zalo</source>
        <translation>par Zalo</translation>
    </message>
    <message>
        <source>Send a code instead</source>
        <translation>Envoyer un code</translation>
    </message>
    <message numerus="yes">
        <source>Fewer than {points} points can be redeemed without a code.</source>
        <translation>
            <numerusform>Moins de {points} point peut être utilisé sans code.</numerusform>
            <numerusform>Moins de {points} points peuvent être utilisés sans code.</numerusform>
        </translation>
    </message>
    <message>
        <source>No code has been sent yet.</source>
        <translation>Aucun code n’a encore été envoyé.</translation>
    </message>
    <message>
        <source>Sent {span} ago {by}</source>
        <translation>Envoyé il y a {span} {by}</translation>
    </message>
    <message>
        <source>Sent {span} ago</source>
        <translation>Envoyé il y a {span}</translation>
    </message>
    <message>
        <source>The code has probably expired. Send it again.</source>
        <translation>Le code a sans doute expiré. Renvoyez-le.</translation>
    </message>
    <message>
        <source>{sent} · good until about {time}</source>
        <translation>{sent} · valable jusqu’à {time} environ</translation>
    </message>
    <message>
        <source>Sending code…</source>
        <translation>Envoi du code…</translation>
    </message>
    <message>
        <source>Send code again in {span}</source>
        <translation>Renvoyer dans {span}</translation>
    </message>
</context>
<context>
    <name>ConnectionWords</name>
    <message>
        <source>The address answers in {time} ms</source>
        <translation>L’adresse répond en {time} ms</translation>
    </message>
    <message>
        <source>The service responds and knows this till.</source>
        <translation>Le service répond et connaît cette caisse.</translation>
    </message>
    <message>
        <source>The service does not accept the token that it gave for this key.</source>
        <translation>Le service n’accepte pas le jeton qu’il a donné pour cette clé.</translation>
    </message>
    <message>
        <source>Ask your company’s support whether the key may be used for this till.</source>
        <translation>Demandez à l’assistance de votre entreprise si la clé peut servir pour cette caisse.</translation>
    </message>
    <message>
        <source>The address answers</source>
        <translation>L’adresse répond</translation>
    </message>
    <message>
        <source>The connection is safe</source>
        <translation>La connexion est sûre</translation>
    </message>
    <message>
        <source>The service knows this till, but this computer’s clock says {here}, and the service’s {there}.</source>
        <translation>Le service connaît cette caisse, mais l’horloge de cet ordinateur indique {here}, et celle du service {there}.</translation>
    </message>
    <message>
        <source>The service does not accept this key and secret.</source>
        <translation>Le service n’accepte pas cette clé et ce secret.</translation>
    </message>
    <message>
        <source>Enter both again. Capital letters count.</source>
        <translation>Saisissez à nouveau les deux. Les majuscules comptent.</translation>
    </message>
    <message>
        <source>The service does not accept this name and password.</source>
        <translation>Le service n’accepte pas ce nom et ce mot de passe.</translation>
    </message>
    <message>
        <source>Enter the password again. Capital letters count. Check the name of this till too.</source>
        <translation>Saisissez à nouveau le mot de passe. Les majuscules comptent. Vérifiez aussi le nom de cette caisse.</translation>
    </message>
    <message>
        <source>The service knows this till, but does not let it look up members.</source>
        <translation>Le service connaît cette caisse, mais ne l’autorise pas à chercher des clients.</translation>
    </message>
    <message>
        <source>Ask your company’s support to allow it.</source>
        <translation>Demandez à l’assistance de votre entreprise de l’autoriser.</translation>
    </message>
    <message>
        <source>There is no loyalty service at this address.</source>
        <translation>Il n’y a pas de service de fidélité à cette adresse.</translation>
    </message>
    <message>
        <source>Something else answered, not the loyalty service.</source>
        <translation>Autre chose a répondu, pas le service de fidélité.</translation>
    </message>
    <message>
        <source>It may be a web filter or a sign-in page of this network. Check the address.</source>
        <translation>C’est peut-être un filtre web ou une page de connexion de ce réseau. Vérifiez l’adresse.</translation>
    </message>
    <message>
        <source>No computer has this name.</source>
        <translation>Aucun ordinateur n’a ce nom.</translation>
    </message>
    <message>
        <source>The computer at this address does not accept connections.</source>
        <translation>L’ordinateur à cette adresse n’accepte pas de connexion.</translation>
    </message>
    <message>
        <source>Check the address and its port, and whether this computer is online.</source>
        <translation>Vérifiez l’adresse et son port, et si cet ordinateur est en ligne.</translation>
    </message>
    <message>
        <source>No computer answers at this address.</source>
        <translation>Aucun ordinateur ne répond à cette adresse.</translation>
    </message>
    <message>
        <source>Check the address. A firewall may block it: ask who runs the network.</source>
        <translation>Vérifiez l’adresse. Un pare-feu la bloque peut-être&#x202f;: demandez au responsable du réseau.</translation>
    </message>
    <message>
        <source>The service gave no token, so this till cannot sign in.</source>
        <translation>Le service n’a pas donné de jeton, donc cette caisse ne peut pas s’identifier.</translation>
    </message>
    <message>
        <source>Try again in a minute. If that does not help, check the address.</source>
        <translation>Réessayez dans une minute. Si cela persiste, vérifiez l’adresse.</translation>
    </message>
    <message>
        <source>Check this computer’s date ({date}). If it is right, tell support: the certificate must be renewed.</source>
        <translation>Vérifiez la date de cet ordinateur ({date}). Si elle est juste, prévenez l’assistance&#x202f;: le certificat doit être renouvelé.</translation>
    </message>
    <message>
        <source>Check this computer’s date ({date}). It may be in the past.</source>
        <translation>Vérifiez la date de cet ordinateur ({date}). Elle est peut-être dans le passé.</translation>
    </message>
    <message>
        <source>The certificate belongs to another address.</source>
        <translation>Le certificat appartient à une autre adresse.</translation>
    </message>
    <message>
        <source>This computer does not trust the certificate of this address.</source>
        <translation>Cet ordinateur ne fait pas confiance au certificat de cette adresse.</translation>
    </message>
    <message>
        <source>If your network inspects secure traffic, its certificate must be installed here.</source>
        <translation>Si votre réseau inspecte le trafic sécurisé, son certificat doit être installé ici.</translation>
    </message>
    <message>
        <source>The certificate of this address cannot be accepted.</source>
        <translation>Le certificat de cette adresse ne peut pas être accepté.</translation>
    </message>
    <message>
        <source>The address answers, but not with a safe connection.</source>
        <translation>L’adresse répond, mais pas par une connexion sûre.</translation>
    </message>
    <message>
        <source>Check the address and its port.</source>
        <translation>Vérifiez l’adresse et son port.</translation>
    </message>
    <message>
        <source>The proxy of this network does not let the till through.</source>
        <translation>Le proxy de ce réseau ne laisse pas passer la caisse.</translation>
    </message>
    <message>
        <source>Check this computer’s date, time and time zone.</source>
        <translation>Vérifiez la date, l’heure et le fuseau horaire de cet ordinateur.</translation>
    </message>
    <message>
        <source>The proxy of this network does not accept the till’s login.</source>
        <translation>Le proxy de ce réseau n’accepte pas l’identifiant de la caisse.</translation>
    </message>
    <message>
        <source>Check the name and the password for the proxy.</source>
        <translation>Vérifiez le nom et le mot de passe pour le proxy.</translation>
    </message>
    <message>
        <source>Ask who runs the network to allow this address.</source>
        <translation>Demandez au responsable du réseau d’autoriser cette adresse.</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>Le test a été arrêté.</translation>
    </message>
    <message>
        <source>The certificate of this address has expired.</source>
        <translation>Le certificat de cette adresse a expiré.</translation>
    </message>
    <message>
        <source>The certificate of this address is not valid yet.</source>
        <translation>Le certificat de cette adresse n’est pas encore valable.</translation>
    </message>
    <message>
        <source>The address offers only old connections that are not safe any more.</source>
        <translation>L’adresse n’offre que d’anciennes connexions qui ne sont plus sûres.</translation>
    </message>
    <message>
        <source>The service must offer TLS 1.2 or newer: tell its support.</source>
        <translation>Le service doit offrir TLS 1.2 ou plus récent&#x202f;: prévenez son assistance.</translation>
    </message>
    <message>
        <source>The file of certificates cannot be used.</source>
        <translation>Le fichier de certificats est inutilisable.</translation>
    </message>
    <message>
        <source>It must exist, be readable, and have certificates in PEM form.</source>
        <translation>Il doit exister, être lisible et contenir des certificats au format PEM.</translation>
    </message>
    <message>
        <source>Check the spelling of the address.</source>
        <translation>Vérifiez l’orthographe de l’adresse.</translation>
    </message>
</context>
<context>
    <name>Controller</name>
    <message>
        <source>This bill came from the POS. Press F4 again to cancel it and go back to the POS.</source>
        <translation>Ce ticket vient du logiciel de caisse. Appuyez encore sur F4 pour l’annuler et y revenir.</translation>
    </message>
    <message>
        <source>The POS no longer needs bill {bill}.</source>
        <translation>Le logiciel de caisse n’a plus besoin du ticket {bill}.</translation>
    </message>
    <message>
        <source>The POS no longer needs this bill.</source>
        <translation>Le logiciel de caisse n’a plus besoin de ce ticket.</translation>
    </message>
</context>
<context>
    <name>CounterCalls</name>
    <message>
        <source>This takes longer than usual. Please wait until the till says whether the points were redeemed.</source>
        <translation>Cela prend plus de temps que d’habitude. Patientez jusqu’à ce que la caisse indique si les points ont été utilisés.</translation>
    </message>
    <message>
        <source>The service is slow. Please wait: the till is finding out whether the points were redeemed.</source>
        <translation>Le service est lent. Patientez&#x202f;: la caisse vérifie si les points ont été utilisés.</translation>
    </message>
    <message>
        <source>The service is slow. Wait a little longer, or press Esc to go back.</source>
        <translation>Le service est lent. Attendez encore un peu, ou appuyez sur Échap pour revenir.</translation>
    </message>
</context>
<context>
    <name>CounterPage</name>
    <message>
        <source>The member has entered the code.</source>
        <translation>Le client a saisi le code.</translation>
    </message>
</context>
<context>
    <name>CustomFieldsForm</name>
    <message>
        <source>{field} (required)</source>
        <translation>{field} (obligatoire)</translation>
    </message>
</context>
<context>
    <name>CustomerWindow</name>
    <message>
        <source>Points Till: for the customer</source>
        <translation>Points Till&#x202f;: pour le client</translation>
    </message>
    <message>
        <source>Enter your code</source>
        <translation>Saisissez votre code</translation>
    </message>
    <message>
        <source>Your code, please</source>
        <translation>Votre code, s’il vous plaît</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
    <message>
        <source>Hello, {name}</source>
        <translation>Bonjour, {name}</translation>
    </message>
    <message>
        <source>{name}, you have</source>
        <translation>{name}, vous avez</translation>
    </message>
    <message>
        <source>You have</source>
        <translation>Vous avez</translation>
    </message>
    <message>
        <source>{name}, you are using</source>
        <translation>{name}, vous utilisez</translation>
    </message>
    <message>
        <source>You are using</source>
        <translation>Vous utilisez</translation>
    </message>
    <message>
        <source>{value} off your bill</source>
        <translation>{value} de moins sur votre ticket</translation>
    </message>
    <message>
        <source>Your points now</source>
        <translation>Vos points actuels</translation>
    </message>
    <message>
        <source>You keep</source>
        <translation>Il vous reste</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Merci</translation>
    </message>
    <message>
        <source>Points used</source>
        <translation>Points utilisés</translation>
    </message>
    <message>
        <source>Your points were not used</source>
        <translation>Vos points n’ont pas été utilisés</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>Un instant, s’il vous plaît</translation>
    </message>
    <message>
        <source>We are checking whether your points were used.</source>
        <translation>Nous vérifions si vos points ont été utilisés.</translation>
    </message>
    <message>
        <source>That code was not accepted. Please try again.</source>
        <translation>Ce code n’a pas été accepté. Veuillez réessayer.</translation>
    </message>
    <message>
        <source>Sent to your phone ending in {digits}</source>
        <translation>Envoyé à votre téléphone se terminant par {digits}</translation>
    </message>
    <message>
        <source>Tell the cashier the code that was sent to your phone ending in {digits}</source>
        <translation>Dites au caissier le code envoyé à votre téléphone se terminant par {digits}</translation>
    </message>
    <message>
        <source>We have sent you a code</source>
        <translation>Nous vous avons envoyé un code</translation>
    </message>
    <message>
        <source>Tell the cashier the code you received</source>
        <translation>Dites au caissier le code que vous avez reçu</translation>
    </message>
    <message>
        <source>{sent} · good until about {time}</source>
        <translation>{sent} · valable jusqu’à {time} environ</translation>
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
    <name>DayFigures</name>
    <message>
        <source>Count</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>Utilisés</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Rendus</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Net</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Non confirmés</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusés</translation>
    </message>
    <message numerus="yes">
        <source>%Ln redemption(s)</source>
        <translation>
            <numerusform>%Ln utilisation</numerusform>
            <numerusform>%Ln utilisations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s)</source>
        <translation>
            <numerusform>%Ln fois</numerusform>
            <numerusform>%Ln fois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} point</numerusform>
            <numerusform>{points} points</numerusform>
        </translation>
    </message>
    <message>
        <source>By cashier</source>
        <translation>Par caissier</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Sans nom</translation>
    </message>
    <message>
        <source>By program</source>
        <translation>Par programme</translation>
    </message>
    <message>
        <source>Default program</source>
        <translation>Programme par défaut</translation>
    </message>
    <message numerus="yes">
        <source>{points} points given back</source>
        <translation>
            <numerusform>{points} point rendu</numerusform>
            <numerusform>{points} points rendus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayPage</name>
    <message>
        <source>End of day</source>
        <translation>Fin de journée</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Back to History</source>
        <translation>Retour à l’historique</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Clôturée</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>Clôturer la journée</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Pas encore</translation>
    </message>
    <message>
        <source>Closing the day…</source>
        <translation>Clôture de la journée…</translation>
    </message>
    <message>
        <source>Close {day}? It cannot be opened again. What is settled later is in the next day’s report.</source>
        <translation>Clôturer le {day}&#x202f;? Cette journée ne pourra pas être rouverte. Ce qui est réglé plus tard figure dans le rapport du lendemain.</translation>
    </message>
    <message>
        <source>Closed by {cashier} on {time}</source>
        <translation>Clôturée par {cashier} le {time}</translation>
    </message>
    <message>
        <source>Closed on {time}</source>
        <translation>Clôturée le {time}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
</context>
<context>
    <name>DaySide</name>
    <message>
        <source>Compare with the service</source>
        <translation>Comparer au service</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Empreinte</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Comparing, {asked} of {lists}…</source>
        <translation>Comparaison, {asked} sur {lists}…</translation>
    </message>
    <message>
        <source>Journal: nothing on this day</source>
        <translation>Journal&#x202f;: rien ce jour-là</translation>
    </message>
    <message>
        <source>Journal {first} to {last}</source>
        <translation>Journal {first} à {last}</translation>
    </message>
    <message>
        <source>Head {head}</source>
        <translation>Empreinte {head}</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Rien n’est en suspens</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known yet</source>
        <translation>
            <numerusform>%Ln non confirmée</numerusform>
            <numerusform>%Ln non confirmées</numerusform>
        </translation>
    </message>
    <message>
        <source>The till keeps asking. The next day’s report names the outcome.</source>
        <translation>La caisse continue de vérifier. Le rapport du lendemain indiquera le résultat.</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>Utilisés</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusés</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Non confirmés</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Rendus</translation>
    </message>
    <message>
        <source>The service has no redemption of this day either</source>
        <translation>Le service n’a pas non plus d’utilisation pour ce jour</translation>
    </message>
    <message>
        <source>Not given back</source>
        <translation>Non rendus</translation>
    </message>
    <message>
        <source>The figures include this. A report that was printed at the closing does not.</source>
        <translation>Les chiffres en tiennent compte. Un rapport imprimé à la clôture, non.</translation>
    </message>
    <message>
        <source>Since it was closed</source>
        <translation>Depuis la clôture</translation>
    </message>
    <message>
        <source>Settled since, of other days</source>
        <translation>Réglés depuis, d’autres jours</translation>
    </message>
    <message>
        <source>Compared at {time}</source>
        <translation>Comparé à {time}</translation>
    </message>
    <message>
        <source>The service has no list of the store, so only members were compared.</source>
        <translation>Le service n’a pas de liste du magasin&#x202f;: seuls les clients ont été comparés.</translation>
    </message>
    <message>
        <source>Points given back of an earlier redemption are compared with the day of that redemption.</source>
        <translation>Les points rendus d’une utilisation antérieure sont comparés au jour de cette utilisation.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln redemption(s) could not be compared. Try again later.</source>
        <translation>
            <numerusform>%Ln utilisation n’a pas pu être comparée. Réessayez plus tard.</numerusform>
            <numerusform>%Ln utilisations n’ont pas pu être comparées. Réessayez plus tard.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln agree with the service</source>
        <translation>
            <numerusform>%Ln concorde avec le service</numerusform>
            <numerusform>Les %Ln concordent avec le service</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s) from the service</source>
        <translation>
            <numerusform>%Ln différence avec le service</numerusform>
            <numerusform>%Ln différences avec le service</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything could be compared</source>
        <translation>Tout n’a pas pu être comparé</translation>
    </message>
    <message>
        <source>{name}: redeemed at the service, {service} points. This till does not know it yet.</source>
        <translation>{name}&#x202f;: {service} points utilisés d’après le service. Cette caisse ne le sait pas encore.</translation>
    </message>
    <message>
        <source>{name}: the service has redeemed {service} points, and this till has not.</source>
        <translation>{name}&#x202f;: {service} points utilisés d’après le service, mais pas d’après cette caisse.</translation>
    </message>
    <message>
        <source>{name}: the service has {service} points of this till that its record does not know.</source>
        <translation>{name}&#x202f;: le service a {service} points de cette caisse qui ne sont pas dans son journal.</translation>
    </message>
    <message>
        <source>{name}: this till redeemed {mine} points, and the service does not show it.</source>
        <translation>{name}&#x202f;: {mine} points utilisés d’après cette caisse, mais le service ne le montre pas.</translation>
    </message>
    <message>
        <source>{name}: {mine} points here, {service} at the service.</source>
        <translation>{name}&#x202f;: {mine} points ici, {service} au service.</translation>
    </message>
    <message>
        <source>{name}: only one of the two says that its points were given back.</source>
        <translation>{name}&#x202f;: un seul des deux dit que ses points ont été rendus.</translation>
    </message>
    <message>
        <source>{name}: {mine} points given back here, {service} at the service.</source>
        <translation>{name}&#x202f;: {mine} points rendus ici, {service} au service.</translation>
    </message>
    <message>
        <source>{name}: the store’s list shows {service} points that are not known here.</source>
        <translation>{name}&#x202f;: la liste du magasin montre {service} points inconnus ici.</translation>
    </message>
    <message>
        <source>Giving back</source>
        <translation>Restitution en cours</translation>
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
    <message>
        <source>Enter the amount of money.</source>
        <translation>Saisissez le montant.</translation>
    </message>
    <message>
        <source>Enter the bill number.</source>
        <translation>Saisissez le numéro de ticket.</translation>
    </message>
    <message>
        <source>The note is too long. Make it shorter.</source>
        <translation>La note est trop longue. Raccourcissez-la.</translation>
    </message>
    <message numerus="yes">
        <source>The POS allows up to {points} points. Enter no more than that.</source>
        <translation>
            <numerusform>Le logiciel de caisse autorise jusqu’à {points} point. N’en saisissez pas plus.</numerusform>
            <numerusform>Le logiciel de caisse autorise jusqu’à {points} points. N’en saisissez pas plus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The group has {points} points. Enter no more than that.</source>
        <translation>
            <numerusform>Le groupe a {points} point. N’en saisissez pas plus.</numerusform>
            <numerusform>Le groupe a {points} points. N’en saisissez pas plus.</numerusform>
        </translation>
    </message>
    <message>
        <source>The member has no points to redeem.</source>
        <translation>Le client n’a pas de points à utiliser.</translation>
    </message>
    <message numerus="yes">
        <source>The member has {points} points. Enter no more than that.</source>
        <translation>
            <numerusform>Le client a {points} point. N’en saisissez pas plus.</numerusform>
            <numerusform>Le client a {points} points. N’en saisissez pas plus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fill in “{field}”.</source>
        <translation>Remplissez «&#x202f;{field}&#x202f;».</translation>
    </message>
    <message>
        <source>“{field}” must be a number.</source>
        <translation>«&#x202f;{field}&#x202f;» accepte seulement un nombre.</translation>
    </message>
    <message>
        <source>Choose an entry for “{field}”.</source>
        <translation>Choisissez une option de «&#x202f;{field}&#x202f;».</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
</context>
<context>
    <name>FactList</name>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>For support: {number}</source>
        <translation>Assistance&#x202f;: {number}</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>That is the number of a receipt. Open History and scan it there to give points back.</source>
        <translation>C’est le numéro d’un reçu. Ouvrez l’historique et scannez-le là pour rendre des points.</translation>
    </message>
    <message>
        <source>If it is not a card number, choose below what it is.</source>
        <translation>Si ce n’est pas un numéro de carte, choisissez plus bas ce que c’est.</translation>
    </message>
    <message>
        <source>If it is not an e-mail address, choose below what it is.</source>
        <translation>Si ce n’est pas une adresse e-mail, choisissez plus bas ce que c’est.</translation>
    </message>
    <message>
        <source>If it is not a customer number, choose below what it is.</source>
        <translation>Si ce n’est pas un numéro client, choisissez plus bas ce que c’est.</translation>
    </message>
    <message>
        <source>If it is not a mobile number, choose below what it is.</source>
        <translation>Si ce n’est pas un numéro de mobile, choisissez plus bas ce que c’est.</translation>
    </message>
    <message>
        <source>The service is very busy. The till looks again by itself. Press Esc to stop.</source>
        <translation>Le service est très occupé. La caisse réessaiera toute seule. Appuyez sur Échap pour arrêter.</translation>
    </message>
    <message>
        <source>This member</source>
        <translation>Ce client</translation>
    </message>
    <message>
        <source>{name} has no points to redeem.</source>
        <translation>{name} n’a pas de points à utiliser.</translation>
    </message>
    <message>
        <source>Finish the sale without points.</source>
        <translation>Terminez la vente sans points.</translation>
    </message>
    <message>
        <source>The service was very busy. The till waited until it answered.</source>
        <translation>Le service était très occupé. La caisse a attendu sa réponse.</translation>
    </message>
    <message>
        <source>This number’s account was merged into that of {number}. Points are redeemed there. Check the name with the member.</source>
        <translation>Le compte de ce numéro a été réuni avec le compte {number}. Les points s’y utilisent. Vérifiez le nom avec le client.</translation>
    </message>
    <message>
        <source>another</source>
        <translation>d’un autre numéro</translation>
    </message>
</context>
<context>
    <name>GiveBackController</name>
    <message>
        <source>Item returned</source>
        <translation>Article retourné</translation>
    </message>
    <message>
        <source>Sale cancelled</source>
        <translation>Vente annulée</translation>
    </message>
    <message>
        <source>Wrong member</source>
        <translation>Erreur de client</translation>
    </message>
    <message numerus="yes">
        <source>Only {points} points can be given back.</source>
        <translation>
            <numerusform>Seul {points} point peut être rendu.</numerusform>
            <numerusform>Seuls {points} points peuvent être rendus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter why the points are given back.</source>
        <translation>Indiquez pourquoi les points sont rendus.</translation>
    </message>
    <message>
        <source>Enter the supervisor’s PIN.</source>
        <translation>Saisissez le PIN du responsable.</translation>
    </message>
    <message numerus="yes">
        <source>{points} points of this redemption were already given back, but not at this till. Go on only if the customer returns something else now.</source>
        <translation>
            <numerusform>{points} point de cette utilisation a déjà été rendu, mais pas à cette caisse. Continuez seulement si le client rapporte maintenant autre chose.</numerusform>
            <numerusform>{points} points de cette utilisation ont déjà été rendus, mais pas à cette caisse. Continuez seulement si le client rapporte maintenant autre chose.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points of this redemption were already given back at {at} by {cashier}. Go on only if the customer returns something else now.</source>
        <translation>
            <numerusform>{points} point de cette utilisation a déjà été rendu à {at} par {cashier}. Continuez seulement si le client rapporte maintenant autre chose.</numerusform>
            <numerusform>{points} points de cette utilisation ont déjà été rendus à {at} par {cashier}. Continuez seulement si le client rapporte maintenant autre chose.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points of this redemption were already given back at {at}. Go on only if the customer returns something else now.</source>
        <translation>
            <numerusform>{points} point de cette utilisation a déjà été rendu à {at}. Continuez seulement si le client rapporte maintenant autre chose.</numerusform>
            <numerusform>{points} points de cette utilisation ont déjà été rendus à {at}. Continuez seulement si le client rapporte maintenant autre chose.</numerusform>
        </translation>
    </message>
    <message>
        <source>{who}: {news}</source>
        <comment>the outcome for a bill or a mobile number</comment>
        <translation>{who}&#x202f;: {news}</translation>
    </message>
    <message>
        <source>Enter how many points are given back.</source>
        <translation>Indiquez combien de points sont rendus.</translation>
    </message>
    <message>
        <source>That PIN is wrong. No points were given back.</source>
        <translation>Ce PIN est incorrect. Aucun point n’a été rendu.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. No points were given back. Try again in 15 minutes.</source>
        <translation>Trop de PIN incorrects. Aucun point n’a été rendu. Réessayez dans 15 minutes.</translation>
    </message>
    <message>
        <source>A supervisor’s PIN cannot be checked here. No points were given back. Tell support.</source>
        <translation>Le PIN d’un responsable ne peut pas être vérifié ici. Aucun point n’a été rendu. Prévenez l’assistance.</translation>
    </message>
</context>
<context>
    <name>GiveBackPage</name>
    <message>
        <source>Give points back</source>
        <translation>Rendre des points</translation>
    </message>
    <message>
        <source>Back to History</source>
        <translation>Retour à l’historique</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Points to give back</source>
        <translation>Points à rendre</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Supervisor PIN</source>
        <translation>PIN du responsable</translation>
    </message>
    <message>
        <source>Expired points do not come back. The receipt shows how many.</source>
        <translation>Les points expirés ne reviennent pas. Le reçu indique combien.</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Rendre</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Points given back</source>
        <translation>Points rendus</translation>
    </message>
    <message>
        <source>Expired, not given back</source>
        <translation>Expirés, non rendus</translation>
    </message>
    <message>
        <source>Updated balance</source>
        <translation>Nouveau solde</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>Imprimer le reçu</translation>
    </message>
    <message>
        <source>Save receipt</source>
        <translation>Enregistrer le reçu</translation>
    </message>
    <message>
        <source>Back to POS</source>
        <translation>Retour à la caisse</translation>
    </message>
    <message numerus="yes">
        <source>Give back {points} points again</source>
        <translation>
            <numerusform>Rendre à nouveau {points} point</numerusform>
            <numerusform>Rendre à nouveau {points} points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} point</numerusform>
            <numerusform>{points} points</numerusform>
        </translation>
    </message>
    <message>
        <source>All {points}</source>
        <translation>Tous&#x202f;: {points}</translation>
    </message>
    <message numerus="yes">
        <source>Give back {points} points</source>
        <translation>
            <numerusform>Rendre {points} point</numerusform>
            <numerusform>Rendre {points} points</numerusform>
        </translation>
    </message>
    <message>
        <source>Giving points back…</source>
        <translation>Restitution des points…</translation>
    </message>
    <message>
        <source>Asking the service…</source>
        <translation>Demande au service…</translation>
    </message>
</context>
<context>
    <name>GivenBackRow</name>
    <message numerus="yes">
        <source>{points} points given back</source>
        <translation>
            <numerusform>{points} point rendu</numerusform>
            <numerusform>{points} points rendus</numerusform>
        </translation>
    </message>
    <message>
        <source>Print receipt for {given_back}</source>
        <translation>Imprimer le reçu&#x202f;: {given_back}</translation>
    </message>
    <message>
        <source>Save receipt for {given_back}</source>
        <translation>Enregistrer le reçu&#x202f;: {given_back}</translation>
    </message>
</context>
<context>
    <name>GroupPanel</name>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Find group by</source>
        <translation>Chercher le groupe par</translation>
    </message>
    <message>
        <source>Number or name</source>
        <translation>Numéro ou nom</translation>
    </message>
    <message>
        <source>Kind of identifier</source>
        <translation>Type d’identifiant</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Account of the source</source>
        <translation>Compte de la source</translation>
    </message>
    <message>
        <source>Group number</source>
        <translation>Numéro de groupe</translation>
    </message>
    <message>
        <source>Group number in another system</source>
        <translation>N° de groupe d’un autre système</translation>
    </message>
    <message>
        <source>Main member’s user number</source>
        <translation>N° d’utilisateur du titulaire</translation>
    </message>
    <message>
        <source>Main member’s mobile, e-mail or card</source>
        <translation>Mobile, e-mail ou carte du titulaire</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>Numéro de mobile</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>Numéro de carte</translation>
    </message>
    <message>
        <source>Card number in another system</source>
        <translation>N° de carte d’un autre système</translation>
    </message>
    <message>
        <source>User number</source>
        <translation>Numéro d’utilisateur</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Pas nécessaire</translation>
    </message>
    <message>
        <source>Whose points?</source>
        <translation>Les points de qui&#x202f;?</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Use this group</source>
        <translation>Choisir ce groupe</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Another group</source>
        <translation>Autre groupe</translation>
    </message>
    <message>
        <source>The member’s own points</source>
        <translation>Les points du client lui-même</translation>
    </message>
    <message numerus="yes">
        <source>{group} · {points} points</source>
        <translation>
            <numerusform>{group} · {points} point</numerusform>
            <numerusform>{group} · {points} points</numerusform>
        </translation>
    </message>
    <message>
        <source>Use the member’s own points</source>
        <translation>Choisir les points du client</translation>
    </message>
    <message>
        <source>Type the group’s number or name.</source>
        <translation>Saisissez le numéro ou le nom du groupe.</translation>
    </message>
    <message>
        <source>With a source, also enter the main member’s identifier.</source>
        <translation>Avec une source, indiquez aussi l’identifiant du titulaire.</translation>
    </message>
    <message>
        <source>With an account, also choose its source.</source>
        <translation>Avec un compte, indiquez aussi sa source.</translation>
    </message>
    <message>
        <source>Choose what kind of identifier this is.</source>
        <translation>Choisissez le type d’identifiant.</translation>
    </message>
    <message>
        <source>This source has several accounts. Type which one.</source>
        <translation>Cette source a plusieurs comptes. Saisissez lequel.</translation>
    </message>
</context>
<context>
    <name>HandOverBanner</name>
    <message>
        <source>Cancel, back to POS</source>
        <translation>Annuler, retour à la caisse</translation>
    </message>
    <message>
        <source>bill {bill}</source>
        <translation>ticket {bill}</translation>
    </message>
    <message>
        <source>{money} to pay</source>
        <translation>{money} à payer</translation>
    </message>
    <message numerus="yes">
        <source>up to {points} points</source>
        <translation>
            <numerusform>jusqu’à {points} point</numerusform>
            <numerusform>jusqu’à {points} points</numerusform>
        </translation>
    </message>
    <message>
        <source>From the POS</source>
        <translation>Du logiciel de caisse</translation>
    </message>
    <message>
        <source>From the POS: {facts}</source>
        <translation>Transmis&#x202f;: {facts}</translation>
    </message>
</context>
<context>
    <name>HandOvers</name>
    <message>
        <source>This bill has been handed over already.</source>
        <translation>Ce ticket a déjà été transmis.</translation>
    </message>
    <message>
        <source>Too many bills are waiting. The newest one was not accepted: hand it over again later.</source>
        <translation>Trop de tickets attendent. Le dernier n’a pas été accepté&#x202f;: transmettez-le de nouveau plus tard.</translation>
    </message>
</context>
<context>
    <name>HeldWords</name>
    <message numerus="yes">
        <source>Bill {bill} is held: it is not known yet whether {points} points were redeemed for it at {at}. Wait until the till has found out.</source>
        <translation>
            <numerusform>Le ticket {bill} est bloqué&#x202f;: on ne sait pas encore si {points} point y a été utilisé à {at}. Attendez que la caisse le sache.</numerusform>
            <numerusform>Le ticket {bill} est bloqué&#x202f;: on ne sait pas encore si {points} points y ont été utilisés à {at}. Attendez que la caisse le sache.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For this member it is not known yet whether {points} points were redeemed at {at}. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>On ne sait pas encore si {points} point de ce client a été utilisé à {at}. Continuez seulement si c’est un autre achat.</numerusform>
            <numerusform>On ne sait pas encore si {points} points de ce client ont été utilisés à {at}. Continuez seulement si c’est un autre achat.</numerusform>
        </translation>
    </message>
    <message>
        <source>The service cannot show yet whether an earlier try went through. Try again in a moment. Do not take the points off the bill yet.</source>
        <translation>Le service ne peut pas encore dire si un essai précédent a abouti. Réessayez dans un instant. Ne déduisez pas encore les points du ticket.</translation>
    </message>
    <message numerus="yes">
        <source>Another till sent these {points} points at {at}, and this till cannot tell whether they were taken. Ask support first. Redeem anyway only if support says so.</source>
        <translation>
            <numerusform>Une autre caisse a envoyé ce {points} point à {at}, et cette caisse ne peut pas savoir s’il a été retiré. Demandez d’abord à l’assistance. Continuez seulement si elle le dit.</numerusform>
            <numerusform>Une autre caisse a envoyé ces {points} points à {at}, et cette caisse ne peut pas savoir s’ils ont été retirés. Demandez d’abord à l’assistance. Continuez seulement si elle le dit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were already redeemed for this member at {at}. Redeem anyway only if you want to take them a second time.</source>
        <translation>
            <numerusform>{points} point a déjà été utilisé pour ce client à {at}. Continuez seulement s’il faut en retirer une deuxième fois.</numerusform>
            <numerusform>{points} points ont déjà été utilisés pour ce client à {at}. Continuez seulement s’il faut en retirer une deuxième fois.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{so_far} points were redeemed on bill {bill} so far, in %Ln redemption(s). Redeem anyway only if you want to take more points for this bill.</source>
        <translation>
            <numerusform>{so_far} points ont été utilisés jusqu’ici sur le ticket {bill}, en %Ln fois. Continuez seulement s’il faut en retirer d’autres pour ce ticket.</numerusform>
            <numerusform>{so_far} points ont été utilisés jusqu’ici sur le ticket {bill}, en %Ln fois. Continuez seulement s’il faut en retirer d’autres pour ce ticket.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were already redeemed for bill {bill} at {at}. Redeem anyway only if you want to take them a second time.</source>
        <translation>
            <numerusform>{points} point a déjà été utilisé sur le ticket {bill} à {at}. Continuez seulement s’il faut en retirer une deuxième fois.</numerusform>
            <numerusform>{points} points ont déjà été utilisés sur le ticket {bill} à {at}. Continuez seulement s’il faut en retirer une deuxième fois.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were redeemed for this member at {at}, and the till found out only later. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>{points} point de ce client a été utilisé à {at}, et la caisse ne l’a su que plus tard. Continuez seulement si c’est un autre achat.</numerusform>
            <numerusform>{points} points de ce client ont été utilisés à {at}, et la caisse ne l’a su que plus tard. Continuez seulement si c’est un autre achat.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points on bill {bill}, and it is not certain that they were not taken. Redeem anyway only if the bill needs other points now.</source>
        <translation>
            <numerusform>À {at}, la caisse a essayé d’utiliser {points} point sur le ticket {bill}, et il n’est pas certain qu’il n’ait pas été retiré. Continuez seulement s’il faut maintenant un autre nombre de points sur ce ticket.</numerusform>
            <numerusform>À {at}, la caisse a essayé d’utiliser {points} points sur le ticket {bill}, et il n’est pas certain qu’ils n’aient pas été retirés. Continuez seulement s’il faut maintenant un autre nombre de points sur ce ticket.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points for this member without a bill number. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>À {at}, la caisse a essayé d’utiliser {points} point de ce client sans numéro de ticket. Continuez seulement si c’est un autre achat.</numerusform>
            <numerusform>À {at}, la caisse a essayé d’utiliser {points} points de ce client sans numéro de ticket. Continuez seulement si c’est un autre achat.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points for this member on bill {bill}. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>À {at}, la caisse a essayé d’utiliser {points} point de ce client sur le ticket {bill}. Continuez seulement si c’est un autre achat.</numerusform>
            <numerusform>À {at}, la caisse a essayé d’utiliser {points} points de ce client sur le ticket {bill}. Continuez seulement si c’est un autre achat.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points for this member on bill {bill}, which is spelt almost like this one. Redeem anyway only if this is another bill.</source>
        <translation>
            <numerusform>À {at}, la caisse a essayé d’utiliser {points} point de ce client sur le ticket {bill}, dont le numéro est presque le même. Continuez seulement si c’est un autre ticket.</numerusform>
            <numerusform>À {at}, la caisse a essayé d’utiliser {points} points de ce client sur le ticket {bill}, dont le numéro est presque le même. Continuez seulement si c’est un autre ticket.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryDetail</name>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>Imprimer le reçu</translation>
    </message>
    <message>
        <source>Save receipt</source>
        <translation>Enregistrer le reçu</translation>
    </message>
    <message>
        <source>Give points back</source>
        <translation>Rendre des points</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Caissier</translation>
    </message>
    <message>
        <source>Redemption</source>
        <translation>Utilisation</translation>
    </message>
    <message>
        <source>Reference {reference}</source>
        <translation>Référence {reference}</translation>
    </message>
    <message>
        <source>Request {request}</source>
        <translation>Requête {request}</translation>
    </message>
    <message>
        <source>Not known yet whether the points were redeemed. The till keeps asking.</source>
        <translation>On ne sait pas encore si les points ont été utilisés. La caisse continue de vérifier.</translation>
    </message>
    <message>
        <source>The till looked several times and did not find it. No points were taken.</source>
        <translation>La caisse a cherché plusieurs fois sans rien trouver. Aucun point n’a été retiré.</translation>
    </message>
    <message>
        <source>The points have been given back since.</source>
        <translation>Les points ont été rendus depuis.</translation>
    </message>
    <message>
        <source>Found late: it was recorded as not redeemed.</source>
        <translation>Trouvée tard&#x202f;: elle était notée comme non effectuée.</translation>
    </message>
    <message numerus="yes">
        <source>{points} points have been given back since.</source>
        <translation>
            <numerusform>{points} point a été rendu depuis.</numerusform>
            <numerusform>{points} points ont été rendus depuis.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Not known yet</source>
        <translation>Non confirmé</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>End of day</source>
        <translation>Fin de journée</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>Mobile, bill, receipt number or day</source>
        <translation>Mobile, ticket, numéro de reçu ou jour</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Last seven days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>Utilisé</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Not redeemed</source>
        <translation>Non utilisé</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Caissier</translation>
    </message>
    <message>
        <source>Saving the list…</source>
        <translation>Enregistrement de la liste…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln redemption(s)</source>
        <translation>
            <numerusform>%Ln utilisation</numerusform>
            <numerusform>%Ln utilisations</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} saved as {path}</source>
        <translation>Enregistré sous {path}&#x202f;: {count}</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Rendu</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Aucun résultat.</translation>
    </message>
    <message numerus="yes">
        <source>Today: %Ln redemption(s)</source>
        <translation>
            <numerusform>Aujourd’hui&#x202f;: %Ln utilisation</numerusform>
            <numerusform>Aujourd’hui&#x202f;: %Ln utilisations</numerusform>
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
            <numerusform>{points} point rendu</numerusform>
            <numerusform>{points} points rendus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known yet</source>
        <translation>
            <numerusform>%Ln non confirmée</numerusform>
            <numerusform>%Ln non confirmées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryTable</name>
    <message>
        <source>Redemptions</source>
        <translation>Utilisations</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>LessonsPanel</name>
    <message>
        <source>Five short lessons</source>
        <translation>Cinq courtes leçons</translation>
    </message>
    <message>
        <source>You can do this.</source>
        <translation>Vous savez le faire.</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Leçon</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>Leçon suivante</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>Toutes les leçons</translation>
    </message>
</context>
<context>
    <name>LocalInterface</name>
    <message>
        <source>The POS cannot reach this till through port {port}, maybe because another program uses it. You can redeem as usual. Tell support.</source>
        <translation>Le logiciel de caisse ne peut pas joindre cette caisse par le port {port}, peut-être parce qu’un autre programme l’utilise. Vous pouvez utiliser des points comme d’habitude. Prévenez l’assistance.</translation>
    </message>
</context>
<context>
    <name>MemberStep</name>
    <message>
        <source>Who is redeeming?</source>
        <translation>Qui utilise ses points&#x202f;?</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Change member</source>
        <translation>Changer de client</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>Numéro de mobile</translation>
    </message>
    <message>
        <source>Find member</source>
        <translation>Trouver le client</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Find by</source>
        <translation>Chercher par</translation>
    </message>
    <message>
        <source>Next: points, then the code</source>
        <translation>Ensuite&#x202f;: les points, puis le code</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Available points</source>
        <translation>Points disponibles</translation>
    </message>
    <message>
        <source>Looking again in {span}</source>
        <translation>Nouvel essai dans {span}</translation>
    </message>
    <message>
        <source>Looking for the member…</source>
        <translation>Recherche du client…</translation>
    </message>
    <message>
        <source>No name given</source>
        <translation>Sans nom</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
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
            <numerusform>{points} point dans le groupe</numerusform>
            <numerusform>{points} points dans le groupe</numerusform>
        </translation>
    </message>
    <message>
        <source>Group points {points}</source>
        <translation>Points du groupe&#x202f;: {points}</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>Numéro de carte</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>Numéro client</translation>
    </message>
    <message>
        <source>{number} looks unusual. Check it with the member.</source>
        <translation>Le numéro {number} semble inhabituel. Vérifiez-le avec le client.</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>For support: {number}</source>
        <translation>Assistance&#x202f;: {number}</translation>
    </message>
    <message>
        <source>For support: {number} · request {request}</source>
        <translation>Assistance&#x202f;: {number} · requête {request}</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>A missed call cannot be used here.</source>
        <translation>L’appel manqué n’est pas possible ici.</translation>
    </message>
    <message>
        <source>A receipt was still waiting when the till was closed.</source>
        <translation>Un reçu attendait encore quand la caisse a été fermée.</translation>
    </message>
    <message>
        <source>A security file that is named in Settings cannot be used.</source>
        <translation>Un fichier de sécurité indiqué dans Réglages est inutilisable.</translation>
    </message>
    <message>
        <source>A setting of this till cannot be used.</source>
        <translation>Un réglage de cette caisse est inutilisable.</translation>
    </message>
    <message>
        <source>All points of this redemption have been given back already.</source>
        <translation>Tous les points de cette utilisation ont déjà été rendus.</translation>
    </message>
    <message>
        <source>An earlier redemption went through after all.</source>
        <translation>Une utilisation précédente a finalement abouti.</translation>
    </message>
    <message>
        <source>An earlier redemption went to another service, so this one does not know it.</source>
        <translation>Une utilisation précédente est partie vers un autre service, celui-ci ne la connaît donc pas.</translation>
    </message>
    <message>
        <source>An earlier try to give these points back went through after all.</source>
        <translation>Un essai précédent de rendre ces points a finalement abouti.</translation>
    </message>
    <message>
        <source>Another program is using the till’s record of redemptions.</source>
        <translation>Un autre programme utilise le journal de la caisse.</translation>
    </message>
    <message>
        <source>Ask for the name and choose the right one.</source>
        <translation>Demandez le nom et choisissez le bon client.</translation>
    </message>
    <message>
        <source>Ask support to enter it in Settings.</source>
        <translation>Demandez à l’assistance de le saisir dans Réglages.</translation>
    </message>
    <message>
        <source>Ask the member to call customer care. Finish the sale without points.</source>
        <translation>Demandez au client d’appeler le service clients. Terminez la vente sans points.</translation>
    </message>
    <message>
        <source>Ask the member to call once more and hang up. Then try again.</source>
        <translation>Demandez au client de rappeler et de raccrocher. Puis réessayez.</translation>
    </message>
    <message>
        <source>Ask the member to confirm it with the loyalty program first. Finish the sale without points.</source>
        <translation>Demandez au client de le confirmer d’abord auprès du programme de fidélité. Terminez la vente sans points.</translation>
    </message>
    <message>
        <source>Ask the member to read it again, or send a new code in {seconds} s.</source>
        <translation>Demandez au client de le relire, ou envoyez un nouveau code dans {seconds} s.</translation>
    </message>
    <message>
        <source>Ask the member to read it again, or send a new code.</source>
        <translation>Demandez au client de le relire, ou envoyez un nouveau code.</translation>
    </message>
    <message>
        <source>Ask your supervisor.</source>
        <translation>Demandez à votre responsable.</translation>
    </message>
    <message>
        <source>By this till’s clock, this day has not begun yet.</source>
        <translation>D’après l’horloge de cette caisse, ce jour n’a pas encore commencé.</translation>
    </message>
    <message>
        <source>Cannot open the saved password.</source>
        <translation>Impossible d’ouvrir le mot de passe enregistré.</translation>
    </message>
    <message>
        <source>Check the bill number and enter it again.</source>
        <translation>Vérifiez le numéro de ticket et ressaisissez-le.</translation>
    </message>
    <message>
        <source>Check the bill number, if there is one. Go on only if this is another purchase.</source>
        <translation>Vérifiez le numéro de ticket, s’il y en a un. Continuez seulement si c’est un autre achat.</translation>
    </message>
    <message>
        <source>Check the bill number. Go on only if the member wants to redeem more on the same bill.</source>
        <translation>Vérifiez le numéro de ticket. Continuez seulement si le client veut utiliser d’autres points sur le même ticket.</translation>
    </message>
    <message>
        <source>Check the member’s points first: they may be back already. If not, tell support the number below.</source>
        <translation>Vérifiez d’abord les points du client&#x202f;: ils sont peut-être déjà rendus. Sinon, donnez à l’assistance le numéro affiché.</translation>
    </message>
    <message>
        <source>Check the name or number, or ask your supervisor.</source>
        <translation>Vérifiez le nom ou le numéro, ou demandez à votre responsable.</translation>
    </message>
    <message>
        <source>Check the number with the member and enter it again.</source>
        <translation>Vérifiez le numéro avec le client et ressaisissez-le.</translation>
    </message>
    <message>
        <source>Check the number with the member, then send the code again.</source>
        <translation>Vérifiez le numéro avec le client, puis renvoyez le code.</translation>
    </message>
    <message>
        <source>Check the points and the purchase. Go on only if the member wants these points.</source>
        <translation>Vérifiez les points et l’achat. Continuez seulement si le client veut ces points.</translation>
    </message>
    <message>
        <source>Choose another group, or the member’s own points.</source>
        <translation>Choisissez un autre groupe, ou les points du client lui-même.</translation>
    </message>
    <message>
        <source>Choose another program. If there is none, tell support the number below.</source>
        <translation>Choisissez un autre programme. S’il n’y en a pas, donnez à l’assistance le numéro affiché.</translation>
    </message>
    <message>
        <source>Choose the member’s own points.</source>
        <translation>Choisissez les points du client lui-même.</translation>
    </message>
    <message>
        <source>Close it there, or ask the person who is signed in. Then try again.</source>
        <translation>Fermez-la là-bas, ou demandez à la personne qui y est connectée. Puis réessayez.</translation>
    </message>
    <message>
        <source>Close other windows of this program, then try again.</source>
        <translation>Fermez les autres fenêtres de ce programme, puis réessayez.</translation>
    </message>
    <message>
        <source>Close this program and start it again. If that does not help, redeem at another till and call support.</source>
        <translation>Fermez ce programme et relancez-le. Si cela persiste, passez à une autre caisse et appelez l’assistance.</translation>
    </message>
    <message>
        <source>Do not give them back again. The till keeps asking and will show it here.</source>
        <translation>Ne les rendez pas une nouvelle fois. La caisse continue de vérifier et l’affichera ici.</translation>
    </message>
    <message>
        <source>Do not redeem again for that member. Tell support the number below and the reference.</source>
        <translation>Ne recommencez pas pour ce client. Donnez à l’assistance le numéro affiché et la référence.</translation>
    </message>
    <message>
        <source>Do not redeem again. The till keeps asking and will show the receipt here.</source>
        <translation>Ne recommencez pas. La caisse continue de vérifier et affichera le reçu ici.</translation>
    </message>
    <message>
        <source>Enter a rounder number, such as a multiple of 10, 50 or 100.</source>
        <translation>Saisissez un nombre plus rond, par exemple un multiple de 10, 50 ou 100.</translation>
    </message>
    <message>
        <source>Enter both your number and your name, or choose yourself from the list.</source>
        <translation>Saisissez votre numéro et votre nom, ou choisissez-vous dans la liste.</translation>
    </message>
    <message>
        <source>Enter fewer points.</source>
        <translation>Saisissez moins de points.</translation>
    </message>
    <message>
        <source>Enter it in Settings, or ask support for it.</source>
        <translation>Saisissez-le dans Réglages, ou demandez-le à l’assistance.</translation>
    </message>
    <message>
        <source>Enter more points.</source>
        <translation>Saisissez plus de points.</translation>
    </message>
    <message>
        <source>Enter the points again with fewer digits.</source>
        <translation>Ressaisissez les points avec moins de chiffres.</translation>
    </message>
    <message>
        <source>Enter the points again, more than 0.</source>
        <translation>Ressaisissez les points, plus de 0.</translation>
    </message>
    <message>
        <source>Enter them in Settings, or ask support for them.</source>
        <translation>Saisissez-les dans Réglages, ou demandez-les à l’assistance.</translation>
    </message>
    <message>
        <source>Enter your PIN again.</source>
        <translation>Saisissez à nouveau votre PIN.</translation>
    </message>
    <message>
        <source>Enter your name or number.</source>
        <translation>Saisissez votre nom ou votre numéro.</translation>
    </message>
    <message>
        <source>Enter your own name or number.</source>
        <translation>Saisissez votre propre nom ou numéro.</translation>
    </message>
    <message>
        <source>Finish the sale without points. Tell support the number below.</source>
        <translation>Terminez la vente sans points. Donnez à l’assistance le numéro affiché.</translation>
    </message>
    <message>
        <source>Giving points back is not switched on.</source>
        <translation>La restitution de points n’est pas activée.</translation>
    </message>
    <message>
        <source>Go on only if this is another purchase. If it is the same, wait.</source>
        <translation>Continuez seulement si c’est un autre achat. Si c’est le même, attendez.</translation>
    </message>
    <message>
        <source>It is not clear who signs on.</source>
        <translation>On ne sait pas qui ouvre la session.</translation>
    </message>
    <message>
        <source>It is not known yet whether an earlier redemption of this member went through.</source>
        <translation>On ne sait pas encore si une utilisation précédente de ce client a abouti.</translation>
    </message>
    <message>
        <source>It is not known yet whether points of this redemption were given back.</source>
        <translation>On ne sait pas encore si des points de cette utilisation ont été rendus.</translation>
    </message>
    <message>
        <source>It is not known yet whether points were redeemed on this bill.</source>
        <translation>On ne sait pas encore si des points ont été utilisés sur ce ticket.</translation>
    </message>
    <message>
        <source>Let another cashier sign on, and tell support the number below.</source>
        <translation>Laissez un autre caissier ouvrir la session, et donnez à l’assistance le numéro affiché.</translation>
    </message>
    <message>
        <source>Look at it in History before you redeem more points on this bill.</source>
        <translation>Regardez-la dans l’historique avant d’utiliser d’autres points sur ce ticket.</translation>
    </message>
    <message>
        <source>Look at the redemption in History before you give back more.</source>
        <translation>Regardez l’utilisation dans l’historique avant d’en rendre davantage.</translation>
    </message>
    <message>
        <source>Look at the redemption in History before you try again. Tell support the number below.</source>
        <translation>Regardez l’utilisation dans l’historique avant de réessayer. Donnez à l’assistance le numéro affiché.</translation>
    </message>
    <message>
        <source>Look for a window that asks to unlock it. If there is none, sign in to this computer again.</source>
        <translation>Cherchez une fenêtre qui demande de le déverrouiller. S’il n’y en a pas, reconnectez-vous à cet ordinateur.</translation>
    </message>
    <message>
        <source>Look for the redemption in History.</source>
        <translation>Cherchez l’utilisation dans l’historique.</translation>
    </message>
    <message>
        <source>Look in History before you redeem again. Tell support the number below.</source>
        <translation>Regardez dans l’historique avant de recommencer. Donnez à l’assistance le numéro affiché.</translation>
    </message>
    <message>
        <source>No call from this number has come in.</source>
        <translation>Aucun appel de ce numéro n’est arrivé.</translation>
    </message>
    <message>
        <source>No member has this number.</source>
        <translation>Aucun client n’a ce numéro.</translation>
    </message>
    <message>
        <source>No points were given back. Check the network cable or Wi-Fi, then try again.</source>
        <translation>Aucun point n’a été rendu. Vérifiez le câble réseau ou le Wi-Fi, puis réessayez.</translation>
    </message>
    <message>
        <source>No points were given back. Enter fewer points.</source>
        <translation>Aucun point n’a été rendu. Saisissez moins de points.</translation>
    </message>
    <message>
        <source>No points were given back. Enter the points again.</source>
        <translation>Aucun point n’a été rendu. Ressaisissez les points.</translation>
    </message>
    <message>
        <source>No points were given back. Look for it in History and try again.</source>
        <translation>Aucun point n’a été rendu. Cherchez-la dans l’historique et réessayez.</translation>
    </message>
    <message>
        <source>No points were given back. Tell support the number below.</source>
        <translation>Aucun point n’a été rendu. Donnez à l’assistance le numéro affiché.</translation>
    </message>
    <message>
        <source>No points were given back. Wait a minute, then try again.</source>
        <translation>Aucun point n’a été rendu. Attendez une minute, puis réessayez.</translation>
    </message>
    <message>
        <source>No points were taken. Check the network cable or Wi-Fi, then try again.</source>
        <translation>Aucun point n’a été retiré. Vérifiez le câble réseau ou le Wi-Fi, puis réessayez.</translation>
    </message>
    <message>
        <source>No points were taken. Check this till’s date and time, then tell support the number below.</source>
        <translation>Aucun point n’a été retiré. Vérifiez la date et l’heure de cette caisse, puis donnez à l’assistance le numéro affiché.</translation>
    </message>
    <message>
        <source>No points were taken. Check this till’s date and time. If they are right, tell support the number below.</source>
        <translation>Aucun point n’a été retiré. Vérifiez la date et l’heure de cette caisse. Si elles sont justes, donnez à l’assistance le numéro affiché.</translation>
    </message>
    <message>
        <source>No points were taken. Redeem again if the member still wants to.</source>
        <translation>Aucun point n’a été retiré. Recommencez si le client le souhaite encore.</translation>
    </message>
    <message>
        <source>No points were taken. Tell support that they have to be entered again in Settings.</source>
        <translation>Aucun point n’a été retiré. Dites à l’assistance de les ressaisir dans Réglages.</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below.</source>
        <translation>Aucun point n’a été retiré. Donnez à l’assistance le numéro affiché.</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below: the address or the network has to be checked.</source>
        <translation>Aucun point n’a été retiré. Donnez à l’assistance le numéro affiché&#x202f;: il faut vérifier l’adresse ou le réseau.</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below: the file has to be corrected.</source>
        <translation>Aucun point n’a été retiré. Donnez à l’assistance le numéro affiché&#x202f;: il faut corriger le fichier.</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below: the name and password for it have to be checked.</source>
        <translation>Aucun point n’a été retiré. Donnez à l’assistance le numéro affiché&#x202f;: il faut vérifier le nom et le mot de passe pour ce réseau.</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below: this computer may have to be set up for it.</source>
        <translation>Aucun point n’a été retiré. Donnez à l’assistance le numéro affiché&#x202f;: il faut peut-être configurer cet ordinateur pour cela.</translation>
    </message>
    <message>
        <source>No points were taken. Try again when you are ready.</source>
        <translation>Aucun point n’a été retiré. Réessayez quand vous serez prêt.</translation>
    </message>
    <message>
        <source>No points were taken. Try again. If that does not help, tell support the number below.</source>
        <translation>Aucun point n’a été retiré. Réessayez. Si cela persiste, donnez à l’assistance le numéro affiché.</translation>
    </message>
    <message>
        <source>No points were taken. Wait a minute, then try again.</source>
        <translation>Aucun point n’a été retiré. Attendez une minute, puis réessayez.</translation>
    </message>
    <message>
        <source>No printer was found at its address.</source>
        <translation>Aucune imprimante n’a été trouvée à son adresse.</translation>
    </message>
    <message>
        <source>No supervisor’s PIN is set on this till.</source>
        <translation>Aucun PIN de responsable n’est défini sur cette caisse.</translation>
    </message>
    <message>
        <source>Not known yet whether the points were given back.</source>
        <translation>On ne sait pas encore si les points ont été rendus.</translation>
    </message>
    <message>
        <source>Not known yet whether the points were redeemed.</source>
        <translation>On ne sait pas encore si les points ont été utilisés.</translation>
    </message>
    <message>
        <source>Nothing more has to be done.</source>
        <translation>Il n’y a rien d’autre à faire.</translation>
    </message>
    <message>
        <source>Only points of a redemption that went through can be given back.</source>
        <translation>Seuls les points d’une utilisation effectuée peuvent être rendus.</translation>
    </message>
    <message>
        <source>Other points were tried for this bill or this member before.</source>
        <translation>Un autre nombre de points a déjà été essayé pour ce ticket ou ce client.</translation>
    </message>
    <message>
        <source>Points cannot be given back at this till.</source>
        <translation>Les points ne peuvent pas être rendus à cette caisse.</translation>
    </message>
    <message>
        <source>Points can have at most three digits after the decimal mark.</source>
        <translation>Les points ont trois décimales au plus.</translation>
    </message>
    <message>
        <source>Points that counted as not given back are back after all.</source>
        <translation>Des points notés comme non rendus sont finalement revenus.</translation>
    </message>
    <message>
        <source>Printing on this computer does not work at the moment.</source>
        <translation>L’impression sur cet ordinateur ne fonctionne pas pour le moment.</translation>
    </message>
    <message>
        <source>Redeem at another till, and tell support the number below.</source>
        <translation>Passez à une autre caisse, et donnez à l’assistance le numéro affiché.</translation>
    </message>
    <message>
        <source>That is more than is left of this redemption.</source>
        <translation>C’est plus que ce qui reste de cette utilisation.</translation>
    </message>
    <message>
        <source>That looks like a customer’s number.</source>
        <translation>Cela ressemble au numéro d’un client.</translation>
    </message>
    <message>
        <source>The company’s network does not accept the till’s login.</source>
        <translation>Le réseau de l’entreprise n’accepte pas l’identifiant de la caisse.</translation>
    </message>
    <message>
        <source>The password for the company’s network is not set.</source>
        <translation>Le mot de passe pour le réseau de l’entreprise n’est pas défini.</translation>
    </message>
    <message>
        <source>The points are back, but the till could not keep a record of it.</source>
        <translation>Les points sont revenus, mais la caisse n’a pas pu le noter.</translation>
    </message>
    <message>
        <source>The points are not affected. Check its power and its cable, then print again.</source>
        <translation>Les points ne sont pas concernés. Vérifiez son alimentation et son câble, puis imprimez à nouveau.</translation>
    </message>
    <message>
        <source>The points are not affected. Check that it is on and connected, then print again, or choose another printer.</source>
        <translation>Les points ne sont pas concernés. Vérifiez qu’elle est allumée et branchée, puis imprimez à nouveau ou choisissez une autre imprimante.</translation>
    </message>
    <message>
        <source>The points are not affected. Choose another printer, and have the address in Settings checked.</source>
        <translation>Les points ne sont pas concernés. Choisissez une autre imprimante et faites vérifier l’adresse dans Réglages.</translation>
    </message>
    <message>
        <source>The points are not affected. Choose another printer, and tell support the number below.</source>
        <translation>Les points ne sont pas concernés. Choisissez une autre imprimante et donnez à l’assistance le numéro affiché.</translation>
    </message>
    <message>
        <source>The points are not affected. Close the cover, then print again.</source>
        <translation>Les points ne sont pas concernés. Fermez le capot, puis imprimez à nouveau.</translation>
    </message>
    <message>
        <source>The points are not affected. Check whether the receipt came out, and print again if it did not.</source>
        <translation>Les points ne sont pas concernés. Regardez si le reçu est sorti, et imprimez à nouveau sinon.</translation>
    </message>
    <message>
        <source>The points are not affected. Check whether the receipt came out. If not, switch the printer off and on, then print again.</source>
        <translation>Les points ne sont pas concernés. Regardez si le reçu est sorti. Sinon, éteignez et rallumez l’imprimante, puis imprimez à nouveau.</translation>
    </message>
    <message>
        <source>The points are not affected. Print again if the member needs it.</source>
        <translation>Les points ne sont pas concernés. Imprimez à nouveau si le client en a besoin.</translation>
    </message>
    <message>
        <source>The points are not affected. Print again if the member still needs it.</source>
        <translation>Les points ne sont pas concernés. Imprimez à nouveau si le client en a encore besoin.</translation>
    </message>
    <message>
        <source>The points are not affected. Put in a new roll, then print again.</source>
        <translation>Les points ne sont pas concernés. Mettez un nouveau rouleau, puis imprimez à nouveau.</translation>
    </message>
    <message>
        <source>The points are not affected. Resume the printer on this computer, then print again, or choose another printer.</source>
        <translation>Les points ne sont pas concernés. Relancez l’imprimante sur cet ordinateur, puis imprimez à nouveau ou choisissez une autre imprimante.</translation>
    </message>
    <message>
        <source>The points are not affected. Save the receipt, and tell support the number below.</source>
        <translation>Les points ne sont pas concernés. Enregistrez le reçu et donnez à l’assistance le numéro affiché.</translation>
    </message>
    <message>
        <source>The points are not affected. Save the receipt, or restart this computer.</source>
        <translation>Les points ne sont pas concernés. Enregistrez le reçu ou redémarrez cet ordinateur.</translation>
    </message>
    <message>
        <source>The points are not affected. Tear off what came out, check the cable, then print again.</source>
        <translation>Les points ne sont pas concernés. Déchirez ce qui est sorti, vérifiez le câble, puis imprimez à nouveau.</translation>
    </message>
    <message>
        <source>The points were not given back.</source>
        <translation>Les points n’ont pas été rendus.</translation>
    </message>
    <message>
        <source>The printer does not take new work.</source>
        <translation>L’imprimante n’accepte pas de nouveaux travaux.</translation>
    </message>
    <message>
        <source>The printer has no paper.</source>
        <translation>L’imprimante n’a plus de papier.</translation>
    </message>
    <message>
        <source>The printer is paused.</source>
        <translation>L’imprimante est en pause.</translation>
    </message>
    <message>
        <source>The printer is switched off or not connected.</source>
        <translation>L’imprimante est éteinte ou n’est pas branchée.</translation>
    </message>
    <message>
        <source>The printer stopped while printing.</source>
        <translation>L’imprimante s’est arrêtée pendant l’impression.</translation>
    </message>
    <message>
        <source>The printer took only part of the receipt.</source>
        <translation>L’imprimante n’a pris qu’une partie du reçu.</translation>
    </message>
    <message>
        <source>The printer’s address does not exist.</source>
        <translation>L’adresse de l’imprimante n’existe pas.</translation>
    </message>
    <message>
        <source>The printer’s cover is open.</source>
        <translation>Le capot de l’imprimante est ouvert.</translation>
    </message>
    <message>
        <source>The receipt cannot be put in line for printing.</source>
        <translation>Le reçu ne peut pas être mis en file d’impression.</translation>
    </message>
    <message>
        <source>The receipt was removed from the printer’s list.</source>
        <translation>Le reçu a été retiré de la liste de l’imprimante.</translation>
    </message>
    <message>
        <source>The safe place for the till’s password does not answer.</source>
        <translation>L’endroit sûr du mot de passe de la caisse ne répond pas.</translation>
    </message>
    <message>
        <source>The safe place for the till’s password has a fault.</source>
        <translation>L’endroit sûr du mot de passe de la caisse est en panne.</translation>
    </message>
    <message>
        <source>The service could not make a code just now.</source>
        <translation>Le service n’a pas pu créer de code à l’instant.</translation>
    </message>
    <message>
        <source>The service did not give the points back.</source>
        <translation>Le service n’a pas rendu les points.</translation>
    </message>
    <message>
        <source>The service did not let this till sign in.</source>
        <translation>Le service n’a pas laissé cette caisse s’identifier.</translation>
    </message>
    <message>
        <source>The service does not accept the token that it gave this till.</source>
        <translation>Le service n’accepte pas le jeton qu’il a donné à cette caisse.</translation>
    </message>
    <message>
        <source>The service does not accept this till’s key and secret.</source>
        <translation>Le service n’accepte pas la clé et le secret de cette caisse.</translation>
    </message>
    <message>
        <source>The service does not accept this.</source>
        <translation>Le service n’accepte pas cela.</translation>
    </message>
    <message>
        <source>The service does not show everything about this redemption right now.</source>
        <translation>Le service ne montre pas tout sur cette utilisation en ce moment.</translation>
    </message>
    <message>
        <source>The service does not have enough points left of this redemption.</source>
        <translation>Il ne reste pas assez de points de cette utilisation au service.</translation>
    </message>
    <message>
        <source>The service is not set up for giving points back.</source>
        <translation>Le service n’est pas configuré pour rendre des points.</translation>
    </message>
    <message>
        <source>The service offers no connection that is safe today.</source>
        <translation>Le service n’offre aucune connexion jugée sûre aujourd’hui.</translation>
    </message>
    <message>
        <source>The settings could not be saved.</source>
        <translation>Les réglages n’ont pas pu être enregistrés.</translation>
    </message>
    <message>
        <source>The till cannot count the PIN attempts, so no one can sign on.</source>
        <translation>La caisse ne peut pas compter les essais du PIN, donc personne ne peut ouvrir la session.</translation>
    </message>
    <message>
        <source>The till cannot count the PIN attempts.</source>
        <translation>La caisse ne peut pas compter les essais du PIN.</translation>
    </message>
    <message>
        <source>The till cannot read the cashiers’ PINs, so no one can sign on.</source>
        <translation>La caisse ne peut pas lire les PIN des caissiers, donc personne ne peut ouvrir la session.</translation>
    </message>
    <message>
        <source>The till could not make a secure connection to the service.</source>
        <translation>La caisse n’a pas pu établir une connexion sûre avec le service.</translation>
    </message>
    <message>
        <source>The till is not allowed to write its record of redemptions.</source>
        <translation>La caisse n’a pas le droit d’écrire dans son journal.</translation>
    </message>
    <message>
        <source>The till is open in another login on this computer.</source>
        <translation>La caisse est ouverte dans une autre session de cet ordinateur.</translation>
    </message>
    <message>
        <source>The till no longer knows the member of this redemption.</source>
        <translation>La caisse ne connaît plus le client de cette utilisation.</translation>
    </message>
    <message>
        <source>The till was closed while a receipt was printing.</source>
        <translation>La caisse a été fermée pendant l’impression d’un reçu.</translation>
    </message>
    <message>
        <source>There is no loyalty service at the address in Settings.</source>
        <translation>Il n’y a pas de service de fidélité à l’adresse indiquée dans Réglages.</translation>
    </message>
    <message>
        <source>There is no printer.</source>
        <translation>Il n’y a pas d’imprimante.</translation>
    </message>
    <message>
        <source>This computer does not trust what answers in place of the service.</source>
        <translation>Cet ordinateur ne fait pas confiance à ce qui répond à la place du service.</translation>
    </message>
    <message>
        <source>This is less than the minimum that can be redeemed.</source>
        <translation>C’est moins que le minimum de points utilisable.</translation>
    </message>
    <message>
        <source>This member has been sent too many codes.</source>
        <translation>Trop de codes ont été envoyés à ce client.</translation>
    </message>
    <message>
        <source>This member may have reached a limit for giving points back.</source>
        <translation>Ce client a peut-être atteint une limite pour les points rendus.</translation>
    </message>
    <message>
        <source>This member’s points were tried before on a similar bill, or without a bill.</source>
        <translation>Des points de ce client ont déjà été essayés, avec un numéro de ticket presque identique ou sans numéro.</translation>
    </message>
    <message>
        <source>This redemption is too old to be given back.</source>
        <translation>Cette utilisation est trop ancienne pour être rendue.</translation>
    </message>
    <message>
        <source>This redemption was made with another loyalty service.</source>
        <translation>Cette utilisation a été faite auprès d’un autre service de fidélité.</translation>
    </message>
    <message>
        <source>This till does not know that cashier.</source>
        <translation>Cette caisse ne connaît pas ce caissier.</translation>
    </message>
    <message>
        <source>This till is not allowed to look up this member.</source>
        <translation>Cette caisse n’a pas le droit de consulter ce client.</translation>
    </message>
    <message>
        <source>This till is not allowed to redeem without a code.</source>
        <translation>Cette caisse ne peut pas utiliser de points sans code.</translation>
    </message>
    <message>
        <source>This till’s disk is full.</source>
        <translation>Il n’y a plus de place sur le disque de cette caisse.</translation>
    </message>
    <message>
        <source>This till’s key and secret are not set.</source>
        <translation>La clé et le secret de cette caisse ne sont pas définis.</translation>
    </message>
    <message>
        <source>Try again if the member still wants them.</source>
        <translation>Réessayez si le client les veut encore.</translation>
    </message>
    <message>
        <source>Use the last message that came, or wait a few minutes and send the code again.</source>
        <translation>Utilisez le dernier message reçu, ou attendez quelques minutes et renvoyez le code.</translation>
    </message>
    <message>
        <source>Wait 15 minutes, or let another cashier sign on.</source>
        <translation>Attendez 15 minutes, ou laissez un autre caissier ouvrir la session.</translation>
    </message>
    <message>
        <source>Wait a minute, then send the code again. If that does not help, finish the sale without points.</source>
        <translation>Attendez une minute, puis renvoyez le code. Si cela persiste, terminez la vente sans points.</translation>
    </message>
    <message>
        <source>What answers has another name, so it is not the real service.</source>
        <translation>Ce qui répond n’est pas le vrai service, mais porte un autre nom.</translation>
    </message>
    <message>
        <source>What is shown here is correct. Redeem at another till from now on and call support.</source>
        <translation>Ce qui est affiché ici est exact. Utilisez désormais une autre caisse et appelez l’assistance.</translation>
    </message>
    <message>
        <source>What proves that this is the real service has expired.</source>
        <translation>Ce qui prouve que c’est le vrai service a expiré.</translation>
    </message>
    <message>
        <source>What proves that this is the real service is not valid yet.</source>
        <translation>Ce qui prouve que c’est le vrai service n’est pas encore valable.</translation>
    </message>
    <message>
        <source>What this window shows is correct. Enter it at the POS by hand, and tell support the number below.</source>
        <translation>Ce que montre cette fenêtre est exact. Saisissez-le à la main dans le logiciel de caisse et donnez à l’assistance le numéro affiché.</translation>
    </message>
    <message>
        <source>Write down the points, the bill and the time, and call support now.</source>
        <translation>Notez les points, le ticket et l’heure, et appelez l’assistance maintenant.</translation>
    </message>
    <message>
        <source>Your PIN cannot be checked on this till.</source>
        <translation>Votre PIN ne peut pas être vérifié sur cette caisse.</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Send a code to the member, and tell support the number below.</source>
        <translation>Rien n’a été utilisé. Envoyez un code au client, et donnez à l’assistance le numéro affiché.</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Send a code to the member, or tell support the number below.</source>
        <translation>Rien n’a été utilisé. Envoyez un code au client, ou donnez à l’assistance le numéro affiché.</translation>
    </message>
    <message>
        <source>As far as the service shows, no points were taken. It is safe to press Redeem again.</source>
        <translation>D’après le service, aucun point n’a été retiré. Vous pouvez appuyer de nouveau sur Utiliser sans risque.</translation>
    </message>
    <message>
        <source>Ask at that till first. Go on only if no points were redeemed there.</source>
        <translation>Demandez d’abord à cette autre caisse. Continuez seulement si aucun point n’y a été utilisé.</translation>
    </message>
    <message>
        <source>Check the number with them. If it is correct, they have to join first.</source>
        <translation>Vérifiez le numéro avec la personne. S’il est correct, elle doit d’abord s’inscrire.</translation>
    </message>
    <message>
        <source>Do not take the points off the bill yet. Wait a moment, then press Redeem again.</source>
        <translation>Ne déduisez pas encore les points du ticket. Attendez un instant, puis appuyez de nouveau sur Utiliser.</translation>
    </message>
    <message>
        <source>Enter the password for this address in Settings, or ask support for it.</source>
        <translation>Saisissez dans Réglages le mot de passe de cette adresse, ou demandez-le à l’assistance.</translation>
    </message>
    <message>
        <source>No points were taken.</source>
        <translation>Aucun point n’a été retiré.</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Ask the supervisor to enter it again.</source>
        <translation>Rien n’a été utilisé. Demandez au responsable de le ressaisir.</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Wait 15 minutes, or send a code to the member.</source>
        <translation>Rien n’a été utilisé. Attendez 15 minutes, ou envoyez un code au client.</translation>
    </message>
    <message>
        <source>Points can only be redeemed in fixed steps.</source>
        <translation>Les points s’utilisent seulement par paliers fixes.</translation>
    </message>
    <message>
        <source>Points of this account cannot be used at the counter.</source>
        <translation>Les points de ce compte ne sont pas utilisables en caisse.</translation>
    </message>
    <message>
        <source>Points of this group cannot be redeemed.</source>
        <translation>Les points de ce groupe ne sont pas utilisables.</translation>
    </message>
    <message>
        <source>Points of this program cannot be given back.</source>
        <translation>Les points de ce programme ne peuvent pas être rendus.</translation>
    </message>
    <message>
        <source>Points were redeemed on this bill already.</source>
        <translation>Des points ont déjà été utilisés sur ce ticket.</translation>
    </message>
    <message>
        <source>Redeem at another till. Call support and do not delete anything here.</source>
        <translation>Passez à une autre caisse. Appelez l’assistance et ne supprimez rien ici.</translation>
    </message>
    <message>
        <source>Redeem at another till. Tell support that this one has to be updated.</source>
        <translation>Passez à une autre caisse. Dites à l’assistance de mettre celle-ci à jour.</translation>
    </message>
    <message>
        <source>Redeem at another till. Tell support the number below.</source>
        <translation>Passez à une autre caisse. Donnez à l’assistance le numéro affiché.</translation>
    </message>
    <message>
        <source>Redeeming points is not switched on for this shop.</source>
        <translation>L’utilisation des points n’est pas activée dans ce magasin.</translation>
    </message>
    <message>
        <source>Send a code to the member instead.</source>
        <translation>Envoyez plutôt un code au client.</translation>
    </message>
    <message>
        <source>Send the code again.</source>
        <translation>Renvoyez le code.</translation>
    </message>
    <message>
        <source>Several cashiers have this name or number.</source>
        <translation>Plusieurs caissiers ont ce nom ou ce numéro.</translation>
    </message>
    <message>
        <source>Sign in to this computer again, then try again.</source>
        <translation>Reconnectez-vous à cet ordinateur, puis réessayez.</translation>
    </message>
    <message>
        <source>Something unexpected happened.</source>
        <translation>Un problème inattendu s’est produit.</translation>
    </message>
    <message>
        <source>Tell support that the address in Settings has to be checked.</source>
        <translation>Dites à l’assistance de vérifier l’adresse dans Réglages.</translation>
    </message>
    <message>
        <source>Tell support that they have to be entered again in Settings.</source>
        <translation>Dites à l’assistance de les ressaisir dans Réglages.</translation>
    </message>
    <message>
        <source>Tell support that this till’s clock has to be set.</source>
        <translation>Dites à l’assistance de régler l’horloge de cette caisse.</translation>
    </message>
    <message>
        <source>Tell support the number below.</source>
        <translation>Donnez à l’assistance le numéro affiché.</translation>
    </message>
    <message>
        <source>Tell support the number below. Finish the sale without points.</source>
        <translation>Donnez à l’assistance le numéro affiché. Terminez la vente sans points.</translation>
    </message>
    <message>
        <source>Tell support the number below: the group set-up has to be changed.</source>
        <translation>Donnez à l’assistance le numéro affiché&#x202f;: il faut changer la configuration des groupes.</translation>
    </message>
    <message>
        <source>Tell support the number below: this till needs permission.</source>
        <translation>Donnez à l’assistance le numéro affiché&#x202f;: cette caisse a besoin d’une autorisation.</translation>
    </message>
    <message>
        <source>Tell the member that more have to be collected first. Finish the sale without points.</source>
        <translation>Dites au client qu’il doit d’abord cumuler plus de points. Terminez la vente sans points.</translation>
    </message>
    <message>
        <source>Tell the member that more purchases are needed first. Finish the sale without points.</source>
        <translation>Dites au client qu’il doit d’abord acheter davantage. Terminez la vente sans points.</translation>
    </message>
    <message>
        <source>That PIN is wrong.</source>
        <translation>Ce PIN est incorrect.</translation>
    </message>
    <message>
        <source>That code is wrong or has expired.</source>
        <translation>Ce code est incorrect ou a expiré.</translation>
    </message>
    <message>
        <source>The code could not be sent to the member.</source>
        <translation>Le code n’a pas pu être envoyé au client.</translation>
    </message>
    <message>
        <source>The connection broke before the answer was complete.</source>
        <translation>La connexion a été coupée avant la fin de la réponse.</translation>
    </message>
    <message>
        <source>The file could not be saved.</source>
        <translation>Le fichier n’a pas pu être enregistré.</translation>
    </message>
    <message>
        <source>The member does not have this many points.</source>
        <translation>Le client n’a pas autant de points.</translation>
    </message>
    <message>
        <source>The member has not confirmed this mobile number yet.</source>
        <translation>Le client n’a pas encore confirmé ce numéro de mobile.</translation>
    </message>
    <message>
        <source>The points can be redeemed, but the code could not be sent.</source>
        <translation>Les points sont utilisables, mais le code n’a pas pu être envoyé.</translation>
    </message>
    <message>
        <source>The receipt did not print.</source>
        <translation>Le reçu n’a pas été imprimé.</translation>
    </message>
    <message>
        <source>The redemption did not go through.</source>
        <translation>L’utilisation n’a pas abouti.</translation>
    </message>
    <message>
        <source>The service cannot show yet whether an earlier try went through.</source>
        <translation>Le service ne peut pas encore dire si un essai précédent a abouti.</translation>
    </message>
    <message>
        <source>The service could not accept that code.</source>
        <translation>Le service n’a pas pu accepter ce code.</translation>
    </message>
    <message>
        <source>The service could not redeem the points.</source>
        <translation>Les points n’ont pas pu être utilisés.</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>Le service n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>The service did not give these points back again.</source>
        <translation>Le service n’a pas rendu ces points une nouvelle fois.</translation>
    </message>
    <message>
        <source>The service does not accept this bill number.</source>
        <translation>Le service n’accepte pas ce numéro de ticket.</translation>
    </message>
    <message>
        <source>The service does not accept this number of points.</source>
        <translation>Le service n’accepte pas ce nombre de points.</translation>
    </message>
    <message>
        <source>The service does not accept this number.</source>
        <translation>Le service n’accepte pas ce numéro.</translation>
    </message>
    <message>
        <source>The service does not accept this till’s date and time.</source>
        <translation>Le service n’accepte pas la date et l’heure de cette caisse.</translation>
    </message>
    <message>
        <source>The service does not accept this till’s name and password.</source>
        <translation>Le service n’accepte pas le nom et le mot de passe de cette caisse.</translation>
    </message>
    <message>
        <source>The service does not allow this till to do that.</source>
        <translation>Le service n’autorise pas cette caisse à faire cela.</translation>
    </message>
    <message>
        <source>The service is not set up correctly for groups.</source>
        <translation>Le service est mal configuré pour les groupes.</translation>
    </message>
    <message>
        <source>The service said no.</source>
        <translation>Le service a refusé.</translation>
    </message>
    <message>
        <source>The stored password belongs to another address.</source>
        <translation>Le mot de passe enregistré est celui d’une autre adresse.</translation>
    </message>
    <message>
        <source>The service does not know this group.</source>
        <translation>Le service ne connaît pas ce groupe.</translation>
    </message>
    <message>
        <source>Several members match.</source>
        <translation>Plusieurs clients correspondent.</translation>
    </message>
    <message>
        <source>Tell support the number below. They can correct it in Settings.</source>
        <translation>Donnez à l’assistance le numéro affiché. Elle peut le corriger dans Réglages.</translation>
    </message>
    <message>
        <source>That is more points than were redeemed.</source>
        <translation>C’est plus de points qu’il n’en a été utilisé.</translation>
    </message>
    <message>
        <source>The company’s network blocked the till.</source>
        <translation>Le réseau de l’entreprise a bloqué la caisse.</translation>
    </message>
    <message>
        <source>The loyalty program is not set up correctly for this shop.</source>
        <translation>Le programme de fidélité est mal configuré pour ce magasin.</translation>
    </message>
    <message>
        <source>The member has not bought enough in total to redeem points yet.</source>
        <translation>Le client n’a pas encore assez acheté pour utiliser des points.</translation>
    </message>
    <message>
        <source>The member has not collected enough points in total to redeem any yet.</source>
        <translation>Le client n’a pas encore cumulé assez de points pour en utiliser.</translation>
    </message>
    <message>
        <source>The outcome could not be sent to the POS.</source>
        <translation>Le résultat n’a pas pu être transmis au logiciel de caisse.</translation>
    </message>
    <message>
        <source>The outcome is known, but the till could not record it.</source>
        <translation>Le résultat est connu, mais la caisse n’a pas pu le noter.</translation>
    </message>
    <message>
        <source>The points are not affected. Check the paper and the cable, then print again.</source>
        <translation>Les points ne sont pas concernés. Vérifiez le papier et le câble, puis réimprimez.</translation>
    </message>
    <message>
        <source>The points are not affected. Choose another folder in Settings, then save again.</source>
        <translation>Les points ne sont pas concernés. Choisissez un autre dossier dans Réglages, puis enregistrez à nouveau.</translation>
    </message>
    <message>
        <source>The points are not affected. Save the receipt, or choose a printer in Settings.</source>
        <translation>Les points ne sont pas concernés. Enregistrez le reçu, ou choisissez une imprimante dans Réglages.</translation>
    </message>
    <message>
        <source>The loyalty service is not responding.</source>
        <translation>Le service de fidélité ne répond pas.</translation>
    </message>
    <message>
        <source>The service cannot handle points right now.</source>
        <translation>Le service ne peut pas traiter les points pour le moment.</translation>
    </message>
    <message>
        <source>The service could not answer right now.</source>
        <translation>Le service n’a pas pu répondre pour le moment.</translation>
    </message>
    <message>
        <source>The service could not give these points back right now.</source>
        <translation>Le service n’a pas pu rendre ces points pour le moment.</translation>
    </message>
    <message>
        <source>The service does not know this loyalty program.</source>
        <translation>Le service ne connaît pas ce programme de fidélité.</translation>
    </message>
    <message>
        <source>The service does not know this redemption.</source>
        <translation>Le service ne connaît pas cette utilisation.</translation>
    </message>
    <message>
        <source>The service is still busy with this member.</source>
        <translation>Le service est encore occupé avec ce client.</translation>
    </message>
    <message>
        <source>The service is very busy.</source>
        <translation>Le service est très occupé.</translation>
    </message>
    <message>
        <source>The till cannot be sure that this is the real service.</source>
        <translation>La caisse ne peut pas garantir que c’est le vrai service.</translation>
    </message>
    <message>
        <source>The till cannot open its record of redemptions.</source>
        <translation>La caisse ne peut pas ouvrir son journal.</translation>
    </message>
    <message>
        <source>The till cannot reach the service.</source>
        <translation>La caisse n’arrive pas à joindre le service.</translation>
    </message>
    <message>
        <source>The till could not understand the service’s answer.</source>
        <translation>La caisse n’a pas compris la réponse du service.</translation>
    </message>
    <message>
        <source>The till stopped waiting before the answer came.</source>
        <translation>La caisse a cessé d’attendre avant la réponse.</translation>
    </message>
    <message>
        <source>The till’s record of redemptions is damaged.</source>
        <translation>Le journal de la caisse est endommagé.</translation>
    </message>
    <message>
        <source>The till’s record was written by a newer version of this program.</source>
        <translation>Le journal de la caisse vient d’une version plus récente de ce programme.</translation>
    </message>
    <message>
        <source>These points have been given back already.</source>
        <translation>Ces points ont déjà été rendus.</translation>
    </message>
    <message>
        <source>This computer has no safe place for the till’s password.</source>
        <translation>Cet ordinateur n’a pas d’endroit sûr pour le mot de passe de la caisse.</translation>
    </message>
    <message>
        <source>This is more than can be redeemed at one time.</source>
        <translation>C’est plus que le maximum utilisable en une fois.</translation>
    </message>
    <message>
        <source>This person is not in the loyalty program.</source>
        <translation>Cette personne n’est pas inscrite au programme de fidélité.</translation>
    </message>
    <message>
        <source>This redemption was tried at another till before.</source>
        <translation>Cette utilisation a déjà été essayée sur une autre caisse.</translation>
    </message>
    <message>
        <source>This till’s password is not set.</source>
        <translation>Le mot de passe de cette caisse n’est pas défini.</translation>
    </message>
    <message>
        <source>This was stopped before anything was sent.</source>
        <translation>Arrêté avant tout envoi.</translation>
    </message>
    <message>
        <source>Too many wrong PINs.</source>
        <translation>Trop de PIN incorrects.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Réessayez.</translation>
    </message>
    <message>
        <source>Try again. If that does not help, tell support the number below.</source>
        <translation>Réessayez. Si cela persiste, donnez à l’assistance le numéro affiché.</translation>
    </message>
    <message>
        <source>Try once more. If that does not help, tell support the number below.</source>
        <translation>Réessayez une fois. Si cela persiste, donnez à l’assistance le numéro affiché.</translation>
    </message>
    <message>
        <source>Wait a few seconds, then try again.</source>
        <translation>Attendez quelques secondes, puis réessayez.</translation>
    </message>
    <message>
        <source>Wait a minute, then look at the redemption in History before you try again.</source>
        <translation>Attendez une minute, puis regardez l’utilisation dans l’historique avant de réessayer.</translation>
    </message>
    <message>
        <source>Wait a minute, then try again.</source>
        <translation>Attendez une minute, puis réessayez.</translation>
    </message>
    <message>
        <source>Wait a minute, then try again. If that does not help, finish the sale without points.</source>
        <translation>Attendez une minute, puis réessayez. Si cela persiste, terminez la vente sans points.</translation>
    </message>
</context>
<context>
    <name>MissedCallView</name>
    <message>
        <source>Ask the member to call this number and hang up:</source>
        <translation>Demandez au client d’appeler ce numéro et de raccrocher&#x202f;:</translation>
    </message>
    <message>
        <source>Number to call</source>
        <translation>Numéro à appeler</translation>
    </message>
    <message>
        <source>the number that support gave you</source>
        <translation>le numéro donné par l’assistance</translation>
    </message>
    <message>
        <source>The call has to come from {number}. Then redeem.</source>
        <translation>L’appel doit venir du {number}. Utilisez ensuite les points.</translation>
    </message>
    <message>
        <source>The call has to come from the member’s own phone. Then redeem.</source>
        <translation>L’appel doit venir du téléphone du client. Utilisez ensuite les points.</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Sign on first.</source>
        <translation>Ouvrez d’abord la session.</translation>
    </message>
    <message>
        <source>What you changed in the settings was not saved.</source>
        <translation>Ce que vous avez modifié dans les réglages n’a pas été enregistré.</translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Characters left</source>
        <translation>Caractères restants</translation>
    </message>
    <message>
        <source>Note templates</source>
        <translation>Modèles de note</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Remove note</source>
        <translation>Supprimer la note</translation>
    </message>
    <message>
        <source>{used} of {limit}</source>
        <translation>{used} sur {limit}</translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
</context>
<context>
    <name>Outcomes</name>
    <message>
        <source>The service does not know a field of this shop ({fields}). No points were taken. Leave it empty where you can, and tell support the number below.</source>
        <translation>Le service ne connaît pas un champ de ce magasin ({fields}). Aucun point n’a été retiré. Laissez-le vide si possible, et donnez à l’assistance le numéro affiché.</translation>
    </message>
    <message>
        <source>Five wrong codes. No points were taken. Send the code again and use the new message only; if the service still refuses it, wait 15 minutes.</source>
        <translation>Cinq codes incorrects. Aucun point n’a été retiré. Renvoyez le code et utilisez seulement le nouveau message&#x202f;; si le service le refuse encore, attendez 15 minutes.</translation>
    </message>
    <message numerus="yes">
        <source>The outcome of %Ln earlier redemption(s) is not known yet. The till is asking the service. Do not redeem them again.</source>
        <translation>
            <numerusform>%Ln utilisation précédente n’est pas encore confirmée. La caisse interroge le service. Ne la refaites pas.</numerusform>
            <numerusform>%Ln utilisations précédentes ne sont pas encore confirmées. La caisse interroge le service. Ne les refaites pas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is not known yet whether the points of %Ln earlier redemption(s) were given back. The till is asking the service. Do not give them back again.</source>
        <translation>
            <numerusform>On ne sait pas encore si les points de %Ln utilisation précédente ont été rendus. La caisse interroge le service. Ne les rendez pas à nouveau.</numerusform>
            <numerusform>On ne sait pas encore si les points de %Ln utilisations précédentes ont été rendus. La caisse interroge le service. Ne les rendez pas à nouveau.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A redemption that was recorded as not done did happen: {points} points for {who}. Take them off the bill, or tell support to give them back.</source>
        <translation>
            <numerusform>Une utilisation que l’on croyait non faite a bien eu lieu&#x202f;: {points} point pour {who}. Déduisez-le du ticket, ou demandez à l’assistance de le rendre.</numerusform>
            <numerusform>Une utilisation que l’on croyait non faite a bien eu lieu&#x202f;: {points} points pour {who}. Déduisez-les du ticket, ou demandez à l’assistance de les rendre.</numerusform>
        </translation>
    </message>
    <message>
        <source>{news} Go back, then try again.</source>
        <translation>{news} Revenez en arrière, puis réessayez.</translation>
    </message>
    <message numerus="yes">
        <source>Now known: {points} points were redeemed for {who}. The receipt is in the history.</source>
        <translation>
            <numerusform>C’est confirmé&#x202f;: {points} point a été utilisé pour {who}. Le reçu est dans l’historique.</numerusform>
            <numerusform>C’est confirmé&#x202f;: {points} points ont été utilisés pour {who}. Le reçu est dans l’historique.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Now known: the {points} points for {who} were not redeemed. Nothing was taken.</source>
        <translation>
            <numerusform>C’est confirmé&#x202f;: {points} point pour {who} n’a pas été utilisé. Rien n’a été retiré.</numerusform>
            <numerusform>C’est confirmé&#x202f;: les {points} points pour {who} n’ont pas été utilisés. Rien n’a été retiré.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutlookLine</name>
    <message numerus="yes">
        <source>{points} points expire on {day}</source>
        <translation>
            <numerusform>{points} point expire le {day}</numerusform>
            <numerusform>{points} points expirent le {day}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} of the {all} points expire on {day}</source>
        <translation>
            <numerusform>{points} des {all} points expire le {day}</numerusform>
            <numerusform>{points} des {all} points expirent le {day}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PadDock</name>
    <message>
        <source>Hide keys</source>
        <translation>Masquer les touches</translation>
    </message>
</context>
<context>
    <name>PaperRequests</name>
    <message>
        <source>Printing the receipt…</source>
        <translation>Impression du reçu…</translation>
    </message>
    <message>
        <source>Saving the receipt…</source>
        <translation>Enregistrement du reçu…</translation>
    </message>
    <message>
        <source>Printing the report…</source>
        <translation>Impression du rapport…</translation>
    </message>
    <message>
        <source>Saving the report…</source>
        <translation>Enregistrement du rapport…</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Enregistré sous {path}</translation>
    </message>
    <message>
        <source>It has been sent to the printer.</source>
        <translation>Il a été envoyé à l’imprimante.</translation>
    </message>
    <message>
        <source>The receipt has been sent to the printer.</source>
        <translation>Le reçu a été envoyé à l’imprimante.</translation>
    </message>
    <message>
        <source>The receipt is printed.</source>
        <translation>Le reçu est imprimé.</translation>
    </message>
    <message>
        <source>It is printed.</source>
        <translation>Il est imprimé.</translation>
    </message>
    <message>
        <source>A receipt was not printed. {reason} It can be printed again in History.</source>
        <translation>Un reçu n’a pas été imprimé. {reason} Il peut être réimprimé dans l’historique.</translation>
    </message>
    <message>
        <source>A report, a test page or a receipt for points given back was not printed. {reason}</source>
        <translation>Un rapport, une page de test ou un reçu de points rendus n’a pas été imprimé. {reason}</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Receipt</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>As it will be printed</source>
        <translation>Tel qu’il sera imprimé</translation>
    </message>
</context>
<context>
    <name>PointsStep</name>
    <message>
        <source>How many points?</source>
        <translation>Combien de points&#x202f;?</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Change points</source>
        <translation>Modifier les points</translation>
    </message>
    <message>
        <source>Points to redeem</source>
        <translation>Points à utiliser</translation>
    </message>
    <message>
        <source>Bill number</source>
        <translation>Numéro de ticket</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Send code</source>
        <translation>Envoyer le code</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>Client suivant</translation>
    </message>
    <message>
        <source>Next: the code</source>
        <translation>Ensuite&#x202f;: le code</translation>
    </message>
    <message>
        <source>Sending code…</source>
        <translation>Envoi du code…</translation>
    </message>
    <message>
        <source>from the POS</source>
        <translation>transmis</translation>
    </message>
    <message>
        <source>up to {points}</source>
        <translation>jusqu’à {points}</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} point</numerusform>
            <numerusform>{points} points</numerusform>
        </translation>
    </message>
    <message>
        <source>bill {bill}</source>
        <translation>ticket {bill}</translation>
    </message>
    <message>
        <source>from a group</source>
        <translation>d’un groupe</translation>
    </message>
    <message>
        <source>Back to the POS</source>
        <translation>Retour à la caisse</translation>
    </message>
    <message>
        <source>{money} to pay.</source>
        <translation>{money} à payer.</translation>
    </message>
    <message>
        <source>Amount of money</source>
        <translation>Montant à déduire</translation>
    </message>
    <message>
        <source>{money} more than the bill.</source>
        <translation>{money} de plus que le ticket.</translation>
    </message>
    <message numerus="yes">
        <source>{words}. Leaves {remaining} points in the group.</source>
        <translation>
            <numerusform>{words}. Il restera {remaining} point dans le groupe.</numerusform>
            <numerusform>{words}. Il restera {remaining} points dans le groupe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{words}. Leaves {remaining} points.</source>
        <translation>
            <numerusform>{words}. Il restera {remaining} point.</numerusform>
            <numerusform>{words}. Il restera {remaining} points.</numerusform>
        </translation>
    </message>
    <message>
        <source>{money} off the bill</source>
        <translation>{money} de moins sur le ticket</translation>
    </message>
</context>
<context>
    <name>PrintStateView</name>
    <message>
        <source>Test page</source>
        <translation>Page de test</translation>
    </message>
</context>
<context>
    <name>PrintStatus</name>
    <message>
        <source>Print again</source>
        <translation>Réimprimer</translation>
    </message>
    <message>
        <source>Another printer</source>
        <translation>Autre imprimante</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Imprimante</translation>
    </message>
    <message>
        <source>Printing the receipt…</source>
        <translation>Impression du reçu…</translation>
    </message>
    <message>
        <source>The receipt has been sent to the printer.</source>
        <translation>Le reçu a été envoyé à l’imprimante.</translation>
    </message>
    <message>
        <source>The receipt is printed.</source>
        <translation>Le reçu est imprimé.</translation>
    </message>
    <message>
        <source>Choose a printer</source>
        <translation>Choisissez une imprimante</translation>
    </message>
    <message>
        <source>No other printer was found</source>
        <translation>Aucune autre imprimante trouvée</translation>
    </message>
    <message>
        <source>{name} (receipt printer)</source>
        <translation>{name} (imprimante de reçus)</translation>
    </message>
</context>
<context>
    <name>PrinterControl</name>
    <message>
        <source>Default printer</source>
        <translation>Imprimante par défaut</translation>
    </message>
</context>
<context>
    <name>QuestionPanel</name>
    <message>
        <source>Go back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Redeem anyway</source>
        <translation>Utiliser quand même</translation>
    </message>
    <message numerus="yes">
        <source>Redeem {points} points anyway</source>
        <translation>
            <numerusform>Utiliser {points} point quand même</numerusform>
            <numerusform>Utiliser {points} points quand même</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>TRAINING. Not a receipt.</source>
        <translation>MODE FORMATION. Sans valeur.</translation>
    </message>
    <message>
        <source>COPY</source>
        <translation>DUPLICATA</translation>
    </message>
    <message>
        <source>Till {till} · Cashier {cashier}</source>
        <translation>Caisse {till} · Servi par {cashier}</translation>
    </message>
    <message>
        <source>Till {till}</source>
        <translation>Caisse {till}</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>From the group’s points</source>
        <translation>Sur les points du groupe</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Solde</translation>
    </message>
    <message>
        <source>Redemption</source>
        <translation>Utilisation</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Merci de votre visite</translation>
    </message>
    <message>
        <source>POINTS GIVEN BACK</source>
        <translation>POINTS RENDUS</translation>
    </message>
    <message>
        <source>Points given back</source>
        <translation>Points rendus</translation>
    </message>
    <message>
        <source>Expired, not given back</source>
        <translation>Expirés, non rendus</translation>
    </message>
    <message>
        <source>Points for the member</source>
        <translation>Points pour le client</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Reversal</source>
        <translation>Restitution</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>Utilisés</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Rendus</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusés</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Non confirmés</translation>
    </message>
    <message>
        <source>Not given back</source>
        <translation>Non rendus</translation>
    </message>
    <message>
        <source>Giving back</source>
        <translation>Restitution en cours</translation>
    </message>
    <message>
        <source>End of day</source>
        <translation>Fin de journée</translation>
    </message>
    <message>
        <source>{name} × {count}</source>
        <translation>{name} × {count}</translation>
    </message>
    <message>
        <source>Net points</source>
        <translation>Points nets</translation>
    </message>
    <message>
        <source>Net value</source>
        <translation>Valeur nette</translation>
    </message>
    <message>
        <source>By cashier</source>
        <translation>Par caissier</translation>
    </message>
    <message>
        <source>By program</source>
        <translation>Par programme</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Sans nom</translation>
    </message>
    <message>
        <source>Default program</source>
        <translation>Programme par défaut</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Encore en suspens</translation>
    </message>
    <message>
        <source>Since it was closed</source>
        <translation>Depuis la clôture</translation>
    </message>
    <message>
        <source>Settled since, of other days</source>
        <translation>Réglés depuis, d’autres jours</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} à {last}</translation>
    </message>
    <message>
        <source>No events</source>
        <translation>Aucun événement</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Empreinte</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Imprimé</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Clôturée</translation>
    </message>
    <message>
        <source>Closed by {cashier}</source>
        <translation>Clôturée par {cashier}</translation>
    </message>
    <message>
        <source>The day is open</source>
        <translation>La journée est ouverte</translation>
    </message>
    <message>
        <source>TRAINING</source>
        <translation>FORMATION</translation>
    </message>
    <message>
        <source>Practice store</source>
        <translation>Magasin de formation</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>Test d’impression</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Caisse</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Imprimante</translation>
    </message>
    <message>
        <source>Default printer</source>
        <translation>Imprimante par défaut</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>If you can read this, the printer works.</source>
        <translation>Si vous pouvez lire ceci, l’imprimante fonctionne.</translation>
    </message>
</context>
<context>
    <name>ReceiptPage</name>
    <message>
        <source>Points redeemed</source>
        <translation>Points utilisés</translation>
    </message>
    <message>
        <source>Updated balance</source>
        <translation>Nouveau solde</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>Imprimer le reçu</translation>
    </message>
    <message>
        <source>Save receipt</source>
        <translation>Enregistrer le reçu</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Client suivant</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Back to POS</source>
        <translation>Retour à la caisse</translation>
    </message>
    <message>
        <source>The points have been given back since</source>
        <translation>Les points ont été rendus depuis</translation>
    </message>
    <message numerus="yes">
        <source>Take {points} points off the bill</source>
        <translation>
            <numerusform>Déduisez {points} point du ticket</numerusform>
            <numerusform>Déduisez {points} points du ticket</numerusform>
        </translation>
    </message>
    <message>
        <source>Bill {bill}</source>
        <translation>Ticket {bill}</translation>
    </message>
    <message>
        <source>The service did not say what they are worth.</source>
        <translation>Le service n’a pas dit combien ils valent.</translation>
    </message>
    <message numerus="yes">
        <source>{points} points have been given back since.</source>
        <translation>
            <numerusform>{points} point a été rendu depuis.</numerusform>
            <numerusform>{points} points ont été rendus depuis.</numerusform>
        </translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>Take {value} off the bill</source>
        <translation>Déduisez {value} du ticket</translation>
    </message>
</context>
<context>
    <name>Redeeming</name>
    <message numerus="yes">
        <source>{points} points are worth {worth}. Check the amount with the member.</source>
        <translation>
            <numerusform>{points} point vaut {worth}. Vérifiez le montant avec le client.</numerusform>
            <numerusform>{points} points valent {worth}. Vérifiez le montant avec le client.</numerusform>
        </translation>
    </message>
    <message>
        <source>The code has been sent again.</source>
        <translation>Le code a été renvoyé.</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Enter the supervisor’s PIN and a reason.</source>
        <translation>Rien n’a été utilisé. Il faut le PIN du responsable et un motif.</translation>
    </message>
</context>
<context>
    <name>RequestedGiveBack</name>
    <message>
        <source>The POS no longer asks to give points back.</source>
        <translation>Le logiciel de caisse ne demande plus de rendre de points.</translation>
    </message>
</context>
<context>
    <name>ScanHint</name>
    <message>
        <source>Or scan the card or the code</source>
        <translation>Ou scannez la carte ou le code</translation>
    </message>
    <message>
        <source>It goes into the field, wherever the cursor is.</source>
        <translation>Il arrive dans le champ, où que soit le curseur.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The settings are saved.</source>
        <translation>Les réglages sont enregistrés.</translation>
    </message>
    <message>
        <source>Cannot be used, so the default counts: {settings}. F10 shows why.</source>
        <translation>Inutilisables, donc remplacés par la valeur par défaut&#x202f;: {settings}. F10 indique pourquoi.</translation>
    </message>
    <message>
        <source>The till works with a new record now.</source>
        <translation>La caisse travaille maintenant avec un nouveau journal.</translation>
    </message>
    <message>
        <source>The till works with a new record now. The damaged one is kept as {name}.</source>
        <translation>La caisse travaille maintenant avec un nouveau journal. Le journal endommagé est gardé sous le nom {name}.</translation>
    </message>
    <message>
        <source>Another window on this computer is open for the same service and till name. The two do not know about each other’s redemptions. Close one of them.</source>
        <translation>Une autre fenêtre est ouverte sur cet ordinateur pour le même service et le même nom de caisse. Aucune ne connaît les utilisations de l’autre. Fermez l’une des deux.</translation>
    </message>
    <message>
        <source>This till’s record of redemptions was copied from another computer or from a backup. Nothing that was started there is sent again. Ask support before you also use the other one.</source>
        <translation>Le journal de cette caisse a été copié d’un autre ordinateur ou d’une sauvegarde. Rien de ce qui y a été commencé n’est renvoyé. Demandez à l’assistance avant d’utiliser aussi l’autre.</translation>
    </message>
    <message>
        <source>The settings are saved. They count after this customer.</source>
        <translation>Réglages enregistrés. Valables après ce client.</translation>
    </message>
</context>
<context>
    <name>SettingControl</name>
    <message>
        <source>Error: {why}</source>
        <translation>Erreur&#x202f;: {why}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Magasin</translation>
    </message>
    <message>
        <source>Redeeming</source>
        <translation>Utilisation</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Impression</translation>
    </message>
    <message>
        <source>Cashiers</source>
        <translation>Caissiers</translation>
    </message>
    <message>
        <source>POS</source>
        <translation>Logiciel de caisse</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation>Siège</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Apparence et langue</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Assistance</translation>
    </message>
    <message>
        <source>Address of the service</source>
        <translation>Adresse du service</translation>
    </message>
    <message>
        <source>Address of the loyalty service, which begins with https://.</source>
        <translation>Adresse du service de fidélité, qui commence par https://.</translation>
    </message>
    <message>
        <source>Name of this till</source>
        <translation>Nom de cette caisse</translation>
    </message>
    <message>
        <source>The user of the service’s Basic authentication. ${HOSTNAME} is this computer’s name.</source>
        <translation>L’utilisateur de l’authentification Basic du service. ${HOSTNAME} est le nom de cet ordinateur.</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>S’identifier avec</translation>
    </message>
    <message>
        <source>How the till signs in to the service.</source>
        <translation>Comment la caisse s’identifie auprès du service.</translation>
    </message>
    <message>
        <source>Name and password</source>
        <translation>Nom et mot de passe</translation>
    </message>
    <message>
        <source>Key and secret (OAuth)</source>
        <translation>Clé et secret (OAuth)</translation>
    </message>
    <message>
        <source>Password is a digest</source>
        <translation>Mot de passe déjà haché</translation>
    </message>
    <message>
        <source>The stored password is its MD5 digest already.</source>
        <translation>Le mot de passe enregistré est déjà son empreinte MD5.</translation>
    </message>
    <message>
        <source>Time to connect</source>
        <translation>Délai de connexion</translation>
    </message>
    <message>
        <source>Seconds to wait for a connection.</source>
        <translation>Secondes d’attente d’une connexion.</translation>
    </message>
    <message>
        <source>Time for a call</source>
        <translation>Délai d’un appel</translation>
    </message>
    <message>
        <source>Seconds for the whole of a call.</source>
        <translation>Secondes pour un appel entier.</translation>
    </message>
    <message>
        <source>Settle after</source>
        <translation>Régler après</translation>
    </message>
    <message>
        <source>Seconds after the end of a call. From then on, several look-ups that find nothing prove that no points moved.</source>
        <translation>Secondes après la fin d’un appel. Ensuite, plusieurs recherches sans résultat prouvent qu’aucun point n’a été retiré.</translation>
    </message>
    <message>
        <source>Look again after</source>
        <translation>Revérifier après</translation>
    </message>
    <message>
        <source>Seconds until a redemption recorded as not redeemed is looked up again.</source>
        <translation>Secondes avant qu’une utilisation notée comme non effectuée soit recherchée à nouveau.</translation>
    </message>
    <message>
        <source>Calls per minute</source>
        <translation>Appels par minute</translation>
    </message>
    <message>
        <source>The service’s rate limit for this till.</source>
        <translation>La limite d’appels du service pour cette caisse.</translation>
    </message>
    <message>
        <source>Attribution type</source>
        <translation>Type d’attribution</translation>
    </message>
    <message>
        <source>X-CAP-API-ATTRIBUTION-ENTITY-TYPE, such as TILL or STORE_CODE.</source>
        <translation>X-CAP-API-ATTRIBUTION-ENTITY-TYPE, par exemple TILL ou STORE_CODE.</translation>
    </message>
    <message>
        <source>Attribution code</source>
        <translation>Code d’attribution</translation>
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
        <translation>http://host:port du proxy, direct pour aucun&#x202f;; vide pour celui de cet ordinateur.</translation>
    </message>
    <message>
        <source>Name for the proxy</source>
        <translation>Nom pour le proxy</translation>
    </message>
    <message>
        <source>Who logs in at the proxy; empty if it asks for no login.</source>
        <translation>Qui s’identifie auprès du proxy&#x202f;; vide s’il ne demande pas d’identification.</translation>
    </message>
    <message>
        <source>File of certificates</source>
        <translation>Fichier de certificats</translation>
    </message>
    <message>
        <source>Path of a PEM file of certificate authorities to trust beside those of this computer.</source>
        <translation>Chemin d’un fichier PEM d’autorités de certification à accepter en plus de celles de cet ordinateur.</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Magasin</translation>
    </message>
    <message>
        <source>The store’s name, for the window and the receipt.</source>
        <translation>Le nom du magasin, pour la fenêtre et le reçu.</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>Region of numbers without a country code.</source>
        <translation>Région des numéros sans indicatif de pays.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Devise</translation>
    </message>
    <message>
        <source>Currency; empty for the country’s own.</source>
        <translation>Devise&#x202f;; vide pour celle du pays.</translation>
    </message>
    <message>
        <source>Form of mobile numbers</source>
        <translation>Forme des numéros de mobile</translation>
    </message>
    <message>
        <source>How the service wants numbers: digits, plus, national.</source>
        <translation>La forme des numéros que le service attend&#x202f;: chiffres, plus, national.</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Chiffres</translation>
    </message>
    <message>
        <source>With +</source>
        <translation>Avec +</translation>
    </message>
    <message>
        <source>National</source>
        <translation>National</translation>
    </message>
    <message>
        <source>Days to keep numbers</source>
        <translation>Jours de conservation des numéros</translation>
    </message>
    <message>
        <source>Days that mobile numbers of settled attempts are kept.</source>
        <translation>Jours pendant lesquels les numéros des essais réglés sont gardés.</translation>
    </message>
    <message>
        <source>Loyalty program</source>
        <translation>Programme de fidélité</translation>
    </message>
    <message>
        <source>Fixed program; empty for the default one or the cashier’s choice.</source>
        <translation>Programme fixe&#x202f;; vide pour celui par défaut ou le choix du caissier.</translation>
    </message>
    <message>
        <source>Bill number required</source>
        <translation>Numéro de ticket obligatoire</translation>
    </message>
    <message>
        <source>Whether a redemption needs a bill number.</source>
        <translation>Si une utilisation exige un numéro de ticket.</translation>
    </message>
    <message>
        <source>Points of a group</source>
        <translation>Points d’un groupe</translation>
    </message>
    <message>
        <source>Whether points of a group can be redeemed.</source>
        <translation>Si les points d’un groupe peuvent être utilisés.</translation>
    </message>
    <message>
        <source>Groups by hand</source>
        <translation>Groupes à la main</translation>
    </message>
    <message>
        <source>Whether a group that the service does not show can be entered by hand.</source>
        <translation>Si un groupe que le service ne montre pas peut être saisi à la main.</translation>
    </message>
    <message>
        <source>Look ahead</source>
        <translation>Anticiper</translation>
    </message>
    <message>
        <source>Ask at once, for a member, which points expire and whether they can be redeemed.</source>
        <translation>Demander aussitôt, pour un client, quels points expirent et s’ils peuvent être utilisés.</translation>
    </message>
    <message>
        <source>Amounts of money</source>
        <translation>Montants en argent</translation>
    </message>
    <message>
        <source>Whether an amount of money can be entered for points.</source>
        <translation>Si un montant en argent peut être saisi au lieu de points.</translation>
    </message>
    <message>
        <source>Find members by</source>
        <translation>Trouver les clients par</translation>
    </message>
    <message>
        <source>How a member can be found beside the mobile number: card, email, external_id.</source>
        <translation>Comment trouver un client, outre le numéro de mobile&#x202f;: card, email, external_id.</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>Numéro client</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Whether a redemption can carry a note.</source>
        <translation>Si une utilisation peut porter une note.</translation>
    </message>
    <message>
        <source>Length of a note</source>
        <translation>Longueur d’une note</translation>
    </message>
    <message>
        <source>Characters that a note has at most.</source>
        <translation>Nombre maximal de caractères d’une note.</translation>
    </message>
    <message>
        <source>Notes to choose from</source>
        <translation>Notes au choix</translation>
    </message>
    <message>
        <source>Notes to choose from (JSON list of texts).</source>
        <translation>Notes au choix (liste JSON de textes).</translation>
    </message>
    <message>
        <source>Additional fields</source>
        <translation>Champs supplémentaires</translation>
    </message>
    <message>
        <source>Fields that the organisation has added (JSON list).</source>
        <translation>Champs ajoutés par l’organisation (liste JSON).</translation>
    </message>
    <message>
        <source>Who may give points back</source>
        <translation>Qui peut rendre des points</translation>
    </message>
    <message>
        <source>Supervisor means the cashier with the supervisor’s PIN.</source>
        <translation>Responsable&#x202f;: le caissier avec le PIN du responsable.</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Caissier</translation>
    </message>
    <message>
        <source>Who is at the till, for the receipt and the audit trail, if no one signs on.</source>
        <translation>Qui est à la caisse, pour le reçu et la piste d’audit, si personne n’ouvre de session.</translation>
    </message>
    <message>
        <source>Cashiers sign on</source>
        <translation>Les caissiers ouvrent une session</translation>
    </message>
    <message>
        <source>Whether cashiers sign on before they serve.</source>
        <translation>Si les caissiers ouvrent une session avant de servir.</translation>
    </message>
    <message>
        <source>Cashiers to choose from</source>
        <translation>Caissiers au choix</translation>
    </message>
    <message>
        <source>Names to choose from (JSON list of texts). A number before a name can be typed in its place: 1042 Meera Nair.</source>
        <translation>Noms au choix (liste JSON de textes). Un numéro placé avant un nom peut être tapé à sa place&#x202f;: 1042 Meera Nair.</translation>
    </message>
    <message>
        <source>No other cashiers</source>
        <translation>Aucun autre caissier</translation>
    </message>
    <message>
        <source>Whether only the cashiers to choose from can sign on.</source>
        <translation>Si seuls les caissiers au choix peuvent ouvrir une session.</translation>
    </message>
    <message>
        <source>Sign off after</source>
        <translation>Fermer la session après</translation>
    </message>
    <message>
        <source>Seconds without a key or a touch after which the till signs off; 0: never.</source>
        <translation>Secondes sans touche ni contact après lesquelles la caisse ferme la session&#x202f;; 0&#x202f;: jamais.</translation>
    </message>
    <message>
        <source>File of cashiers’ PINs</source>
        <translation>Fichier des PIN des caissiers</translation>
    </message>
    <message>
        <source>Path of a JSON file with each cashier’s PIN as `points-till pin hash` makes it. Cashiers then sign on by PIN.</source>
        <translation>Chemin d’un fichier JSON avec le PIN de chaque caissier tel que `points-till pin hash` le produit. Les caissiers ouvrent alors la session par PIN.</translation>
    </message>
    <message>
        <source>Port of the local interface</source>
        <translation>Port de l’interface locale</translation>
    </message>
    <message>
        <source>Port on which this till serves the POS’s local interface; 0: it does not.</source>
        <translation>Port sur lequel cette caisse offre l’interface locale au logiciel de caisse&#x202f;; 0&#x202f;: elle ne l’offre pas.</translation>
    </message>
    <message>
        <source>Web pages that may call</source>
        <translation>Pages web autorisées à appeler</translation>
    </message>
    <message>
        <source>Web pages that may call the local interface, such as https://pos.example (JSON list).</source>
        <translation>Pages web autorisées à appeler l’interface locale, comme https://pos.example (liste JSON).</translation>
    </message>
    <message>
        <source>Address of head office</source>
        <translation>Adresse du siège</translation>
    </message>
    <message>
        <source>Address of head office, which begins with https://. Empty: nothing is sent.</source>
        <translation>Adresse du siège, qui commence par https://. Vide&#x202f;: rien n’est envoyé.</translation>
    </message>
    <message>
        <source>Key for head office</source>
        <translation>Clé pour le siège</translation>
    </message>
    <message>
        <source>This till’s key, as `points-till head-office enrol` prints it.</source>
        <translation>Clé de cette caisse, telle que `points-till head-office enrol` l’affiche.</translation>
    </message>
    <message>
        <source>Pause between sends</source>
        <translation>Pause entre les envois</translation>
    </message>
    <message>
        <source>Seconds between looks for something new to send.</source>
        <translation>Secondes entre deux recherches de nouveautés à envoyer.</translation>
    </message>
    <message>
        <source>Bandwidth for head office</source>
        <translation>Débit pour le siège</translation>
    </message>
    <message>
        <source>Kilobytes a second that sending to head office may use; 0: no limit.</source>
        <translation>Kilo-octets par seconde que l’envoi au siège peut utiliser&#x202f;; 0&#x202f;: sans limite.</translation>
    </message>
    <message>
        <source>Numbers for head office</source>
        <translation>Numéros pour le siège</translation>
    </message>
    <message>
        <source>Whether head office gets mobile numbers in full, and not only as keyed digests.</source>
        <translation>Si le siège reçoit les numéros de mobile complets, et pas seulement leurs empreintes à clé.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>It is kept in this computer’s keyring, with the secret. Leave both empty to keep those that are stored.</source>
        <translation>Elle est gardée dans le trousseau de cet ordinateur, avec le secret. Laissez les deux vides pour garder ceux qui sont enregistrés.</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>It was shown once, when the key was made. Leave both empty to keep those that are stored.</source>
        <translation>Il a été affiché une seule fois, à la création de la clé. Laissez les deux vides pour garder ceux qui sont enregistrés.</translation>
    </message>
    <message>
        <source>Password for the proxy</source>
        <translation>Mot de passe pour le proxy</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>doit être un texte</translation>
    </message>
    <message>
        <source>must be one line without control characters</source>
        <translation>doit tenir sur une ligne, sans caractères de contrôle</translation>
    </message>
    <message>
        <source>must be text without control characters</source>
        <translation>doit être un texte sans caractères de contrôle</translation>
    </message>
    <message>
        <source>must not be longer than {longest} characters</source>
        <translation>ne doit pas dépasser {longest} caractères</translation>
    </message>
    <message>
        <source>must not have a colon in it</source>
        <translation>ne doit pas contenir de deux-points</translation>
    </message>
    <message>
        <source>must be ASCII letters, digits and marks</source>
        <translation>ne doit contenir que des lettres, chiffres et signes ASCII</translation>
    </message>
    <message>
        <source>must not have {name} in it: only {known} is known</source>
        <translation>ne doit pas contenir {name}&#x202f;: seul {known} est connu</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>doit être vrai ou faux (true ou false)</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>doit être un nombre</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>doit être un nombre entier</translation>
    </message>
    <message>
        <source>must be from {lowest} to {highest}</source>
        <translation>doit être compris entre {lowest} et {highest}</translation>
    </message>
    <message>
        <source>must be an amount of points, such as 100 or 12.5</source>
        <translation>doit être un nombre de points, par exemple 100 ou 12.5</translation>
    </message>
    <message>
        <source>must be one of {choices}, or empty for the system’s own</source>
        <translation>doit être l’une de ces valeurs&#x202f;: {choices}, ou vide pour celle du système</translation>
    </message>
    <message>
        <source>must be one of {choices}</source>
        <translation>doit être l’une de ces valeurs&#x202f;: {choices}</translation>
    </message>
    <message>
        <source>must be some of {choices}</source>
        <translation>ne doit contenir que ces valeurs&#x202f;: {choices}</translation>
    </message>
    <message>
        <source>must be an ISO 4217 code such as INR</source>
        <translation>doit être un code ISO 4217, par exemple INR</translation>
    </message>
    <message>
        <source>must be an ISO 3166 region such as IN</source>
        <translation>doit être une région ISO 3166, par exemple IN</translation>
    </message>
    <message>
        <source>is not an address</source>
        <translation>n’est pas une adresse</translation>
    </message>
    <message>
        <source>must not carry a user name or password</source>
        <translation>ne doit contenir ni nom d’utilisateur ni mot de passe</translation>
    </message>
    <message>
        <source>must not carry a query</source>
        <translation>ne doit rien contenir après un point d’interrogation</translation>
    </message>
    <message>
        <source>must begin with https:// (http:// is for this machine alone)</source>
        <translation>doit commencer par https:// (http:// est réservé à cet ordinateur)</translation>
    </message>
    <message>
        <source>must begin with https://</source>
        <translation>doit commencer par https://</translation>
    </message>
    <message>
        <source>must not carry a login: that is the setting proxy_user and a password of its own</source>
        <translation>ne doit pas contenir d’identifiants&#x202f;: ils ont le réglage proxy_user et un mot de passe à part</translation>
    </message>
    <message>
        <source>must begin with http:// (it opens a tunnel, so what passes is encrypted all the same)</source>
        <translation>doit commencer par http:// (un tunnel est ouvert, ce qui passe est donc chiffré)</translation>
    </message>
    <message>
        <source>must be http://host:port</source>
        <translation>doit être http://host:port</translation>
    </message>
    <message>
        <source>must be tcp://HOST:PORT</source>
        <translation>doit être tcp://HOST:PORT</translation>
    </message>
    <message>
        <source>must name a queue after raw:</source>
        <translation>doit nommer une file d’attente après raw:</translation>
    </message>
    <message>
        <source>must be a list of addresses such as https://pos.example</source>
        <translation>doit être une liste d’adresses, par exemple https://pos.example</translation>
    </message>
    <message>
        <source>must be addresses such as https://pos.example, without a path or a *</source>
        <translation>doit être des adresses comme https://pos.example, sans chemin ni *</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>doit être une liste</translation>
    </message>
    <message>
        <source>must be a list of texts</source>
        <translation>doit être une liste de textes</translation>
    </message>
    <message>
        <source>must be a list of fields</source>
        <translation>doit être une liste de champs</translation>
    </message>
    <message>
        <source>must be a JSON list of texts</source>
        <translation>doit être une liste JSON de textes</translation>
    </message>
    <message>
        <source>must be a JSON list of fields</source>
        <translation>doit être une liste JSON de champs</translation>
    </message>
    <message>
        <source>must not have more than {most} entries</source>
        <translation>ne doit pas avoir plus de {most} entrées</translation>
    </message>
    <message>
        <source>every field needs a name</source>
        <translation>chaque champ doit avoir un nom</translation>
    </message>
    <message>
        <source>choices must be a list</source>
        <translation>choices doit être une liste</translation>
    </message>
    <message>
        <source>{name} needs choices</source>
        <translation>{name} doit avoir des choix</translation>
    </message>
    <message>
        <source>{name} is there twice</source>
        <translation>{name} figure deux fois</translation>
    </message>
    <message>
        <source>unknown: {names}</source>
        <translation>inconnu&#x202f;: {names}</translation>
    </message>
    <message>
        <source>must be what `points-till pin hash` makes of the PIN</source>
        <translation>doit être ce que `points-till pin hash` fait du PIN</translation>
    </message>
    <message>
        <source>is not a key that `points-till head-office enrol` has printed</source>
        <translation>n’est pas une clé affichée par `points-till head-office enrol`</translation>
    </message>
    <message>
        <source>is not a text</source>
        <translation>n’est pas un texte</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>The cashier</source>
        <translation>Le caissier</translation>
    </message>
    <message>
        <source>No one</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Days to give back</source>
        <translation>Jours pour rendre</translation>
    </message>
    <message>
        <source>Days after a redemption within which its points can be given back.</source>
        <translation>Jours après une utilisation pendant lesquels ses points peuvent être rendus.</translation>
    </message>
    <message>
        <source>Codes are valid for</source>
        <translation>Durée de validité des codes</translation>
    </message>
    <message>
        <source>Seconds that the organisation’s codes are good for; 0: not known.</source>
        <translation>Secondes de validité des codes de l’organisation&#x202f;; 0&#x202f;: inconnue.</translation>
    </message>
    <message>
        <source>New code after</source>
        <translation>Nouveau code après</translation>
    </message>
    <message>
        <source>Seconds until a code can be sent again.</source>
        <translation>Secondes avant qu’un code puisse être renvoyé.</translation>
    </message>
    <message>
        <source>Codes in capitals</source>
        <translation>Codes en majuscules</translation>
    </message>
    <message>
        <source>Codes are in capitals: small letters become capitals while they are typed.</source>
        <translation>Les codes sont en majuscules&#x202f;: les minuscules le deviennent à la saisie.</translation>
    </message>
    <message>
        <source>Codes by e-mail</source>
        <translation>Codes par e-mail</translation>
    </message>
    <message>
        <source>Whether a code can be asked for by the member’s e-mail address.</source>
        <translation>Si un code peut être demandé par l’adresse e-mail du client.</translation>
    </message>
    <message>
        <source>Codes by card number</source>
        <translation>Codes par numéro de carte</translation>
    </message>
    <message>
        <source>Whether a code can be asked for by the card number with which the member was found.</source>
        <translation>Si un code peut être demandé par le numéro de carte avec lequel le client a été trouvé.</translation>
    </message>
    <message>
        <source>Code needed from</source>
        <translation>Code exigé à partir de</translation>
    </message>
    <message>
        <source>Points from which a redemption needs the member’s code. 0: every redemption.</source>
        <translation>Points à partir desquels une utilisation exige le code du client. 0&#x202f;: toujours.</translation>
    </message>
    <message>
        <source>Missed calls</source>
        <translation>Appels manqués</translation>
    </message>
    <message>
        <source>Whether a missed call can take the place of the code.</source>
        <translation>Si un appel manqué peut remplacer le code.</translation>
    </message>
    <message>
        <source>Number for missed calls</source>
        <translation>Numéro des appels manqués</translation>
    </message>
    <message>
        <source>The number that a member calls and hangs up.</source>
        <translation>Le numéro que le client appelle avant de raccrocher.</translation>
    </message>
    <message>
        <source>Missed call first</source>
        <translation>Appel manqué d’abord</translation>
    </message>
    <message>
        <source>Whether a missed call is asked for at once, in place of a code.</source>
        <translation>Si un appel manqué est demandé d’emblée, au lieu d’un code.</translation>
    </message>
    <message>
        <source>Redeem without a code</source>
        <translation>Utiliser sans code</translation>
    </message>
    <message>
        <source>Whether a supervisor can let a redemption go without a code; needs supervisor_pin.</source>
        <translation>Si un responsable peut accepter une utilisation sans code&#x202f;; exige supervisor_pin.</translation>
    </message>
    <message>
        <source>Supervisor PIN</source>
        <translation>PIN du responsable</translation>
    </message>
    <message>
        <source>The supervisor’s PIN as `points-till pin hash` makes it, never as it is typed.</source>
        <translation>Le PIN du responsable tel que `points-till pin hash` le produit, jamais tel qu’il est tapé.</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Imprimante</translation>
    </message>
    <message>
        <source>A system queue, raw:QUEUE or tcp://HOST:PORT; empty for the default printer.</source>
        <translation>Une file système, raw:QUEUE ou tcp://HOST:PORT&#x202f;; vide pour l’imprimante par défaut.</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>The width of the roll, or a sheet.</source>
        <translation>La largeur du rouleau, ou une feuille.</translation>
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
        <translation>Imprimer automatiquement</translation>
    </message>
    <message>
        <source>After each redemption.</source>
        <translation>Après chaque utilisation.</translation>
    </message>
    <message>
        <source>First lines of the receipt</source>
        <translation>Premières lignes du reçu</translation>
    </message>
    <message>
        <source>Below the store’s name, such as its address.</source>
        <translation>Sous le nom du magasin, par exemple son adresse.</translation>
    </message>
    <message>
        <source>Last lines of the receipt</source>
        <translation>Dernières lignes du reçu</translation>
    </message>
    <message>
        <source>In place of the thanks, in the store’s language.</source>
        <translation>À la place du remerciement, dans la langue du magasin.</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Path of a PNG or SVG file, for receipts and the customer’s screen.</source>
        <translation>Chemin d’un fichier PNG ou SVG, pour les reçus et l’écran du client.</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>Ouvrir le tiroir</translation>
    </message>
    <message>
        <source>Whether a receipt opens the drawer at a thermal printer.</source>
        <translation>Si un reçu ouvre le tiroir d’une imprimante thermique.</translation>
    </message>
    <message>
        <source>Cut the paper</source>
        <translation>Couper le papier</translation>
    </message>
    <message>
        <source>Whether a thermal printer cuts the paper.</source>
        <translation>Si une imprimante thermique coupe le papier.</translation>
    </message>
    <message>
        <source>Printer’s commands</source>
        <translation>Commandes de l’imprimante</translation>
    </message>
    <message>
        <source>How a thermal printer takes pictures; columns for older models.</source>
        <translation>Comment une imprimante thermique prend les images&#x202f;; colonnes pour les anciens modèles.</translation>
    </message>
    <message>
        <source>Raster (GS v 0)</source>
        <translation>Trame (GS v 0)</translation>
    </message>
    <message>
        <source>Columns (ESC *)</source>
        <translation>Colonnes (ESC *)</translation>
    </message>
    <message>
        <source>Folder for receipts</source>
        <translation>Dossier des reçus</translation>
    </message>
    <message>
        <source>Where saved receipts go; empty for Documents.</source>
        <translation>Où vont les reçus enregistrés&#x202f;; vide pour Documents.</translation>
    </message>
    <message>
        <source>Language of receipts</source>
        <translation>Langue des reçus</translation>
    </message>
    <message>
        <source>Language of the receipt; empty for the window’s.</source>
        <translation>Langue du reçu&#x202f;; vide pour celle de la fenêtre.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Language of the window; empty for the system’s own.</source>
        <translation>Langue de la fenêtre&#x202f;; vide pour celle du système.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>system, light, dark or high-contrast.</source>
        <translation>système, clair, sombre ou contraste élevé.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Number pad</source>
        <translation>Pavé numérique</translation>
    </message>
    <message>
        <source>When to show it; automatic: if there is a touch screen.</source>
        <translation>Quand l’afficher&#x202f;; automatique&#x202f;: s’il y a un écran tactile.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Toujours</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>Animations réduites</translation>
    </message>
    <message>
        <source>Still patterns take the place of moving ones.</source>
        <translation>Des motifs fixes remplacent ceux qui bougent.</translation>
    </message>
    <message>
        <source>Screen for the customer</source>
        <translation>Écran pour le client</translation>
    </message>
    <message>
        <source>Points, value and code for the customer’s eyes.</source>
        <translation>Points, valeur et code pour le client.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>A window</source>
        <translation>Une fenêtre</translation>
    </message>
    <message>
        <source>Second display</source>
        <translation>Second écran</translation>
    </message>
    <message>
        <source>Log level</source>
        <translation>Niveau du journal technique</translation>
    </message>
    <message>
        <source>The least important lines that are written.</source>
        <translation>Les lignes les moins importantes qui sont écrites.</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Avertissements</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Log format</source>
        <translation>Format du journal technique</translation>
    </message>
    <message>
        <source>Text for people, or JSON lines for programs.</source>
        <translation>Texte pour les personnes, ou lignes JSON pour les programmes.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>Lignes JSON</translation>
    </message>
    <message>
        <source>Password of this till</source>
        <translation>Mot de passe de cette caisse</translation>
    </message>
    <message>
        <source>It is kept in this computer’s keyring, never in a file. Leave it empty to keep the one that is stored.</source>
        <translation>Il est gardé dans le trousseau de cet ordinateur, jamais dans un fichier. Laissez vide pour garder celui qui est enregistré.</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Search settings</source>
        <translation>Chercher un réglage</translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation>Groupes de réglages</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Aucun réglage ne contient ces mots.</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Same as the window</source>
        <translation>Comme la fenêtre</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln settings</source>
        <translation>
            <numerusform>{count} réglage sur %Ln</numerusform>
            <numerusform>{count} réglages sur %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Test connection</source>
        <translation>Tester la connexion</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>Test d’impression</translation>
    </message>
    <message>
        <source>Support file</source>
        <translation>Fichier pour l’assistance</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>What was saved counts once no customer is being served. Until then, this is what counted before.</source>
        <translation>Ce qui a été enregistré compte dès qu’aucun client n’est en train d’être servi. Jusque-là, voici ce qui comptait avant.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Head office has other records under this till’s numbers. Call support.</source>
        <translation>Le siège a d’autres enregistrements sous les numéros de cette caisse. Appelez l’assistance.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) wait to be sent.</source>
        <translation>
            <numerusform>%Ln enregistrement attend d’être envoyé.</numerusform>
            <numerusform>%Ln enregistrements attendent d’être envoyés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Head office has not answered yet.</source>
        <translation>Le siège n’a pas encore répondu.</translation>
    </message>
    <message>
        <source>Head office has everything.</source>
        <translation>Le siège a tout reçu.</translation>
    </message>
    <message>
        <source>Head office cannot be reached just now. {waiting}</source>
        <translation>Le siège est injoignable pour le moment. {waiting}</translation>
    </message>
    <message>
        <source>Head office does not know this till’s key. {waiting}</source>
        <translation>Le siège ne connaît pas la clé de cette caisse. {waiting}</translation>
    </message>
    <message>
        <source>Head office does not accept this till’s records. Call support. {waiting}</source>
        <translation>Le siège n’accepte pas les enregistrements de cette caisse. Appelez l’assistance. {waiting}</translation>
    </message>
    <message>
        <source>Set by policy</source>
        <translation>Fixé par la politique</translation>
    </message>
    <message>
        <source>Set by environment</source>
        <translation>Fixé par l’environnement</translation>
    </message>
    <message>
        <source>Set by command line</source>
        <translation>Fixé en ligne de commande</translation>
    </message>
    <message>
        <source>Your company’s default</source>
        <translation>Valeur de votre entreprise</translation>
    </message>
    <message>
        <source>Enter the key and the secret, or neither.</source>
        <translation>Saisissez la clé et le secret, ou aucun des deux.</translation>
    </message>
    <message>
        <source>Enter the address of the service.</source>
        <translation>Saisissez l’adresse du service.</translation>
    </message>
    <message>
        <source>Enter the name of this till.</source>
        <translation>Saisissez le nom de cette caisse.</translation>
    </message>
    <message>
        <source>Collecting the support file… This can take a minute.</source>
        <translation>Préparation du fichier pour l’assistance… Cela peut prendre une minute.</translation>
    </message>
    <message>
        <source>The support file is saved: {path}</source>
        <translation>Le fichier pour l’assistance est enregistré&#x202f;: {path}</translation>
    </message>
    <message>
        <source>In training the service’s address, the till and the password are those of the practice service.</source>
        <translation>En mode formation, l’adresse du service, la caisse et le mot de passe sont ceux du service de formation.</translation>
    </message>
    <message>
        <source>Connecting to the service…</source>
        <translation>Connexion au service…</translation>
    </message>
    <message>
        <source>{setting}: {problem}</source>
        <translation>{setting}&#x202f;: {problem}</translation>
    </message>
</context>
<context>
    <name>SettlingByHand</name>
    <message>
        <source>Nothing was recorded. Enter the supervisor’s PIN and a reason.</source>
        <translation>Rien n’a été enregistré. Il faut le PIN du responsable et un motif.</translation>
    </message>
    <message>
        <source>Checking the PIN…</source>
        <translation>Vérification du PIN…</translation>
    </message>
    <message>
        <source>That PIN is wrong. Nothing was recorded.</source>
        <translation>Ce PIN est incorrect. Rien n’a été enregistré.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Nothing was recorded. Try again in 15 minutes.</source>
        <translation>Trop de PIN incorrects. Rien n’a été enregistré. Réessayez dans 15 minutes.</translation>
    </message>
    <message>
        <source>A supervisor’s PIN cannot be checked here. Nothing was recorded. Tell support.</source>
        <translation>Le PIN d’un responsable ne peut pas être vérifié ici. Rien n’a été enregistré. Prévenez l’assistance.</translation>
    </message>
</context>
<context>
    <name>SetupBar</name>
    <message>
        <source>First start</source>
        <translation>Premier démarrage</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Langue de la fenêtre</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Comme le système</translation>
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
        <translation>Adresse et caisse</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Magasin</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Imprimante</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Tester la connexion</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>Test d’impression</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Enter the address of the service.</source>
        <translation>Saisissez l’adresse du service.</translation>
    </message>
    <message>
        <source>Enter the name of this till.</source>
        <translation>Saisissez le nom de cette caisse.</translation>
    </message>
    <message>
        <source>Enter the key and the secret, or neither.</source>
        <translation>Saisissez la clé et le secret, ou aucun des deux.</translation>
    </message>
    <message>
        <source>{setting}: {problem}</source>
        <translation>{setting}&#x202f;: {problem}</translation>
    </message>
    <message>
        <source>Connecting to the service…</source>
        <translation>Connexion au service…</translation>
    </message>
</context>
<context>
    <name>SetupSide</name>
    <message>
        <source>Three short pages</source>
        <translation>Trois courtes pages</translation>
    </message>
    <message>
        <source>Your company’s support has given you the address, the name and the password.</source>
        <translation>L’assistance de votre entreprise vous a donné l’adresse, le nom et le mot de passe.</translation>
    </message>
    <message>
        <source>Page 2 opens once the test has passed.</source>
        <translation>La page 2 s’ouvre une fois le test réussi.</translation>
    </message>
    <message>
        <source>The password is kept in this computer’s keyring, never in a file.</source>
        <translation>Le mot de passe est gardé dans le trousseau de cet ordinateur, jamais dans un fichier.</translation>
    </message>
    <message>
        <source>Only looking?</source>
        <translation>Juste pour voir&#x202f;?</translation>
    </message>
    <message>
        <source>No account, no network. You can leave it again at any time.</source>
        <translation>Sans compte ni réseau. Vous pouvez en sortir à tout moment.</translation>
    </message>
    <message>
        <source>Try with sample customers</source>
        <translation>Essayer avec des clients fictifs</translation>
    </message>
</context>
<context>
    <name>SignOnPage</name>
    <message>
        <source>Who is at the till?</source>
        <translation>Qui est à la caisse&#x202f;?</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Caissier</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Sign on</source>
        <translation>Ouvrir la session</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Choose your name, or type your name or number under Cashier.</source>
        <translation>Choisissez votre nom, ou saisissez votre nom ou votre numéro sous «&#x202f;Caissier&#x202f;».</translation>
    </message>
    <message>
        <source>Not in the list? Type your name or number under Cashier.</source>
        <translation>Pas dans la liste&#x202f;? Saisissez votre nom ou votre numéro sous «&#x202f;Caissier&#x202f;».</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>{unknown}. Do not redeem again.</source>
        <translation>{unknown}. Ne recommencez pas.</translation>
    </message>
    <message>
        <source>{unknown}. Do not redeem bill {bill} again.</source>
        <translation>{unknown}. Ne recommencez pas pour le ticket {bill}.</translation>
    </message>
</context>
<context>
    <name>SigningOn</name>
    <message>
        <source>The till is not ready yet. Try again in a moment.</source>
        <translation>La caisse n’est pas encore prête. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>Enter your name or number.</source>
        <translation>Saisissez votre nom ou votre numéro.</translation>
    </message>
    <message>
        <source>Enter your PIN.</source>
        <translation>Saisissez votre PIN.</translation>
    </message>
    <message>
        <source>The POS says that {named} serves, but {cashier} has signed on and is recorded. Sign off if that is wrong.</source>
        <translation>Le logiciel de caisse indique {named}, mais la session est ouverte au nom de {cashier}, et c’est ce nom qui est enregistré. Fermez la session si c’est faux.</translation>
    </message>
</context>
<context>
    <name>StandingWarning</name>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Redeemed</source>
        <translation>Utilisé</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Non envoyé</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Non confirmé</translation>
    </message>
    <message>
        <source>Not redeemed</source>
        <translation>Non utilisé</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Rendu</translation>
    </message>
</context>
<context>
    <name>SupervisorForm</name>
    <message>
        <source>Supervisor’s PIN</source>
        <translation>PIN du responsable</translation>
    </message>
    <message>
        <source>Why is there no code?</source>
        <translation>Pourquoi pas de code&#x202f;?</translation>
    </message>
    <message>
        <source>The approval and the reason are kept with this redemption; the PIN is not.</source>
        <translation>L’autorisation et le motif sont gardés avec cette utilisation&#x202f;; le PIN, non.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Allow and redeem</source>
        <translation>Autoriser et utiliser</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
</context>
<context>
    <name>SupportPanel</name>
    <message>
        <source>Support file</source>
        <translation>Fichier pour l’assistance</translation>
    </message>
    <message>
        <source>This is what the file will contain. It has no number, name or e-mail address of a customer, no code and no password.</source>
        <translation>Voici ce que contiendra le fichier. Il n’a ni numéro, ni nom, ni adresse e-mail d’un client, ni code, ni mot de passe.</translation>
    </message>
    <message>
        <source>Contents of the support file</source>
        <translation>Contenu du fichier pour l’assistance</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save support file</source>
        <translation>Enregistrer le fichier</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n fichier</numerusform>
            <numerusform>%n fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>{count}, {size} as a zip</source>
        <translation>{count}, {size} en zip</translation>
    </message>
    <message>
        <source>About this file, and versions</source>
        <translation>À propos de ce fichier, et versions</translation>
    </message>
    <message>
        <source>Settings, without secrets</source>
        <translation>Réglages, sans les secrets</translation>
    </message>
    <message>
        <source>What was checked, and the results</source>
        <translation>Ce qui a été vérifié, et les résultats</translation>
    </message>
    <message>
        <source>Redemptions as numbers only</source>
        <translation>Utilisations, en chiffres seulement</translation>
    </message>
    <message>
        <source>What the program did</source>
        <translation>Ce que le programme a fait</translation>
    </message>
    <message>
        <source>Report of a crash</source>
        <translation>Rapport d’un arrêt imprévu</translation>
    </message>
</context>
<context>
    <name>Switch</name>
    <message>
        <source>On</source>
        <translation>Activé</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivé</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Error: {why}</source>
        <translation>Erreur&#x202f;: {why}</translation>
    </message>
</context>
<context>
    <name>TillView</name>
    <message>
        <source>Training</source>
        <translation>Formation</translation>
    </message>
    <message>
        <source>What you typed while the till was busy was ignored. Type it again.</source>
        <translation>Ce que vous avez tapé pendant que la caisse était occupée a été ignoré. Retapez-le.</translation>
    </message>
</context>
<context>
    <name>TodayList</name>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>History of today</source>
        <translation>Historique du jour</translation>
    </message>
    <message numerus="yes">
        <source>{count} redeemed</source>
        <translation>
            <numerusform>{count} utilisation</numerusform>
            <numerusform>{count} utilisations</numerusform>
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
            <numerusform>{points} point rendu</numerusform>
            <numerusform>{points} points rendus</numerusform>
        </translation>
    </message>
    <message>
        <source>No redemptions yet today.</source>
        <translation>Aucune utilisation aujourd’hui.</translation>
    </message>
</context>
<context>
    <name>TrailWords</name>
    <message>
        <source>Recorded and sent</source>
        <translation>Noté et envoyé</translation>
    </message>
    <message>
        <source>Sent again with the same reference</source>
        <translation>Renvoyé avec la même référence</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>Utilisé</translation>
    </message>
    <message>
        <source>Found: redeemed</source>
        <translation>Trouvé&#x202f;: utilisé</translation>
    </message>
    <message>
        <source>Balance learned</source>
        <translation>Solde connu</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Non envoyé</translation>
    </message>
    <message>
        <source>Proved not redeemed</source>
        <translation>Prouvé non utilisé</translation>
    </message>
    <message>
        <source>No answer that proves it</source>
        <translation>Pas de réponse qui le prouve</translation>
    </message>
    <message>
        <source>Perhaps found</source>
        <translation>Peut-être trouvé</translation>
    </message>
    <message>
        <source>Asked: not there yet</source>
        <translation>Demandé&#x202f;: pas encore là</translation>
    </message>
    <message>
        <source>Waited for a busy service</source>
        <translation>A attendu un service occupé</translation>
    </message>
    <message>
        <source>Signed in again, looked, and sent again</source>
        <translation>Identifié à nouveau, vérifié et renvoyé</translation>
    </message>
    <message>
        <source>All points given back</source>
        <translation>Tous les points rendus</translation>
    </message>
    <message>
        <source>Points given back</source>
        <translation>Points rendus</translation>
    </message>
    <message>
        <source>A supervisor agreed</source>
        <translation>Un responsable a accepté</translation>
    </message>
    <message>
        <source>A supervisor did not agree</source>
        <translation>Un responsable n’a pas accepté</translation>
    </message>
    <message>
        <source>Settled by hand</source>
        <translation>Réglé à la main</translation>
    </message>
    <message>
        <source>Taken over by {cashier}</source>
        <translation>Repris par {cashier}</translation>
    </message>
    <message>
        <source>Asked for again</source>
        <translation>Demandé de nouveau</translation>
    </message>
    <message>
        <source>No code needed</source>
        <translation>Pas de code nécessaire</translation>
    </message>
    <message>
        <source>Without a code</source>
        <translation>Sans code</translation>
    </message>
    <message>
        <source>Bill number sent</source>
        <translation>Numéro de ticket envoyé</translation>
    </message>
    <message>
        <source>Bill number attached</source>
        <translation>Numéro de ticket ajouté</translation>
    </message>
    <message>
        <source>Taken from another journal</source>
        <translation>Repris d’un autre journal</translation>
    </message>
    <message>
        <source>Personal data deleted</source>
        <translation>Données personnelles supprimées</translation>
    </message>
    <message>
        <source>Found: given back</source>
        <translation>Trouvé&#x202f;: rendu</translation>
    </message>
    <message>
        <source>Proved not given back</source>
        <translation>Prouvé non rendu</translation>
    </message>
    <message>
        <source>Giving back: {event}</source>
        <translation>Restitution&#x202f;: {event}</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Redeem points</source>
        <translation>Utiliser des points</translation>
    </message>
    <message>
        <source>Type Asha’s mobile number, 97777 88221, and press Enter.</source>
        <translation>Tapez le mobile d’Asha, 97777 88221, puis appuyez sur Entrée.</translation>
    </message>
    <message>
        <source>Type 10 points and press Enter. Asha’s phone gets a code.</source>
        <translation>Tapez 10 points et appuyez sur Entrée. Le téléphone d’Asha reçoit un code.</translation>
    </message>
    <message>
        <source>Type the code from the member’s phone and press Enter.</source>
        <translation>Tapez le code reçu par le client et appuyez sur Entrée.</translation>
    </message>
    <message>
        <source>A wrong code</source>
        <translation>Un code incorrect</translation>
    </message>
    <message>
        <source>Asha misreads the code: type WRONG1 and press Enter.</source>
        <translation>Asha lit mal le code&#x202f;: tapez WRONG1 et appuyez sur Entrée.</translation>
    </message>
    <message>
        <source>No points were taken. Now type the code as it is on the phone.</source>
        <translation>Aucun point n’a été retiré. Tapez maintenant le code affiché sur le téléphone.</translation>
    </message>
    <message>
        <source>More points than there are</source>
        <translation>Plus de points qu’il n’y en a</translation>
    </message>
    <message>
        <source>Type Vikram’s mobile number, 98765 43001, and press Enter.</source>
        <translation>Tapez le mobile de Vikram, 98765 43001, puis appuyez sur Entrée.</translation>
    </message>
    <message>
        <source>He asks for 20 points but has fewer: type 20 and press Enter.</source>
        <translation>Il demande 20 points mais en a moins&#x202f;: tapez 20 et appuyez sur Entrée.</translation>
    </message>
    <message>
        <source>Press F6 for all that he has, then Enter.</source>
        <translation>Appuyez sur F6 pour tous ses points, puis sur Entrée.</translation>
    </message>
    <message>
        <source>An answer that gets lost</source>
        <translation>Une réponse qui se perd</translation>
    </message>
    <message>
        <source>Type the code and press Enter. This time the answer gets lost.</source>
        <translation>Tapez le code et appuyez sur Entrée. Cette fois, la réponse se perd.</translation>
    </message>
    <message>
        <source>Read what the till says. Do not redeem again. Press Enter for the next customer.</source>
        <translation>Lisez ce que dit la caisse. Ne recommencez pas. Appuyez sur Entrée pour le client suivant.</translation>
    </message>
    <message>
        <source>The till finds out by itself. Wait until it tells you.</source>
        <translation>La caisse se renseigne toute seule. Attendez qu’elle vous le dise.</translation>
    </message>
    <message>
        <source>Give points back</source>
        <translation>Rendre des points</translation>
    </message>
    <message>
        <source>Asha changes her mind. Open History with F2 and press “Give points back”.</source>
        <translation>Asha change d’avis. Ouvrez l’historique avec F2 et appuyez sur «&#x202f;Rendre des points&#x202f;».</translation>
    </message>
    <message>
        <source>Enter all the points and a reason, then press “Give back”.</source>
        <translation>Saisissez tous les points et un motif, puis appuyez sur «&#x202f;Rendre&#x202f;».</translation>
    </message>
    <message>
        <source>Everyday customers</source>
        <translation>Clients de tous les jours</translation>
    </message>
    <message>
        <source>Programs and groups</source>
        <translation>Programmes et groupes</translation>
    </message>
    <message>
        <source>Limits on points</source>
        <translation>Limites de points</translation>
    </message>
    <message>
        <source>Trouble with the code</source>
        <translation>Problèmes de code</translation>
    </message>
    <message>
        <source>Cannot be found</source>
        <translation>Introuvables</translation>
    </message>
    <message>
        <source>May not redeem</source>
        <translation>Utilisation non autorisée</translation>
    </message>
    <message>
        <source>Refused at the last moment</source>
        <translation>Refusés au dernier moment</translation>
    </message>
    <message>
        <source>Giving points back</source>
        <translation>Rendre des points</translation>
    </message>
    <message>
        <source>Slow or no answer</source>
        <translation>Lent ou sans réponse</translation>
    </message>
    <message>
        <source>The points move, the answer is lost</source>
        <translation>Les points bougent, la réponse se perd</translation>
    </message>
    <message>
        <source>Nothing is done</source>
        <translation>Rien n’est fait</translation>
    </message>
    <message>
        <source>The service is busy</source>
        <translation>Le service est occupé</translation>
    </message>
    <message>
        <source>The code is wrong</source>
        <translation>Le code est incorrect</translation>
    </message>
    <message>
        <source>The till cannot sign in</source>
        <translation>La caisse ne peut pas s’identifier</translation>
    </message>
    <message>
        <source>Odd answers</source>
        <translation>Réponses étranges</translation>
    </message>
    <message>
        <source>Everything works: 1,991 points to redeem.</source>
        <translation>Tout fonctionne&#x202f;: 1&#x202f;991 points à utiliser.</translation>
    </message>
    <message>
        <source>Exactly 12.345 points, for parts of a point.</source>
        <translation>Exactement 12,345 points, pour des fractions de point.</translation>
    </message>
    <message>
        <source>No points at all.</source>
        <translation>Aucun point.</translation>
    </message>
    <message>
        <source>A very large balance: 123,456,789.125 points.</source>
        <translation>Un très gros solde&#x202f;: 123&#x202f;456&#x202f;789,125 points.</translation>
    </message>
    <message>
        <source>Several programs; in Travel Club a point is worth 0.5, Partner Miles cannot be redeemed</source>
        <translation>Plusieurs programmes&#x202f;; dans Travel Club un point vaut 0,5, Partner Miles ne s’utilise pas</translation>
    </message>
    <message>
        <source>Has few points, but her family group has 5,000.</source>
        <translation>A peu de points, mais son groupe familial en a 5&#x202f;000.</translation>
    </message>
    <message>
        <source>The primary member of the same family group.</source>
        <translation>Le titulaire du même groupe familial.</translation>
    </message>
    <message>
        <source>A name in Arabic script.</source>
        <translation>Un nom en écriture arabe.</translation>
    </message>
    <message>
        <source>A very long name.</source>
        <translation>Un nom très long.</translation>
    </message>
    <message>
        <source>This account was merged into another one of hers, which answers instead.</source>
        <translation>Ce compte a été fusionné avec un autre compte de la cliente, qui répond à sa place.</translation>
    </message>
    <message>
        <source>The account that took over a merged one.</source>
        <translation>Le compte qui en a repris un autre, fusionné.</translation>
    </message>
    <message>
        <source>Has made a missed call: no code is needed.</source>
        <translation>A fait un appel manqué&#x202f;: pas besoin de code.</translation>
    </message>
    <message>
        <source>412 of her 1,991 points expire in 8 days.</source>
        <translation>412 de ses 1&#x202f;991 points expirent dans 8 jours.</translation>
    </message>
    <message>
        <source>Of each redemption, 40 points have expired when they are given back.</source>
        <translation>À chaque utilisation, 40 points ont expiré quand on les rend.</translation>
    </message>
    <message>
        <source>Has been sent too many codes</source>
        <translation>A reçu trop de codes</translation>
    </message>
    <message>
        <source>Is locked twice, then it works</source>
        <translation>Est bloqué deux fois, puis cela marche</translation>
    </message>
    <message>
        <source>Gets a code, but every code is called wrong</source>
        <translation>Reçoit un code, mais chaque code est dit faux</translation>
    </message>
    <message>
        <source>Can redeem, but a code cannot be made</source>
        <translation>Peut utiliser ses points, mais aucun code ne peut être créé</translation>
    </message>
    <message>
        <source>Cannot be looked up: marked as fraud</source>
        <translation>Introuvable&#x202f;: signalé pour fraude</translation>
    </message>
    <message>
        <source>Has not joined the loyalty program</source>
        <translation>N’a pas rejoint le programme de fidélité</translation>
    </message>
    <message>
        <source>Is refused for too few points</source>
        <translation>Est refusé&#x202f;: trop peu de points</translation>
    </message>
    <message>
        <source>Is refused for too few current points</source>
        <translation>Est refusé&#x202f;: trop peu de points actuels</translation>
    </message>
    <message>
        <source>Has not collected enough points in total</source>
        <translation>N’a pas assez gagné de points en tout</translation>
    </message>
    <message>
        <source>Has not bought enough in total</source>
        <translation>N’a pas assez acheté en tout</translation>
    </message>
    <message>
        <source>May only redeem multiples of 50</source>
        <translation>Ne peut utiliser que des multiples de 50</translation>
    </message>
    <message>
        <source>Is marked as fraud</source>
        <translation>Est signalé pour fraude</translation>
    </message>
    <message>
        <source>Is refused for too few points for a redemption</source>
        <translation>Est refusé&#x202f;: trop peu de points pour une utilisation</translation>
    </message>
    <message>
        <source>Gets a code, but then points cannot be processed at the moment</source>
        <translation>Reçoit un code, mais ensuite les points ne peuvent pas être traités pour le moment</translation>
    </message>
    <message>
        <source>Gets a code, but then the redemption fails</source>
        <translation>Reçoit un code, mais ensuite l’utilisation échoue</translation>
    </message>
    <message>
        <source>May redeem at most 500 points at a time</source>
        <translation>Peut utiliser au plus 500 points à la fois</translation>
    </message>
    <message>
        <source>Is marked as fraud, by another number</source>
        <translation>Est signalé pour fraude, par un autre numéro</translation>
    </message>
    <message>
        <source>Must redeem at least 100 points</source>
        <translation>Doit utiliser au moins 100 points</translation>
    </message>
    <message>
        <source>Cannot use a missed call; a code works</source>
        <translation>Ne peut pas utiliser d’appel manqué&#x202f;; un code marche</translation>
    </message>
    <message>
        <source>Has not confirmed the mobile number</source>
        <translation>N’a pas confirmé son numéro de mobile</translation>
    </message>
    <message>
        <source>Gets a code, but then a signature is required</source>
        <translation>Reçoit un code, mais ensuite une signature est exigée</translation>
    </message>
    <message>
        <source>Is refused because of a wrong set-up</source>
        <translation>Est refusé à cause d’un mauvais réglage</translation>
    </message>
    <message>
        <source>Is refused because redeeming is not enabled</source>
        <translation>Est refusé&#x202f;: l’utilisation n’est pas activée</translation>
    </message>
    <message>
        <source>Is in a group that may not redeem</source>
        <translation>Est dans un groupe dont les points ne sont pas utilisables</translation>
    </message>
    <message>
        <source>Gets a code, but then the time is not accepted</source>
        <translation>Reçoit un code, mais ensuite l’heure n’est pas acceptée</translation>
    </message>
    <message>
        <source>Can redeem, but a code cannot be sent</source>
        <translation>Peut utiliser ses points, mais aucun code ne peut être envoyé</translation>
    </message>
    <message>
        <source>Is known, but not in the loyalty program</source>
        <translation>Est connu, mais pas dans le programme de fidélité</translation>
    </message>
    <message>
        <source>Is refused because points cannot be processed at the moment</source>
        <translation>Est refusé&#x202f;: les points ne peuvent pas être traités pour le moment</translation>
    </message>
    <message>
        <source>Redeems, but points cannot be given back at the moment</source>
        <translation>Utilise ses points, mais on ne peut pas les rendre pour le moment</translation>
    </message>
    <message>
        <source>Redeems, but giving points back is not enabled</source>
        <translation>Utilise ses points, mais la restitution n’est pas activée</translation>
    </message>
    <message>
        <source>Cannot be looked up: not in the program</source>
        <translation>Introuvable&#x202f;: pas dans le programme</translation>
    </message>
    <message>
        <source>Cannot be looked up: no permission</source>
        <translation>Introuvable&#x202f;: pas d’autorisation</translation>
    </message>
    <message>
        <source>Sees a program that the service no longer knows</source>
        <translation>Voit un programme que le service ne connaît plus</translation>
    </message>
    <message>
        <source>Is in a group that the service no longer knows</source>
        <translation>Est dans un groupe que le service ne connaît plus</translation>
    </message>
    <message>
        <source>Is marked as fraud, by a third number</source>
        <translation>Est signalé pour fraude, par un troisième numéro</translation>
    </message>
    <message>
        <source>Is refused because of a wrong group set-up</source>
        <translation>Est refusé à cause d’un mauvais réglage du groupe</translation>
    </message>
    <message>
        <source>Gets a code, but then no valid code is found</source>
        <translation>Reçoit un code, mais ensuite aucun code valable n’est trouvé</translation>
    </message>
    <message>
        <source>Every answer takes 2 seconds</source>
        <translation>Chaque réponse prend 2 secondes</translation>
    </message>
    <message>
        <source>No answer ever comes, nothing is done</source>
        <translation>Aucune réponse ne vient, rien n’est fait</translation>
    </message>
    <message>
        <source>The points move, then no answer ever comes</source>
        <translation>Les points bougent, puis aucune réponse ne vient</translation>
    </message>
    <message>
        <source>The answer comes byte by byte</source>
        <translation>La réponse vient octet par octet</translation>
    </message>
    <message>
        <source>The points move, then the answer is lost</source>
        <translation>Les points bougent, puis la réponse se perd</translation>
    </message>
    <message>
        <source>The connection is cut before anything is done</source>
        <translation>La connexion est coupée avant que rien ne soit fait</translation>
    </message>
    <message>
        <source>The service asks to come back later</source>
        <translation>Le service demande de revenir plus tard</translation>
    </message>
    <message>
        <source>The service says when to come back</source>
        <translation>Le service dit quand revenir</translation>
    </message>
    <message>
        <source>The member is being served elsewhere</source>
        <translation>Le client est servi ailleurs</translation>
    </message>
    <message>
        <source>An error page comes, nothing is done</source>
        <translation>Une page d’erreur vient, rien n’est fait</translation>
    </message>
    <message>
        <source>The points move, then an error page comes</source>
        <translation>Les points bougent, puis une page d’erreur vient</translation>
    </message>
    <message>
        <source>The service has a fault</source>
        <translation>Le service a un défaut</translation>
    </message>
    <message>
        <source>The service is down</source>
        <translation>Le service est en panne</translation>
    </message>
    <message>
        <source>The service is closed for a while</source>
        <translation>Le service est fermé un moment</translation>
    </message>
    <message>
        <source>The service takes too long and gives up</source>
        <translation>Le service tarde trop et abandonne</translation>
    </message>
    <message>
        <source>The code has expired</source>
        <translation>Le code a expiré</translation>
    </message>
    <message>
        <source>The member reads out a wrong code</source>
        <translation>Le client lit un code incorrect</translation>
    </message>
    <message>
        <source>Answers are written in another way</source>
        <translation>Les réponses sont écrites autrement</translation>
    </message>
    <message>
        <source>The points move, then the answer breaks off</source>
        <translation>Les points bougent, puis la réponse s’interrompt</translation>
    </message>
    <message>
        <source>The points move, the answer is half of one</source>
        <translation>Les points bougent, la réponse n’en est que la moitié</translation>
    </message>
    <message>
        <source>Redemptions show up late</source>
        <translation>Les utilisations apparaissent tard</translation>
    </message>
    <message>
        <source>Look-ups show every redemption</source>
        <translation>Les recherches montrent toutes les utilisations</translation>
    </message>
    <message>
        <source>Points that came back show up late</source>
        <translation>Les points rendus apparaissent tard</translation>
    </message>
    <message>
        <source>The points come back, then the service says no</source>
        <translation>Les points reviennent, puis le service dit non</translation>
    </message>
    <message>
        <source>The service does not accept this till</source>
        <translation>Le service n’accepte pas cette caisse</translation>
    </message>
    <message>
        <source>The points move, then the till is not accepted</source>
        <translation>Les points bougent, puis la caisse n’est pas acceptée</translation>
    </message>
    <message>
        <source>The service says that the token has expired</source>
        <translation>Le service dit que le jeton a expiré</translation>
    </message>
    <message>
        <source>The points move, then the token has expired</source>
        <translation>Les points bougent, puis le jeton a expiré</translation>
    </message>
    <message>
        <source>A new token expires at once</source>
        <translation>Un nouveau jeton expire aussitôt</translation>
    </message>
    <message>
        <source>The service gives no token</source>
        <translation>Le service ne donne pas de jeton</translation>
    </message>
    <message>
        <source>No answer comes when a token is asked for</source>
        <translation>Aucune réponse à la demande de jeton</translation>
    </message>
    <message>
        <source>The connection is cut when a token is asked for</source>
        <translation>La connexion est coupée à la demande de jeton</translation>
    </message>
    <message>
        <source>Something else comes in place of a token</source>
        <translation>Autre chose vient à la place d’un jeton</translation>
    </message>
    <message>
        <source>The service does not accept key and secret</source>
        <translation>Le service n’accepte pas la clé et le secret</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Leçons</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message numerus="yes">
        <source>Your code to redeem {points} points is {code}. It is good for %Ln minute(s).</source>
        <translation>
            <numerusform>Votre code pour utiliser {points} points est {code}. Il est valable %Ln minute.</numerusform>
            <numerusform>Votre code pour utiliser {points} points est {code}. Il est valable %Ln minutes.</numerusform>
        </translation>
    </message>
    <message>
        <source>The member’s phone</source>
        <translation>Téléphone du client</translation>
    </message>
    <message>
        <source>What goes wrong next</source>
        <translation>Prochain incident</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Formation</translation>
    </message>
    <message>
        <source>Nothing goes wrong</source>
        <translation>Aucun incident</translation>
    </message>
    <message>
        <source>Fill in {mobile}</source>
        <translation>Saisir {mobile}</translation>
    </message>
</context>
<context>
    <name>TrialPrint</name>
    <message>
        <source>Printing a test page…</source>
        <translation>Impression d’une page de test…</translation>
    </message>
    <message>
        <source>Printed at {time}</source>
        <translation>Imprimé à {time}</translation>
    </message>
    <message>
        <source>Sent to the printer at {time}</source>
        <translation>Envoyé à l’imprimante à {time}</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>Non imprimé</translation>
    </message>
</context>
<context>
    <name>UnknownPage</name>
    <message>
        <source>Not known yet</source>
        <translation>Non confirmé</translation>
    </message>
    <message>
        <source>Redeem again</source>
        <translation>Utiliser à nouveau</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>Client suivant</translation>
    </message>
    <message>
        <source>The customer is waiting?</source>
        <translation>Le client attend&#x202f;?</translation>
    </message>
    <message>
        <source>Back to POS</source>
        <translation>Retour à la caisse</translation>
    </message>
    <message>
        <source>Bill {bill}</source>
        <translation>Ticket {bill}</translation>
    </message>
    <message>
        <source>Hold bill {bill} until it is known.</source>
        <translation>Gardez le ticket {bill} jusqu’à ce que ce soit connu.</translation>
    </message>
    <message>
        <source>Hold the bill until it is known.</source>
        <translation>Gardez le ticket jusqu’à ce que ce soit connu.</translation>
    </message>
    <message>
        <source>Or take full payment. If points were used, give them back in History.</source>
        <translation>Ou encaissez le total. Si des points ont été utilisés, rendez-les dans l’historique.</translation>
    </message>
    <message>
        <source>It was sent to another service, so this one cannot tell. Support can settle it.</source>
        <translation>Elle a été envoyée à un autre service, donc celui-ci ne peut rien dire. L’assistance peut la régler.</translation>
    </message>
    <message>
        <source>The service shows a redemption that may be this one. A supervisor or support can settle it.</source>
        <translation>Le service montre une utilisation qui est peut-être celle-ci. Un responsable ou l’assistance peut la régler.</translation>
    </message>
    <message>
        <source>The till keeps checking.</source>
        <translation>La caisse continue de vérifier.</translation>
    </message>
    <message>
        <source>The till keeps checking, up to {span} more.</source>
        <translation>La caisse continue de vérifier, encore {span} au plus.</translation>
    </message>
    <message>
        <source>The outcome appears here, whatever this till is doing then.</source>
        <translation>Le résultat apparaît ici, quoi que fasse cette caisse.</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>Le service n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>The line was cut before the answer came.</source>
        <translation>La ligne a été coupée avant la réponse.</translation>
    </message>
    <message>
        <source>The service reported a fault of its own.</source>
        <translation>Le service a signalé une panne.</translation>
    </message>
    <message>
        <source>The answer of the service could not be read.</source>
        <translation>La réponse du service n’a pas pu être lue.</translation>
    </message>
    <message>
        <source>The answer of the service contradicts itself.</source>
        <translation>La réponse du service se contredit.</translation>
    </message>
    <message>
        <source>The till was closed before the answer came.</source>
        <translation>La caisse a été fermée avant la réponse.</translation>
    </message>
    <message>
        <source>The service refused it, but that does not show whether the points were used.</source>
        <translation>Le service l’a refusée, mais cela ne montre pas si les points ont été utilisés.</translation>
    </message>
    <message>
        <source>The answer that came belongs to another request.</source>
        <translation>La réponse reçue appartient à une autre requête.</translation>
    </message>
    <message>
        <source>Do not redeem again.</source>
        <translation>Ne recommencez pas.</translation>
    </message>
    <message>
        <source>The points were not redeemed</source>
        <translation>Les points n’ont pas été utilisés</translation>
    </message>
    <message numerus="yes">
        <source>The till has asked several times: none of the {points} points were taken. You can redeem again.</source>
        <translation>
            <numerusform>La caisse a vérifié plusieurs fois&#x202f;: le point ({points}) n’a pas été retiré. Vous pouvez recommencer.</numerusform>
            <numerusform>La caisse a vérifié plusieurs fois&#x202f;: aucun des {points} points n’a été retiré. Vous pouvez recommencer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpdateWatch</name>
    <message>
        <source>An update is being installed. The till closes now. Open it again in a minute.</source>
        <translation>Une mise à jour est en cours d’installation. La caisse se ferme maintenant. Rouvrez-la dans une minute.</translation>
    </message>
    <message>
        <source>An update is waiting. The till closes when this customer is done.</source>
        <translation>Une mise à jour attend. La caisse se fermera quand ce client aura terminé.</translation>
    </message>
</context>
<context>
    <name>WhatIsKnown</name>
    <message>
        <source>What is known</source>
        <translation>Ce que l’on sait</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Reference for support</source>
        <translation>Référence pour l’assistance</translation>
    </message>
    <message>
        <source>in {span}</source>
        <translation>dans {span}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>Asks again</source>
        <translation>Nouvelle demande</translation>
    </message>
    <message>
        <source>Recorded and sent</source>
        <translation>Noté et envoyé</translation>
    </message>
    <message>
        <source>No answer that proves it</source>
        <translation>Pas de réponse qui le prouve</translation>
    </message>
    <message>
        <source>Asked: not there yet</source>
        <translation>Demandé&#x202f;: pas encore là</translation>
    </message>
    <message>
        <source>Asked: no answer</source>
        <translation>Demandé&#x202f;: pas de réponse</translation>
    </message>
    <message>
        <source>Asked: perhaps found</source>
        <translation>Demandé&#x202f;: peut-être trouvé</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} point</numerusform>
            <numerusform>{points} points</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter how many points the member wants to redeem.</source>
        <translation>Saisissez combien de points le client veut utiliser.</translation>
    </message>
    <message>
        <source>Type digits only, with one mark for part of a point.</source>
        <translation>Tapez seulement des chiffres, avec une seule virgule.</translation>
    </message>
    <message>
        <source>Leave out the marks that group thousands. Use one mark, for part of a point.</source>
        <translation>Tapez sans séparateur de milliers. Un seul signe, pour les décimales.</translation>
    </message>
    <message>
        <source>Points have at most three decimal places.</source>
        <translation>Les points ont trois décimales au plus.</translation>
    </message>
    <message>
        <source>Enter more than 0 points.</source>
        <translation>Saisissez plus de 0 point.</translation>
    </message>
    <message>
        <source>Points are redeemed in steps of {points}.</source>
        <translation>Les points s’utilisent par paliers de {points}.</translation>
    </message>
    <message numerus="yes">
        <source>At most {points} points can be redeemed at one time.</source>
        <translation>
            <numerusform>On peut utiliser {points} point au plus en une fois.</numerusform>
            <numerusform>On peut utiliser {points} points au plus en une fois.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least {points} points have to be redeemed.</source>
        <translation>
            <numerusform>Il faut utiliser au moins {points} point.</numerusform>
            <numerusform>Il faut utiliser au moins {points} points.</numerusform>
        </translation>
    </message>
    <message>
        <source>That is too many points. Check the number.</source>
        <translation>C’est trop de points. Vérifiez le nombre.</translation>
    </message>
    <message numerus="yes">
        <source>We do not know yet whether the {points} points were used</source>
        <translation>
            <numerusform>Nous ne savons pas encore si {points} point a été utilisé</numerusform>
            <numerusform>Nous ne savons pas encore si les {points} points ont été utilisés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>We do not know yet whether {name}’s {points} points were used</source>
        <translation>
            <numerusform>Nous ne savons pas encore si {points} point de {name} a été utilisé</numerusform>
            <numerusform>Nous ne savons pas encore si les {points} points de {name} ont été utilisés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points redeemed</source>
        <translation>
            <numerusform>{points} point utilisé</numerusform>
            <numerusform>{points} points utilisés</numerusform>
        </translation>
    </message>
    <message>
        <source>take {value} off the bill</source>
        <translation>déduisez {value} du ticket</translation>
    </message>
    <message>
        <source>new balance {points}</source>
        <translation>nouveau solde {points}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a sentence</comment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were given back.</source>
        <translation>
            <numerusform>{points} point a été rendu.</numerusform>
            <numerusform>{points} points ont été rendus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{expired} of them had expired and did not come back.</source>
        <translation>
            <numerusform>{expired} avait expiré et n’est pas revenu.</numerusform>
            <numerusform>{expired} avaient expiré et ne sont pas revenus.</numerusform>
        </translation>
    </message>
    <message>
        <source>New balance {balance}.</source>
        <translation>Nouveau solde&#x202f;: {balance}.</translation>
    </message>
    <message numerus="yes">
        <source>{points} points were refused: points can only be redeemed in fixed steps.</source>
        <translation>
            <numerusform>{points} point a été refusé&#x202f;: les points s’utilisent seulement par paliers fixes.</numerusform>
            <numerusform>{points} points ont été refusés&#x202f;: les points s’utilisent seulement par paliers fixes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fewer than {points} points can be redeemed at one time.</source>
        <translation>
            <numerusform>On peut utiliser moins de {points} point en une fois.</numerusform>
            <numerusform>On peut utiliser moins de {points} points en une fois.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than {points} points are needed here.</source>
        <translation>
            <numerusform>Il faut ici plus de {points} point.</numerusform>
            <numerusform>Il faut ici plus de {points} points.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the member’s mobile number.</source>
        <translation>Saisissez le numéro de mobile du client.</translation>
    </message>
    <message>
        <source>Type the digits of the mobile number only.</source>
        <translation>Tapez seulement les chiffres du numéro de mobile.</translation>
    </message>
    <message>
        <source>The number is too short. Ask the member to say it again.</source>
        <translation>Le numéro est trop court. Demandez au client de le répéter.</translation>
    </message>
    <message>
        <source>The number is too long. Ask the member to say it again.</source>
        <translation>Le numéro est trop long. Demandez au client de le répéter.</translation>
    </message>
    <message>
        <source>There is no such country code. Check the digits at the beginning.</source>
        <translation>Cet indicatif de pays n’existe pas. Vérifiez les premiers chiffres.</translation>
    </message>
    <message>
        <source>That cannot be a mobile number. Ask the member to say it again.</source>
        <translation>Ce n’est pas un numéro de mobile. Demandez au client de le répéter.</translation>
    </message>
    <message>
        <source>Scan or type what identifies the member.</source>
        <translation>Scannez ou saisissez de quoi trouver le client.</translation>
    </message>
    <message>
        <source>That cannot belong to one member. Scan or type it again.</source>
        <translation>Ce n’est pas celui d’un seul client. Scannez ou ressaisissez.</translation>
    </message>
    <message>
        <source>An e-mail address needs one @ with text before and after it.</source>
        <translation>Une adresse e-mail a un seul @, avec du texte avant et après.</translation>
    </message>
    <message>
        <source>Enter the code from the member’s phone.</source>
        <translation>Saisissez le code reçu par le client.</translation>
    </message>
    <message>
        <source>That cannot be the code. Ask the member to read it again.</source>
        <translation>Ce n’est pas un code valable. Demandez au client de le relire.</translation>
    </message>
    <message>
        <source>That is the bar code of an article or a receipt. Enter the code from the member’s phone. If it is the code, press Enter once more.</source>
        <translation>C’est le code-barres d’un article ou d’un reçu. Saisissez le code reçu par le client. Si c’est bien ce code, appuyez encore sur Entrée.</translation>
    </message>
</context>
<context>
    <name>_Keys</name>
    <message>
        <source>Backspace</source>
        <translation>Retour arrière</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Majuscule</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Lettres</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Chiffres</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>Virgule décimale</translation>
    </message>
</context>
<context>
    <name>_LabelledChoice</name>
    <message>
        <source>Error: {why}</source>
        <translation>Erreur&#x202f;: {why}</translation>
    </message>
</context>
<context>
    <name>_PasswordControl</name>
    <message>
        <source>Set</source>
        <translation>Défini</translation>
    </message>
</context>
<context>
    <name>_PinControl</name>
    <message>
        <source>Set</source>
        <translation>Défini</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Non défini</translation>
    </message>
</context>
</TS>
