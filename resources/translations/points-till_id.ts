<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>AmountChips</name>
    <message>
        <source>All points</source>
        <translation>Semua poin</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>Setengah</translation>
    </message>
    <message>
        <source>Cover the bill</source>
        <translation>Lunasi nota</translation>
    </message>
    <message>
        <source>Enter money instead</source>
        <translation>Masukkan uang</translation>
    </message>
    <message>
        <source>Enter points instead</source>
        <translation>Masukkan poin</translation>
    </message>
    <message>
        <source>All {points}</source>
        <translation>Semua {points}</translation>
    </message>
    <message>
        <source>Half {points}</source>
        <translation>Setengah {points}</translation>
    </message>
    <message>
        <source>Cover the bill {money}</source>
        <translation>Lunasi nota {money}</translation>
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
        <translation>{unknown}. Jangan tukar lagi.</translation>
    </message>
    <message>
        <source>The points were not redeemed</source>
        <translation>Poin tidak ditukar</translation>
    </message>
    <message>
        <source>{cashier} has signed on</source>
        <translation>{cashier} sudah masuk</translation>
    </message>
    <message>
        <source>Signed off</source>
        <translation>Sudah keluar</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} poin</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled, back to the POS</source>
        <translation>Dibatalkan, kembali ke POS</translation>
    </message>
    <message>
        <source>Code sent</source>
        <translation>Kode terkirim</translation>
    </message>
    <message>
        <source>Worth {money}</source>
        <translation>Senilai {money}</translation>
    </message>
</context>
<context>
    <name>Banners</name>
    <message>
        <source>News</source>
        <translation>Kabar</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Open bill {bill}</source>
        <translation>Buka nota {bill}</translation>
    </message>
    <message>
        <source>Open it now</source>
        <translation>Buka sekarang</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Set it aside and start a new one</source>
        <translation>Sisihkan dan mulai yang baru</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>Catatan baru</translation>
    </message>
    <message numerus="yes">
        <source>The POS has handed over %Ln bill(s).</source>
        <translation>
            <numerusform>POS menyerahkan %Ln nota.</numerusform>
        </translation>
    </message>
    <message>
        <source>The POS has handed over bill {bill}.</source>
        <translation>POS menyerahkan nota {bill}.</translation>
    </message>
    <message>
        <source>The POS has handed over another customer.</source>
        <translation>POS menyerahkan pelanggan lain.</translation>
    </message>
    <message>
        <source>{news} The next one opens when this customer is done.</source>
        <translation>{news} Yang berikutnya terbuka setelah pelanggan ini selesai.</translation>
    </message>
    <message>
        <source>Ask support first. What is left of the damaged record is kept under another name. What can be read is copied into the new one; the rest is only in the old one.</source>
        <translation>Tanyakan dulu kepada tim dukungan. Yang tersisa dari catatan yang rusak disimpan dengan nama lain. Yang dapat dibaca disalin ke catatan baru; sisanya hanya ada di yang lama.</translation>
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
        <translation>Latihan. Tidak nyata.</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Transaksi baru</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Koneksi</translation>
    </message>
    <message>
        <source>Training: phone and members</source>
        <translation>Latihan: HP dan member</translation>
    </message>
    <message>
        <source>Leave training</source>
        <translation>Keluar dari latihan</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known yet</source>
        <translation>
            <numerusform>%Ln belum diketahui</numerusform>
        </translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Memulai</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Terhubung</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Latihan</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Lambat</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Tidak ada koneksi</translation>
    </message>
    <message>
        <source>Not safe</source>
        <translation>Tidak aman</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Tidak diterima</translation>
    </message>
    <message>
        <source>Wrong address</source>
        <translation>Alamat salah</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Diblokir</translation>
    </message>
    <message>
        <source>Service error</source>
        <translation>Kesalahan layanan</translation>
    </message>
    <message>
        <source>Not working</source>
        <translation>Tidak berfungsi</translation>
    </message>
</context>
<context>
    <name>ByHandPanel</name>
    <message>
        <source>Support can settle it. Tell them the reference.</source>
        <translation>Tim dukungan bisa menyelesaikannya. Sampaikan nomor referensinya.</translation>
    </message>
    <message>
        <source>Supervisor PIN</source>
        <translation>PIN supervisor</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>It was redeemed</source>
        <translation>Sudah ditukar</translation>
    </message>
    <message>
        <source>It was not redeemed</source>
        <translation>Tidak ditukar</translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation>nomor {number}</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} poin</numerusform>
        </translation>
    </message>
    <message>
        <source>bill {bill}</source>
        <translation>nota {bill}</translation>
    </message>
    <message>
        <source>The service shows a redemption that may be this one: {facts}.</source>
        <translation>Layanan menampilkan penukaran yang mungkin adalah penukaran ini: {facts}.</translation>
    </message>
</context>
<context>
    <name>ChoicesForm</name>
    <message>
        <source>Redeem from a group</source>
        <translation>Tukar dari grup</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Tambah catatan</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Group: {name}</source>
        <translation>Grup: {name}</translation>
    </message>
    <message>
        <source>another</source>
        <translation>lainnya</translation>
    </message>
    <message>
        <source>Program {number}</source>
        <translation>Program {number}</translation>
    </message>
    <message numerus="yes">
        <source>{program} · {points} points · {tier}</source>
        <translation>
            <numerusform>{program} · {points} poin · {tier}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{program} · {points} points</source>
        <translation>
            <numerusform>{program} · {points} poin</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Erase</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
</context>
<context>
    <name>CodeStep</name>
    <message>
        <source>Code from the member’s phone</source>
        <translation>Kode dari HP member</translation>
    </message>
    <message>
        <source>Validation code</source>
        <translation>Kode verifikasi</translation>
    </message>
    <message>
        <source>No code?</source>
        <translation>Tanpa kode?</translation>
    </message>
    <message>
        <source>Redeem without a code</source>
        <translation>Tukar tanpa kode</translation>
    </message>
    <message>
        <source>No code on the phone?</source>
        <translation>Tidak ada kode di HP?</translation>
    </message>
    <message>
        <source>Send code again</source>
        <translation>Kirim ulang kode</translation>
    </message>
    <message>
        <source>By e-mail</source>
        <translation>Lewat email</translation>
    </message>
    <message>
        <source>By card number</source>
        <translation>Dengan nomor kartu</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>Panggilan tak terjawab</translation>
    </message>
    <message>
        <source>Redeem</source>
        <translation>Tukar poin</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Redeeming…</source>
        <translation>Menukar poin…</translation>
    </message>
    <message numerus="yes">
        <source>Redeem {points} points</source>
        <translation>
            <numerusform>Tukar {points} poin</numerusform>
        </translation>
    </message>
    <message>
        <source>A missed call</source>
        <translation>Panggilan tak terjawab</translation>
    </message>
    <message>
        <source>No code needed</source>
        <translation>Tidak perlu kode</translation>
    </message>
    <message>
        <source>by SMS</source>
        <translation>lewat SMS</translation>
    </message>
    <message>
        <source>by e-mail</source>
        <translation>lewat email</translation>
    </message>
    <message>
        <source>by WhatsApp</source>
        <translation>lewat WhatsApp</translation>
    </message>
    <message>
        <source>by Zalo</source>
        <translation>lewat Zalo</translation>
    </message>
    <message>
        <source>Send a code instead</source>
        <translation>Kirim kode saja</translation>
    </message>
    <message numerus="yes">
        <source>Fewer than {points} points can be redeemed without a code.</source>
        <translation>
            <numerusform>Kurang dari {points} poin dapat ditukar tanpa kode.</numerusform>
        </translation>
    </message>
    <message>
        <source>No code has been sent yet.</source>
        <translation>Kode belum dikirim.</translation>
    </message>
    <message>
        <source>Sent {span} ago {by}</source>
        <translation>Dikirim {span} lalu {by}</translation>
    </message>
    <message>
        <source>Sent {span} ago</source>
        <translation>Dikirim {span} lalu</translation>
    </message>
    <message>
        <source>The code has probably expired. Send it again.</source>
        <translation>Kode mungkin sudah kedaluwarsa. Kirim ulang.</translation>
    </message>
    <message>
        <source>{sent} · good until about {time}</source>
        <translation>{sent} · berlaku sampai sekitar {time}</translation>
    </message>
    <message>
        <source>Sending code…</source>
        <translation>Mengirim kode…</translation>
    </message>
    <message>
        <source>Send code again in {span}</source>
        <translation>Kirim ulang dalam {span}</translation>
    </message>
</context>
<context>
    <name>ConnectionWords</name>
    <message>
        <source>The address answers in {time} ms</source>
        <translation>Alamat menjawab dalam {time} md</translation>
    </message>
    <message>
        <source>The service responds and knows this till.</source>
        <translation>Layanan menjawab dan mengenal mesin kasir ini.</translation>
    </message>
    <message>
        <source>The service does not accept the token that it gave for this key.</source>
        <translation>Layanan tidak menerima token yang diberikannya untuk kunci ini.</translation>
    </message>
    <message>
        <source>Ask your company’s support whether the key may be used for this till.</source>
        <translation>Tanyakan kepada tim dukungan perusahaan Anda apakah kunci ini boleh dipakai untuk mesin kasir ini.</translation>
    </message>
    <message>
        <source>The address answers</source>
        <translation>Alamat menjawab</translation>
    </message>
    <message>
        <source>The connection is safe</source>
        <translation>Koneksi aman</translation>
    </message>
    <message>
        <source>The service knows this till, but this computer’s clock says {here}, and the service’s {there}.</source>
        <translation>Layanan mengenal mesin kasir ini, tetapi jam komputer ini menunjukkan {here}, dan jam layanan {there}.</translation>
    </message>
    <message>
        <source>The service does not accept this key and secret.</source>
        <translation>Layanan tidak menerima kunci dan rahasia ini.</translation>
    </message>
    <message>
        <source>Enter both again. Capital letters count.</source>
        <translation>Masukkan lagi keduanya. Huruf besar berpengaruh.</translation>
    </message>
    <message>
        <source>The service does not accept this name and password.</source>
        <translation>Layanan tidak menerima nama dan kata sandi ini.</translation>
    </message>
    <message>
        <source>Enter the password again. Capital letters count. Check the name of this till too.</source>
        <translation>Masukkan lagi kata sandinya. Huruf besar berpengaruh. Periksa juga nama mesin kasir ini.</translation>
    </message>
    <message>
        <source>The service knows this till, but does not let it look up members.</source>
        <translation>Layanan mengenal mesin kasir ini, tetapi tidak mengizinkannya mencari member.</translation>
    </message>
    <message>
        <source>Ask your company’s support to allow it.</source>
        <translation>Minta tim dukungan perusahaan Anda untuk mengizinkannya.</translation>
    </message>
    <message>
        <source>There is no loyalty service at this address.</source>
        <translation>Tidak ada layanan poin di alamat ini.</translation>
    </message>
    <message>
        <source>Something else answered, not the loyalty service.</source>
        <translation>Yang menjawab bukan layanan poin.</translation>
    </message>
    <message>
        <source>It may be a web filter or a sign-in page of this network. Check the address.</source>
        <translation>Mungkin penyaring web atau halaman masuk jaringan ini. Periksa alamatnya.</translation>
    </message>
    <message>
        <source>No computer has this name.</source>
        <translation>Tidak ada komputer dengan nama ini.</translation>
    </message>
    <message>
        <source>The computer at this address does not accept connections.</source>
        <translation>Komputer di alamat ini tidak menerima koneksi.</translation>
    </message>
    <message>
        <source>Check the address and its port, and whether this computer is online.</source>
        <translation>Periksa alamat dan portnya, dan apakah komputer ini tersambung ke jaringan.</translation>
    </message>
    <message>
        <source>No computer answers at this address.</source>
        <translation>Tidak ada komputer yang menjawab di alamat ini.</translation>
    </message>
    <message>
        <source>Check the address. A firewall may block it: ask who runs the network.</source>
        <translation>Periksa alamatnya. Mungkin diblokir firewall: tanyakan kepada pengelola jaringan.</translation>
    </message>
    <message>
        <source>The service gave no token, so this till cannot sign in.</source>
        <translation>Layanan tidak memberi token, jadi mesin kasir ini tidak dapat masuk.</translation>
    </message>
    <message>
        <source>Try again in a minute. If that does not help, check the address.</source>
        <translation>Coba lagi dalam satu menit. Jika belum bisa, periksa alamatnya.</translation>
    </message>
    <message>
        <source>Check this computer’s date ({date}). If it is right, tell support: the certificate must be renewed.</source>
        <translation>Periksa tanggal komputer ini ({date}). Jika benar, beri tahu tim dukungan: sertifikat harus diperbarui.</translation>
    </message>
    <message>
        <source>Check this computer’s date ({date}). It may be in the past.</source>
        <translation>Periksa tanggal komputer ini ({date}). Mungkin tertinggal.</translation>
    </message>
    <message>
        <source>The certificate belongs to another address.</source>
        <translation>Sertifikat ini milik alamat lain.</translation>
    </message>
    <message>
        <source>This computer does not trust the certificate of this address.</source>
        <translation>Komputer ini tidak memercayai sertifikat alamat ini.</translation>
    </message>
    <message>
        <source>If your network inspects secure traffic, its certificate must be installed here.</source>
        <translation>Jika jaringan Anda memeriksa lalu lintas aman, sertifikatnya harus dipasang di sini.</translation>
    </message>
    <message>
        <source>The certificate of this address cannot be accepted.</source>
        <translation>Sertifikat alamat ini tidak dapat diterima.</translation>
    </message>
    <message>
        <source>The address answers, but not with a safe connection.</source>
        <translation>Alamat menjawab, tetapi tidak dengan koneksi aman.</translation>
    </message>
    <message>
        <source>Check the address and its port.</source>
        <translation>Periksa alamat dan portnya.</translation>
    </message>
    <message>
        <source>The proxy of this network does not let the till through.</source>
        <translation>Proxy jaringan ini tidak meloloskan mesin kasir.</translation>
    </message>
    <message>
        <source>Check this computer’s date, time and time zone.</source>
        <translation>Periksa tanggal, waktu, dan zona waktu komputer ini.</translation>
    </message>
    <message>
        <source>The proxy of this network does not accept the till’s login.</source>
        <translation>Proxy jaringan ini tidak menerima login mesin kasir.</translation>
    </message>
    <message>
        <source>Check the name and the password for the proxy.</source>
        <translation>Periksa nama dan kata sandi untuk proxy.</translation>
    </message>
    <message>
        <source>Ask who runs the network to allow this address.</source>
        <translation>Minta pengelola jaringan mengizinkan alamat ini.</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>Pengujian dihentikan.</translation>
    </message>
    <message>
        <source>The certificate of this address has expired.</source>
        <translation>Sertifikat alamat ini sudah kedaluwarsa.</translation>
    </message>
    <message>
        <source>The certificate of this address is not valid yet.</source>
        <translation>Sertifikat alamat ini belum berlaku.</translation>
    </message>
    <message>
        <source>The address offers only old connections that are not safe any more.</source>
        <translation>Alamat ini hanya menawarkan koneksi lama yang tidak aman lagi.</translation>
    </message>
    <message>
        <source>The service must offer TLS 1.2 or newer: tell its support.</source>
        <translation>Layanan harus menawarkan TLS 1.2 atau yang lebih baru: beri tahu dukungannya.</translation>
    </message>
    <message>
        <source>The file of certificates cannot be used.</source>
        <translation>Berkas sertifikat tidak dapat dipakai.</translation>
    </message>
    <message>
        <source>It must exist, be readable, and have certificates in PEM form.</source>
        <translation>Berkas harus ada, dapat dibaca, dan berisi sertifikat dalam bentuk PEM.</translation>
    </message>
    <message>
        <source>Check the spelling of the address.</source>
        <translation>Periksa ejaan alamatnya.</translation>
    </message>
</context>
<context>
    <name>Controller</name>
    <message>
        <source>This bill came from the POS. Press F4 again to cancel it and go back to the POS.</source>
        <translation>Nota ini dari POS. Tekan F4 lagi untuk membatalkannya dan kembali ke POS.</translation>
    </message>
    <message>
        <source>The POS no longer needs bill {bill}.</source>
        <translation>POS tidak memerlukan nota {bill} lagi.</translation>
    </message>
    <message>
        <source>The POS no longer needs this bill.</source>
        <translation>POS tidak memerlukan nota ini lagi.</translation>
    </message>
</context>
<context>
    <name>CounterCalls</name>
    <message>
        <source>This takes longer than usual. Please wait until the till says whether the points were redeemed.</source>
        <translation>Ini memakan waktu lebih lama dari biasanya. Mohon tunggu sampai mesin kasir menunjukkan apakah poin sudah ditukar.</translation>
    </message>
    <message>
        <source>The service is slow. Please wait: the till is finding out whether the points were redeemed.</source>
        <translation>Layanan lambat. Mohon tunggu: mesin kasir sedang mengecek apakah poin sudah ditukar.</translation>
    </message>
    <message>
        <source>The service is slow. Wait a little longer, or press Esc to go back.</source>
        <translation>Layanan lambat. Tunggu sebentar lagi, atau tekan Esc untuk kembali.</translation>
    </message>
</context>
<context>
    <name>CounterPage</name>
    <message>
        <source>The member has entered the code.</source>
        <translation>Member sudah memasukkan kode.</translation>
    </message>
</context>
<context>
    <name>CustomFieldsForm</name>
    <message>
        <source>{field} (required)</source>
        <translation>{field} (wajib)</translation>
    </message>
</context>
<context>
    <name>CustomerWindow</name>
    <message>
        <source>Points Till: for the customer</source>
        <translation>Points Till: untuk pelanggan</translation>
    </message>
    <message>
        <source>Enter your code</source>
        <translation>Masukkan kode Anda</translation>
    </message>
    <message>
        <source>Your code, please</source>
        <translation>Kode Anda, silakan</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Selamat datang</translation>
    </message>
    <message>
        <source>Hello, {name}</source>
        <translation>Halo, {name}</translation>
    </message>
    <message>
        <source>{name}, you have</source>
        <translation>{name}, Anda punya</translation>
    </message>
    <message>
        <source>You have</source>
        <translation>Anda punya</translation>
    </message>
    <message>
        <source>{name}, you are using</source>
        <translation>{name}, Anda memakai</translation>
    </message>
    <message>
        <source>You are using</source>
        <translation>Anda memakai</translation>
    </message>
    <message>
        <source>{value} off your bill</source>
        <translation>{value} potongan di nota Anda</translation>
    </message>
    <message>
        <source>Your points now</source>
        <translation>Poin Anda sekarang</translation>
    </message>
    <message>
        <source>You keep</source>
        <translation>Sisa poin Anda</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Terima kasih</translation>
    </message>
    <message>
        <source>Points used</source>
        <translation>Poin terpakai</translation>
    </message>
    <message>
        <source>Your points were not used</source>
        <translation>Poin Anda tidak terpakai</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>Mohon tunggu sebentar</translation>
    </message>
    <message>
        <source>We are checking whether your points were used.</source>
        <translation>Kami sedang memeriksa apakah poin Anda terpakai.</translation>
    </message>
    <message>
        <source>That code was not accepted. Please try again.</source>
        <translation>Kode itu tidak diterima. Silakan coba lagi.</translation>
    </message>
    <message>
        <source>Sent to your phone ending in {digits}</source>
        <translation>Dikirim ke HP Anda yang berakhiran {digits}</translation>
    </message>
    <message>
        <source>Tell the cashier the code that was sent to your phone ending in {digits}</source>
        <translation>Beri tahu kasir kode yang dikirim ke HP Anda yang berakhiran {digits}</translation>
    </message>
    <message>
        <source>We have sent you a code</source>
        <translation>Kami sudah mengirim kode kepada Anda</translation>
    </message>
    <message>
        <source>Tell the cashier the code you received</source>
        <translation>Beri tahu kasir kode yang Anda terima</translation>
    </message>
    <message>
        <source>{sent} · good until about {time}</source>
        <translation>{sent} · berlaku sampai sekitar {time}</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} poin</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayFigures</name>
    <message>
        <source>Count</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Poin</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>Ditukar</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Dikembalikan</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Bersih</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Belum diketahui</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Ditolak</translation>
    </message>
    <message numerus="yes">
        <source>%Ln redemption(s)</source>
        <translation>
            <numerusform>%Ln penukaran</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s)</source>
        <translation>
            <numerusform>%Ln kali</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} poin</numerusform>
        </translation>
    </message>
    <message>
        <source>By cashier</source>
        <translation>Menurut kasir</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Tanpa nama</translation>
    </message>
    <message>
        <source>By program</source>
        <translation>Menurut program</translation>
    </message>
    <message>
        <source>Default program</source>
        <translation>Program bawaan</translation>
    </message>
    <message numerus="yes">
        <source>{points} points given back</source>
        <translation>
            <numerusform>{points} poin dikembalikan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayPage</name>
    <message>
        <source>End of day</source>
        <translation>Akhir hari</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Hari</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Back to History</source>
        <translation>Kembali ke riwayat</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Ditutup</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>Tutup hari</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Belum</translation>
    </message>
    <message>
        <source>Closing the day…</source>
        <translation>Menutup hari…</translation>
    </message>
    <message>
        <source>Close {day}? It cannot be opened again. What is settled later is in the next day’s report.</source>
        <translation>Tutup {day}? Tidak dapat dibuka lagi. Yang diselesaikan kemudian ada di laporan hari berikutnya.</translation>
    </message>
    <message>
        <source>Closed by {cashier} on {time}</source>
        <translation>Ditutup oleh {cashier}, {time}</translation>
    </message>
    <message>
        <source>Closed on {time}</source>
        <translation>Ditutup {time}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Kemarin</translation>
    </message>
</context>
<context>
    <name>DaySide</name>
    <message>
        <source>Compare with the service</source>
        <translation>Bandingkan dengan layanan</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Sidik</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Comparing, {asked} of {lists}…</source>
        <translation>Membandingkan, {asked} dari {lists}…</translation>
    </message>
    <message>
        <source>Journal: nothing on this day</source>
        <translation>Catatan: tidak ada pada hari ini</translation>
    </message>
    <message>
        <source>Journal {first} to {last}</source>
        <translation>Catatan {first} sampai {last}</translation>
    </message>
    <message>
        <source>Head {head}</source>
        <translation>Sidik {head}</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Tidak ada yang tertunda</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known yet</source>
        <translation>
            <numerusform>%Ln belum diketahui</numerusform>
        </translation>
    </message>
    <message>
        <source>The till keeps asking. The next day’s report names the outcome.</source>
        <translation>Mesin kasir terus mengecek. Laporan hari berikutnya menyebut hasilnya.</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>Ditukar</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Ditolak</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Belum diketahui</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Dikembalikan</translation>
    </message>
    <message>
        <source>The service has no redemption of this day either</source>
        <translation>Layanan juga tidak punya penukaran pada hari ini</translation>
    </message>
    <message>
        <source>Not given back</source>
        <translation>Tidak dikembalikan</translation>
    </message>
    <message>
        <source>The figures include this. A report that was printed at the closing does not.</source>
        <translation>Angka di sini mencakupnya. Laporan yang dicetak saat ditutup tidak.</translation>
    </message>
    <message>
        <source>Since it was closed</source>
        <translation>Sejak ditutup</translation>
    </message>
    <message>
        <source>Settled since, of other days</source>
        <translation>Diselesaikan sejak itu, dari hari lain</translation>
    </message>
    <message>
        <source>Compared at {time}</source>
        <translation>Dibandingkan pukul {time}</translation>
    </message>
    <message>
        <source>The service has no list of the store, so only members were compared.</source>
        <translation>Layanan tidak punya daftar toko, jadi hanya member yang dibandingkan.</translation>
    </message>
    <message>
        <source>Points given back of an earlier redemption are compared with the day of that redemption.</source>
        <translation>Poin yang dikembalikan dari penukaran sebelumnya dibandingkan pada hari penukaran itu.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln redemption(s) could not be compared. Try again later.</source>
        <translation>
            <numerusform>%Ln penukaran tidak dapat dibandingkan. Coba lagi nanti.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln agree with the service</source>
        <translation>
            <numerusform>Semua %Ln cocok dengan layanan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s) from the service</source>
        <translation>
            <numerusform>%Ln perbedaan dengan layanan</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything could be compared</source>
        <translation>Tidak semuanya dapat dibandingkan</translation>
    </message>
    <message>
        <source>{name}: redeemed at the service, {service} points. This till does not know it yet.</source>
        <translation>{name}: menurut layanan {service} poin ditukar. Mesin kasir ini belum mengetahuinya.</translation>
    </message>
    <message>
        <source>{name}: the service has redeemed {service} points, and this till has not.</source>
        <translation>{name}: menurut layanan {service} poin ditukar, menurut mesin kasir ini tidak.</translation>
    </message>
    <message>
        <source>{name}: the service has {service} points of this till that its record does not know.</source>
        <translation>{name}: layanan punya {service} poin dari mesin kasir ini yang tidak ada di catatannya.</translation>
    </message>
    <message>
        <source>{name}: this till redeemed {mine} points, and the service does not show it.</source>
        <translation>{name}: menurut mesin kasir ini {mine} poin ditukar, tetapi layanan tidak menampilkannya.</translation>
    </message>
    <message>
        <source>{name}: {mine} points here, {service} at the service.</source>
        <translation>{name}: {mine} poin di sini, {service} di layanan.</translation>
    </message>
    <message>
        <source>{name}: only one of the two says that its points were given back.</source>
        <translation>{name}: hanya satu dari keduanya yang menyatakan poinnya dikembalikan.</translation>
    </message>
    <message>
        <source>{name}: {mine} points given back here, {service} at the service.</source>
        <translation>{name}: {mine} poin dikembalikan di sini, {service} di layanan.</translation>
    </message>
    <message>
        <source>{name}: the store’s list shows {service} points that are not known here.</source>
        <translation>{name}: daftar toko menampilkan {service} poin yang tidak dikenal di sini.</translation>
    </message>
    <message>
        <source>Giving back</source>
        <translation>Sedang dikembalikan</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} poin</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Drafting</name>
    <message>
        <source>Enter the amount of money.</source>
        <translation>Masukkan jumlah uang.</translation>
    </message>
    <message>
        <source>Enter the bill number.</source>
        <translation>Masukkan nomor nota.</translation>
    </message>
    <message>
        <source>The note is too long. Make it shorter.</source>
        <translation>Catatan terlalu panjang. Persingkat.</translation>
    </message>
    <message numerus="yes">
        <source>The POS allows up to {points} points. Enter no more than that.</source>
        <translation>
            <numerusform>POS mengizinkan hingga {points} poin. Jangan masukkan lebih.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The group has {points} points. Enter no more than that.</source>
        <translation>
            <numerusform>Grup punya {points} poin. Masukkan tidak lebih dari itu.</numerusform>
        </translation>
    </message>
    <message>
        <source>The member has no points to redeem.</source>
        <translation>Member tidak punya poin untuk ditukar.</translation>
    </message>
    <message numerus="yes">
        <source>The member has {points} points. Enter no more than that.</source>
        <translation>
            <numerusform>Member punya {points} poin. Masukkan tidak lebih dari itu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fill in “{field}”.</source>
        <translation>Isi “{field}”.</translation>
    </message>
    <message>
        <source>“{field}” must be a number.</source>
        <translation>“{field}” hanya bisa diisi angka.</translation>
    </message>
    <message>
        <source>Choose an entry for “{field}”.</source>
        <translation>Pilih “{field}” dari daftar.</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
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
        <translation>Pesan</translation>
    </message>
    <message>
        <source>For support: {number}</source>
        <translation>Untuk dukungan: {number}</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>That is the number of a receipt. Open History and scan it there to give points back.</source>
        <translation>Itu nomor struk. Buka Riwayat dan pindai di sana untuk mengembalikan poin.</translation>
    </message>
    <message>
        <source>If it is not a card number, choose below what it is.</source>
        <translation>Jika ini bukan nomor kartu, pilih jenisnya di bawah.</translation>
    </message>
    <message>
        <source>If it is not an e-mail address, choose below what it is.</source>
        <translation>Jika ini bukan alamat email, pilih jenisnya di bawah.</translation>
    </message>
    <message>
        <source>If it is not a customer number, choose below what it is.</source>
        <translation>Jika ini bukan nomor pelanggan, pilih jenisnya di bawah.</translation>
    </message>
    <message>
        <source>If it is not a mobile number, choose below what it is.</source>
        <translation>Jika ini bukan nomor HP, pilih jenisnya di bawah.</translation>
    </message>
    <message>
        <source>The service is very busy. The till looks again by itself. Press Esc to stop.</source>
        <translation>Layanan sedang sangat sibuk. Mesin kasir akan mencari lagi sendiri. Tekan Esc untuk berhenti.</translation>
    </message>
    <message>
        <source>This member</source>
        <translation>Member ini</translation>
    </message>
    <message>
        <source>{name} has no points to redeem.</source>
        <translation>{name} tidak punya poin untuk ditukar.</translation>
    </message>
    <message>
        <source>Finish the sale without points.</source>
        <translation>Selesaikan transaksi tanpa poin.</translation>
    </message>
    <message>
        <source>The service was very busy. The till waited until it answered.</source>
        <translation>Layanan sangat sibuk. Mesin kasir menunggu sampai ada jawaban.</translation>
    </message>
    <message>
        <source>This number’s account was merged into that of {number}. Points are redeemed there. Check the name with the member.</source>
        <translation>Akun nomor ini sudah digabung ke akun {number}. Poin ditukar dari akun itu. Cek namanya dengan member.</translation>
    </message>
    <message>
        <source>another</source>
        <translation>nomor lain</translation>
    </message>
</context>
<context>
    <name>GiveBackController</name>
    <message>
        <source>Item returned</source>
        <translation>Barang retur</translation>
    </message>
    <message>
        <source>Sale cancelled</source>
        <translation>Batal beli</translation>
    </message>
    <message>
        <source>Wrong member</source>
        <translation>Member salah</translation>
    </message>
    <message numerus="yes">
        <source>Only {points} points can be given back.</source>
        <translation>
            <numerusform>Hanya {points} poin yang dapat dikembalikan.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter why the points are given back.</source>
        <translation>Masukkan mengapa poin dikembalikan.</translation>
    </message>
    <message>
        <source>Enter the supervisor’s PIN.</source>
        <translation>Masukkan PIN supervisor.</translation>
    </message>
    <message numerus="yes">
        <source>{points} points of this redemption were already given back, but not at this till. Go on only if the customer returns something else now.</source>
        <translation>
            <numerusform>{points} poin dari penukaran ini sudah dikembalikan, tetapi bukan di mesin kasir ini. Lanjutkan hanya jika pelanggan sekarang meretur barang lain.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points of this redemption were already given back at {at} by {cashier}. Go on only if the customer returns something else now.</source>
        <translation>
            <numerusform>{points} poin dari penukaran ini sudah dikembalikan pada pukul {at} oleh {cashier}. Lanjutkan hanya jika pelanggan sekarang meretur barang lain.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points of this redemption were already given back at {at}. Go on only if the customer returns something else now.</source>
        <translation>
            <numerusform>{points} poin dari penukaran ini sudah dikembalikan pada pukul {at}. Lanjutkan hanya jika pelanggan sekarang meretur barang lain.</numerusform>
        </translation>
    </message>
    <message>
        <source>{who}: {news}</source>
        <comment>the outcome for a bill or a mobile number</comment>
        <translation>{who}: {news}</translation>
    </message>
    <message>
        <source>Enter how many points are given back.</source>
        <translation>Masukkan berapa poin yang dikembalikan.</translation>
    </message>
    <message>
        <source>That PIN is wrong. No points were given back.</source>
        <translation>PIN itu salah. Tidak ada poin yang dikembalikan.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. No points were given back. Try again in 15 minutes.</source>
        <translation>Terlalu banyak PIN salah. Tidak ada poin yang dikembalikan. Coba lagi dalam 15 menit.</translation>
    </message>
    <message>
        <source>A supervisor’s PIN cannot be checked here. No points were given back. Tell support.</source>
        <translation>PIN supervisor tidak dapat diperiksa di sini. Tidak ada poin yang dikembalikan. Beri tahu tim dukungan.</translation>
    </message>
</context>
<context>
    <name>GiveBackPage</name>
    <message>
        <source>Give points back</source>
        <translation>Kembalikan poin</translation>
    </message>
    <message>
        <source>Back to History</source>
        <translation>Kembali ke riwayat</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Points to give back</source>
        <translation>Poin yang dikembalikan</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Supervisor PIN</source>
        <translation>PIN supervisor</translation>
    </message>
    <message>
        <source>Expired points do not come back. The receipt shows how many.</source>
        <translation>Poin kedaluwarsa tidak kembali. Struk menunjukkan jumlahnya.</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Kembalikan</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Points given back</source>
        <translation>Poin dikembalikan</translation>
    </message>
    <message>
        <source>Expired, not given back</source>
        <translation>Kedaluwarsa, tidak dikembalikan</translation>
    </message>
    <message>
        <source>Updated balance</source>
        <translation>Saldo terbaru</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>Cetak struk</translation>
    </message>
    <message>
        <source>Save receipt</source>
        <translation>Simpan struk</translation>
    </message>
    <message>
        <source>Back to POS</source>
        <translation>Kembali ke POS</translation>
    </message>
    <message numerus="yes">
        <source>Give back {points} points again</source>
        <translation>
            <numerusform>Kembalikan {points} poin lagi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} poin</numerusform>
        </translation>
    </message>
    <message>
        <source>All {points}</source>
        <translation>Semua {points}</translation>
    </message>
    <message numerus="yes">
        <source>Give back {points} points</source>
        <translation>
            <numerusform>Kembalikan {points} poin</numerusform>
        </translation>
    </message>
    <message>
        <source>Giving points back…</source>
        <translation>Mengembalikan poin…</translation>
    </message>
    <message>
        <source>Asking the service…</source>
        <translation>Menanyai layanan…</translation>
    </message>
</context>
<context>
    <name>GivenBackRow</name>
    <message numerus="yes">
        <source>{points} points given back</source>
        <translation>
            <numerusform>{points} poin dikembalikan</numerusform>
        </translation>
    </message>
    <message>
        <source>Print receipt for {given_back}</source>
        <translation>Cetak struk: {given_back}</translation>
    </message>
    <message>
        <source>Save receipt for {given_back}</source>
        <translation>Simpan struk: {given_back}</translation>
    </message>
</context>
<context>
    <name>GroupPanel</name>
    <message>
        <source>Group</source>
        <translation>Grup</translation>
    </message>
    <message>
        <source>Find group by</source>
        <translation>Grup dicari dengan</translation>
    </message>
    <message>
        <source>Number or name</source>
        <translation>Nomor atau nama</translation>
    </message>
    <message>
        <source>Kind of identifier</source>
        <translation>Jenis data</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Account of the source</source>
        <translation>Akun sumber</translation>
    </message>
    <message>
        <source>Group number</source>
        <translation>Nomor grup</translation>
    </message>
    <message>
        <source>Group number in another system</source>
        <translation>Nomor grup di sistem lain</translation>
    </message>
    <message>
        <source>Main member’s user number</source>
        <translation>Nomor pengguna member utama</translation>
    </message>
    <message>
        <source>Main member’s mobile, e-mail or card</source>
        <translation>HP/email/kartu member utama</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>Nomor HP</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>Nomor kartu</translation>
    </message>
    <message>
        <source>Card number in another system</source>
        <translation>Nomor kartu di sistem lain</translation>
    </message>
    <message>
        <source>User number</source>
        <translation>Nomor pengguna</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Tidak perlu</translation>
    </message>
    <message>
        <source>Whose points?</source>
        <translation>Poin siapa?</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Use this group</source>
        <translation>Pakai grup ini</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Another group</source>
        <translation>Grup lain</translation>
    </message>
    <message>
        <source>The member’s own points</source>
        <translation>Poin milik member sendiri</translation>
    </message>
    <message numerus="yes">
        <source>{group} · {points} points</source>
        <translation>
            <numerusform>{group} · {points} poin</numerusform>
        </translation>
    </message>
    <message>
        <source>Use the member’s own points</source>
        <translation>Pakai poin member sendiri</translation>
    </message>
    <message>
        <source>Type the group’s number or name.</source>
        <translation>Ketik nomor atau nama grup.</translation>
    </message>
    <message>
        <source>With a source, also enter the main member’s identifier.</source>
        <translation>Jika memilih sumber, isi juga data member utama.</translation>
    </message>
    <message>
        <source>With an account, also choose its source.</source>
        <translation>Jika mengisi akun, pilih juga sumbernya.</translation>
    </message>
    <message>
        <source>Choose what kind of identifier this is.</source>
        <translation>Pilih jenis data yang diisi.</translation>
    </message>
    <message>
        <source>This source has several accounts. Type which one.</source>
        <translation>Sumber ini punya beberapa akun. Ketik akun yang dipakai.</translation>
    </message>
</context>
<context>
    <name>HandOverBanner</name>
    <message>
        <source>Cancel, back to POS</source>
        <translation>Batal, kembali ke POS</translation>
    </message>
    <message>
        <source>bill {bill}</source>
        <translation>nota {bill}</translation>
    </message>
    <message>
        <source>{money} to pay</source>
        <translation>{money} harus dibayar</translation>
    </message>
    <message numerus="yes">
        <source>up to {points} points</source>
        <translation>
            <numerusform>hingga {points} poin</numerusform>
        </translation>
    </message>
    <message>
        <source>From the POS</source>
        <translation>Dari POS</translation>
    </message>
    <message>
        <source>From the POS: {facts}</source>
        <translation>Dari POS: {facts}</translation>
    </message>
</context>
<context>
    <name>HandOvers</name>
    <message>
        <source>This bill has been handed over already.</source>
        <translation>Nota ini sudah masuk sebelumnya.</translation>
    </message>
    <message>
        <source>Too many bills are waiting. The newest one was not accepted: hand it over again later.</source>
        <translation>Terlalu banyak nota yang menunggu. Nota terbaru tidak diterima: kirim lagi nanti.</translation>
    </message>
</context>
<context>
    <name>HeldWords</name>
    <message numerus="yes">
        <source>Bill {bill} is held: it is not known yet whether {points} points were redeemed for it at {at}. Wait until the till has found out.</source>
        <translation>
            <numerusform>Nota {bill} dikunci: belum diketahui apakah {points} poin sudah ditukar pada pukul {at}. Tunggu sampai mesin kasir tahu hasilnya.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For this member it is not known yet whether {points} points were redeemed at {at}. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>Untuk member ini belum diketahui apakah {points} poin sudah ditukar pada pukul {at}. Tetap tukar hanya jika ini pembelian lain.</numerusform>
        </translation>
    </message>
    <message>
        <source>The service cannot show yet whether an earlier try went through. Try again in a moment. Do not take the points off the bill yet.</source>
        <translation>Layanan belum bisa menunjukkan apakah percobaan sebelumnya berhasil. Coba lagi sebentar lagi. Jangan potong poin dari nota dulu.</translation>
    </message>
    <message numerus="yes">
        <source>Another till sent these {points} points at {at}, and this till cannot tell whether they were taken. Ask support first. Redeem anyway only if support says so.</source>
        <translation>
            <numerusform>Mesin kasir lain mengirim {points} poin ini pada pukul {at}, dan mesin kasir ini tidak bisa tahu apakah poinnya terpotong. Tanya tim dukungan dulu. Tetap tukar hanya jika tim dukungan mengizinkan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were already redeemed for this member at {at}. Redeem anyway only if you want to take them a second time.</source>
        <translation>
            <numerusform>{points} poin sudah ditukar untuk member ini pada pukul {at}. Tetap tukar hanya jika poin memang mau dipotong lagi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{so_far} points were redeemed on bill {bill} so far, in %Ln redemption(s). Redeem anyway only if you want to take more points for this bill.</source>
        <translation>
            <numerusform>Sejauh ini {so_far} poin sudah ditukar pada nota {bill}, dalam %Ln penukaran. Tetap tukar hanya jika poin memang mau dipotong lagi untuk nota ini.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were already redeemed for bill {bill} at {at}. Redeem anyway only if you want to take them a second time.</source>
        <translation>
            <numerusform>{points} poin sudah ditukar untuk nota {bill} pada pukul {at}. Tetap tukar hanya jika poin memang mau dipotong lagi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were redeemed for this member at {at}, and the till found out only later. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>{points} poin sudah ditukar untuk member ini pada pukul {at}, dan mesin kasir baru mengetahuinya kemudian. Tetap tukar hanya jika ini pembelian lain.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points on bill {bill}, and it is not certain that they were not taken. Redeem anyway only if the bill needs other points now.</source>
        <translation>
            <numerusform>Pada pukul {at} mesin kasir mencoba menukar {points} poin pada nota {bill}, dan belum pasti poin itu tidak terpotong. Tetap tukar hanya jika nota ini sekarang perlu jumlah poin lain.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points for this member without a bill number. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>Pada pukul {at} mesin kasir mencoba menukar {points} poin untuk member ini tanpa nomor nota. Tetap tukar hanya jika ini pembelian lain.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points for this member on bill {bill}. Redeem anyway only if this is another purchase.</source>
        <translation>
            <numerusform>Pada pukul {at} mesin kasir mencoba menukar {points} poin untuk member ini pada nota {bill}. Tetap tukar hanya jika ini pembelian lain.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {at} the till tried to redeem {points} points for this member on bill {bill}, which is spelt almost like this one. Redeem anyway only if this is another bill.</source>
        <translation>
            <numerusform>Pada pukul {at} mesin kasir mencoba menukar {points} poin untuk member ini pada nota {bill}, yang nomornya hampir sama dengan ini. Tetap tukar hanya jika ini nota lain.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryDetail</name>
    <message>
        <source>What happened</source>
        <translation>Yang terjadi</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>Cetak struk</translation>
    </message>
    <message>
        <source>Save receipt</source>
        <translation>Simpan struk</translation>
    </message>
    <message>
        <source>Give points back</source>
        <translation>Kembalikan poin</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Kasir</translation>
    </message>
    <message>
        <source>Redemption</source>
        <translation>Penukaran</translation>
    </message>
    <message>
        <source>Reference {reference}</source>
        <translation>Referensi {reference}</translation>
    </message>
    <message>
        <source>Request {request}</source>
        <translation>Permintaan {request}</translation>
    </message>
    <message>
        <source>Not known yet whether the points were redeemed. The till keeps asking.</source>
        <translation>Belum diketahui apakah poin sudah ditukar. Mesin kasir terus mengecek.</translation>
    </message>
    <message>
        <source>The till looked several times and did not find it. No points were taken.</source>
        <translation>Mesin kasir mencari beberapa kali dan tidak menemukannya. Poin tidak terpotong.</translation>
    </message>
    <message>
        <source>The points have been given back since.</source>
        <translation>Poin sudah dikembalikan sejak itu.</translation>
    </message>
    <message>
        <source>Found late: it was recorded as not redeemed.</source>
        <translation>Ditemukan terlambat: tercatat sebagai tidak ditukar.</translation>
    </message>
    <message numerus="yes">
        <source>{points} points have been given back since.</source>
        <translation>
            <numerusform>{points} poin sudah dikembalikan sejak itu.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Not known yet</source>
        <translation>Belum diketahui</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ekspor</translation>
    </message>
    <message>
        <source>End of day</source>
        <translation>Akhir hari</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Mobile, bill, receipt number or day</source>
        <translation>HP, nota, nomor struk, atau hari</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Hari</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Kemarin</translation>
    </message>
    <message>
        <source>Last seven days</source>
        <translation>Tujuh hari terakhir</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>Ditukar</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Ditolak</translation>
    </message>
    <message>
        <source>Not redeemed</source>
        <translation>Tidak ditukar</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Kasir</translation>
    </message>
    <message>
        <source>Saving the list…</source>
        <translation>Menyimpan daftar…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln redemption(s)</source>
        <translation>
            <numerusform>%Ln penukaran</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} saved as {path}</source>
        <translation>Disimpan sebagai {path}: {count}</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Dikembalikan</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Tidak ditemukan.</translation>
    </message>
    <message numerus="yes">
        <source>Today: %Ln redemption(s)</source>
        <translation>
            <numerusform>Hari ini: %Ln penukaran</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} poin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points given back</source>
        <translation>
            <numerusform>{points} poin dikembalikan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known yet</source>
        <translation>
            <numerusform>%Ln belum diketahui</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryTable</name>
    <message>
        <source>Redemptions</source>
        <translation>Penukaran</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Poin</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>LessonsPanel</name>
    <message>
        <source>Five short lessons</source>
        <translation>Lima pelajaran singkat</translation>
    </message>
    <message>
        <source>You can do this.</source>
        <translation>Anda sudah bisa.</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Pelajaran</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>Pelajaran berikutnya</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>Semua pelajaran</translation>
    </message>
</context>
<context>
    <name>LocalInterface</name>
    <message>
        <source>The POS cannot reach this till through port {port}, maybe because another program uses it. You can redeem as usual. Tell support.</source>
        <translation>POS tidak dapat menghubungi mesin kasir ini lewat port {port}, mungkin karena dipakai program lain. Anda dapat menukar poin seperti biasa. Beri tahu tim dukungan.</translation>
    </message>
</context>
<context>
    <name>MemberStep</name>
    <message>
        <source>Who is redeeming?</source>
        <translation>Siapa yang menukar poin?</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ubah</translation>
    </message>
    <message>
        <source>Change member</source>
        <translation>Ubah member</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>Nomor HP</translation>
    </message>
    <message>
        <source>Find member</source>
        <translation>Cari member</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Find by</source>
        <translation>Cari dengan</translation>
    </message>
    <message>
        <source>Next: points, then the code</source>
        <translation>Berikutnya: poin, lalu kode</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Available points</source>
        <translation>Poin tersedia</translation>
    </message>
    <message>
        <source>Looking again in {span}</source>
        <translation>Mencari lagi dalam {span}</translation>
    </message>
    <message>
        <source>Looking for the member…</source>
        <translation>Mencari member…</translation>
    </message>
    <message>
        <source>No name given</source>
        <translation>Tanpa nama</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>tidak diketahui</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} poin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points in the group</source>
        <translation>
            <numerusform>{points} poin di grup</numerusform>
        </translation>
    </message>
    <message>
        <source>Group points {points}</source>
        <translation>Poin grup {points}</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>HP</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kartu</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>Nomor kartu</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>Nomor pelanggan</translation>
    </message>
    <message>
        <source>{number} looks unusual. Check it with the member.</source>
        <translation>{number} tampak tidak biasa. Cek lagi dengan member.</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Message</source>
        <translation>Pesan</translation>
    </message>
    <message>
        <source>For support: {number}</source>
        <translation>Untuk dukungan: {number}</translation>
    </message>
    <message>
        <source>For support: {number} · request {request}</source>
        <translation>Untuk dukungan: {number} · permintaan {request}</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>A missed call cannot be used here.</source>
        <translation>Panggilan tak terjawab tidak bisa dipakai di sini.</translation>
    </message>
    <message>
        <source>A receipt was still waiting when the till was closed.</source>
        <translation>Sebuah struk masih menunggu saat mesin kasir ditutup.</translation>
    </message>
    <message>
        <source>A security file that is named in Settings cannot be used.</source>
        <translation>Berkas keamanan yang disebut di Pengaturan tidak bisa dipakai.</translation>
    </message>
    <message>
        <source>A setting of this till cannot be used.</source>
        <translation>Ada pengaturan mesin kasir ini yang tidak bisa dipakai.</translation>
    </message>
    <message>
        <source>All points of this redemption have been given back already.</source>
        <translation>Semua poin penukaran ini sudah dikembalikan.</translation>
    </message>
    <message>
        <source>An earlier redemption went through after all.</source>
        <translation>Penukaran sebelumnya ternyata berhasil.</translation>
    </message>
    <message>
        <source>An earlier redemption went to another service, so this one does not know it.</source>
        <translation>Penukaran sebelumnya dikirim ke layanan lain, jadi layanan ini tidak mengenalnya.</translation>
    </message>
    <message>
        <source>An earlier try to give these points back went through after all.</source>
        <translation>Upaya sebelumnya mengembalikan poin ini ternyata berhasil.</translation>
    </message>
    <message>
        <source>Another program is using the till’s record of redemptions.</source>
        <translation>Aplikasi lain sedang memakai catatan penukaran mesin kasir.</translation>
    </message>
    <message>
        <source>Ask for the name and choose the right one.</source>
        <translation>Tanyakan namanya lalu pilih yang benar.</translation>
    </message>
    <message>
        <source>Ask support to enter it in Settings.</source>
        <translation>Minta tim dukungan memasukkannya di Pengaturan.</translation>
    </message>
    <message>
        <source>Ask the member to call customer care. Finish the sale without points.</source>
        <translation>Minta member menghubungi layanan pelanggan. Selesaikan transaksi tanpa poin.</translation>
    </message>
    <message>
        <source>Ask the member to call once more and hang up. Then try again.</source>
        <translation>Minta member menelepon sekali lagi lalu menutupnya. Kemudian coba lagi.</translation>
    </message>
    <message>
        <source>Ask the member to confirm it with the loyalty program first. Finish the sale without points.</source>
        <translation>Minta member mengonfirmasinya ke program poin dulu. Selesaikan transaksi tanpa poin.</translation>
    </message>
    <message>
        <source>Ask the member to read it again, or send a new code in {seconds} s.</source>
        <translation>Minta member membacakannya lagi, atau kirim kode baru setelah {seconds} detik.</translation>
    </message>
    <message>
        <source>Ask the member to read it again, or send a new code.</source>
        <translation>Minta member membacakannya lagi, atau kirim kode baru.</translation>
    </message>
    <message>
        <source>Ask your supervisor.</source>
        <translation>Tanyakan kepada supervisor Anda.</translation>
    </message>
    <message>
        <source>By this till’s clock, this day has not begun yet.</source>
        <translation>Menurut jam mesin kasir ini, hari tersebut belum dimulai.</translation>
    </message>
    <message>
        <source>Cannot open the saved password.</source>
        <translation>Kata sandi yang tersimpan tidak bisa dibuka.</translation>
    </message>
    <message>
        <source>Check the bill number and enter it again.</source>
        <translation>Cek nomor nota lalu masukkan lagi.</translation>
    </message>
    <message>
        <source>Check the bill number, if there is one. Go on only if this is another purchase.</source>
        <translation>Cek nomor nota, jika ada. Lanjutkan hanya jika ini pembelian lain.</translation>
    </message>
    <message>
        <source>Check the bill number. Go on only if the member wants to redeem more on the same bill.</source>
        <translation>Cek nomor nota. Lanjutkan hanya jika member mau menukar lagi pada nota yang sama.</translation>
    </message>
    <message>
        <source>Check the member’s points first: they may be back already. If not, tell support the number below.</source>
        <translation>Cek poin member dulu: mungkin sudah kembali. Jika belum, sampaikan nomor di bawah ke tim dukungan.</translation>
    </message>
    <message>
        <source>Check the name or number, or ask your supervisor.</source>
        <translation>Cek nama atau nomornya, atau tanyakan kepada supervisor Anda.</translation>
    </message>
    <message>
        <source>Check the number with the member and enter it again.</source>
        <translation>Cek nomornya dengan member lalu masukkan lagi.</translation>
    </message>
    <message>
        <source>Check the number with the member, then send the code again.</source>
        <translation>Cek nomornya dengan member, lalu kirim ulang kode.</translation>
    </message>
    <message>
        <source>Check the points and the purchase. Go on only if the member wants these points.</source>
        <translation>Cek poin dan pembeliannya. Lanjutkan hanya jika member mau jumlah poin ini.</translation>
    </message>
    <message>
        <source>Choose another group, or the member’s own points.</source>
        <translation>Pilih grup lain, atau poin milik member sendiri.</translation>
    </message>
    <message>
        <source>Choose another program. If there is none, tell support the number below.</source>
        <translation>Pilih program poin lain. Jika tidak ada, sampaikan nomor di bawah ke tim dukungan.</translation>
    </message>
    <message>
        <source>Choose the member’s own points.</source>
        <translation>Pilih poin milik member sendiri.</translation>
    </message>
    <message>
        <source>Close it there, or ask the person who is signed in. Then try again.</source>
        <translation>Tutup di sana, atau minta orang yang sedang masuk untuk menutupnya. Lalu coba lagi.</translation>
    </message>
    <message>
        <source>Close other windows of this program, then try again.</source>
        <translation>Tutup jendela lain aplikasi ini, lalu coba lagi.</translation>
    </message>
    <message>
        <source>Close this program and start it again. If that does not help, redeem at another till and call support.</source>
        <translation>Tutup aplikasi ini lalu buka lagi. Jika belum bisa, tukar poin di mesin kasir lain dan hubungi tim dukungan.</translation>
    </message>
    <message>
        <source>Do not give them back again. The till keeps asking and will show it here.</source>
        <translation>Jangan kembalikan lagi. Mesin kasir terus mengecek dan akan menampilkan hasilnya di sini.</translation>
    </message>
    <message>
        <source>Do not redeem again for that member. Tell support the number below and the reference.</source>
        <translation>Jangan tukar lagi untuk member itu. Sampaikan nomor di bawah dan nomor referensinya ke tim dukungan.</translation>
    </message>
    <message>
        <source>Do not redeem again. The till keeps asking and will show the receipt here.</source>
        <translation>Jangan tukar lagi. Mesin kasir terus mengecek dan akan menampilkan struk di sini.</translation>
    </message>
    <message>
        <source>Enter a rounder number, such as a multiple of 10, 50 or 100.</source>
        <translation>Masukkan angka yang lebih bulat, misalnya kelipatan 10, 50, atau 100.</translation>
    </message>
    <message>
        <source>Enter both your number and your name, or choose yourself from the list.</source>
        <translation>Masukkan nomor dan nama Anda, atau pilih nama Anda dari daftar.</translation>
    </message>
    <message>
        <source>Enter fewer points.</source>
        <translation>Masukkan poin lebih sedikit.</translation>
    </message>
    <message>
        <source>Enter it in Settings, or ask support for it.</source>
        <translation>Masukkan di Pengaturan, atau minta ke tim dukungan.</translation>
    </message>
    <message>
        <source>Enter more points.</source>
        <translation>Masukkan poin lebih banyak.</translation>
    </message>
    <message>
        <source>Enter the points again with fewer digits.</source>
        <translation>Masukkan poin lagi dengan angka lebih sedikit.</translation>
    </message>
    <message>
        <source>Enter the points again, more than 0.</source>
        <translation>Masukkan poin lagi, lebih dari 0.</translation>
    </message>
    <message>
        <source>Enter them in Settings, or ask support for them.</source>
        <translation>Masukkan keduanya di Pengaturan, atau minta ke tim dukungan.</translation>
    </message>
    <message>
        <source>Enter your PIN again.</source>
        <translation>Masukkan PIN Anda lagi.</translation>
    </message>
    <message>
        <source>Enter your name or number.</source>
        <translation>Masukkan nama atau nomor Anda.</translation>
    </message>
    <message>
        <source>Enter your own name or number.</source>
        <translation>Masukkan nama atau nomor Anda sendiri.</translation>
    </message>
    <message>
        <source>Finish the sale without points. Tell support the number below.</source>
        <translation>Selesaikan transaksi tanpa poin. Sampaikan nomor di bawah ke tim dukungan.</translation>
    </message>
    <message>
        <source>Giving points back is not switched on.</source>
        <translation>Pengembalian poin belum diaktifkan.</translation>
    </message>
    <message>
        <source>Go on only if this is another purchase. If it is the same, wait.</source>
        <translation>Lanjutkan hanya jika ini pembelian lain. Jika sama, tunggu.</translation>
    </message>
    <message>
        <source>It is not clear who signs on.</source>
        <translation>Belum jelas siapa yang masuk.</translation>
    </message>
    <message>
        <source>It is not known yet whether an earlier redemption of this member went through.</source>
        <translation>Belum diketahui apakah penukaran member ini sebelumnya berhasil.</translation>
    </message>
    <message>
        <source>It is not known yet whether points of this redemption were given back.</source>
        <translation>Belum diketahui apakah poin penukaran ini dikembalikan.</translation>
    </message>
    <message>
        <source>It is not known yet whether points were redeemed on this bill.</source>
        <translation>Belum diketahui apakah poin sudah ditukar pada nota ini.</translation>
    </message>
    <message>
        <source>Let another cashier sign on, and tell support the number below.</source>
        <translation>Minta kasir lain masuk, dan sampaikan nomor di bawah ke tim dukungan.</translation>
    </message>
    <message>
        <source>Look at it in History before you redeem more points on this bill.</source>
        <translation>Lihat dulu di Riwayat sebelum menukar poin lagi pada nota ini.</translation>
    </message>
    <message>
        <source>Look at the redemption in History before you give back more.</source>
        <translation>Lihat penukaran di Riwayat sebelum mengembalikan lagi.</translation>
    </message>
    <message>
        <source>Look at the redemption in History before you try again. Tell support the number below.</source>
        <translation>Lihat penukaran di Riwayat sebelum mencoba lagi. Sampaikan nomor di bawah ke tim dukungan.</translation>
    </message>
    <message>
        <source>Look for a window that asks to unlock it. If there is none, sign in to this computer again.</source>
        <translation>Cari jendela yang meminta membuka kuncinya. Jika tidak ada, masuk lagi ke komputer ini.</translation>
    </message>
    <message>
        <source>Look for the redemption in History.</source>
        <translation>Cari penukaran di Riwayat.</translation>
    </message>
    <message>
        <source>Look in History before you redeem again. Tell support the number below.</source>
        <translation>Lihat dulu di Riwayat sebelum menukar lagi. Sampaikan nomor di bawah ke tim dukungan.</translation>
    </message>
    <message>
        <source>No call from this number has come in.</source>
        <translation>Belum ada panggilan masuk dari nomor ini.</translation>
    </message>
    <message>
        <source>No member has this number.</source>
        <translation>Tidak ada member dengan nomor ini.</translation>
    </message>
    <message>
        <source>No points were given back. Check the network cable or Wi-Fi, then try again.</source>
        <translation>Tidak ada poin yang dikembalikan. Periksa kabel jaringan atau Wi-Fi, lalu coba lagi.</translation>
    </message>
    <message>
        <source>No points were given back. Enter fewer points.</source>
        <translation>Poin tidak dikembalikan. Masukkan poin lebih sedikit.</translation>
    </message>
    <message>
        <source>No points were given back. Enter the points again.</source>
        <translation>Poin tidak dikembalikan. Masukkan poin lagi.</translation>
    </message>
    <message>
        <source>No points were given back. Look for it in History and try again.</source>
        <translation>Poin tidak dikembalikan. Cari di Riwayat lalu coba lagi.</translation>
    </message>
    <message>
        <source>No points were given back. Tell support the number below.</source>
        <translation>Poin tidak dikembalikan. Sampaikan nomor di bawah ke tim dukungan.</translation>
    </message>
    <message>
        <source>No points were given back. Wait a minute, then try again.</source>
        <translation>Tidak ada poin yang dikembalikan. Tunggu satu menit, lalu coba lagi.</translation>
    </message>
    <message>
        <source>No points were taken. Check the network cable or Wi-Fi, then try again.</source>
        <translation>Poin tidak terpotong. Cek kabel jaringan atau Wi-Fi, lalu coba lagi.</translation>
    </message>
    <message>
        <source>No points were taken. Check this till’s date and time, then tell support the number below.</source>
        <translation>Poin tidak terpotong. Cek tanggal dan jam mesin kasir ini, lalu sampaikan nomor di bawah ke tim dukungan.</translation>
    </message>
    <message>
        <source>No points were taken. Check this till’s date and time. If they are right, tell support the number below.</source>
        <translation>Poin tidak terpotong. Cek tanggal dan jam mesin kasir ini. Jika benar, sampaikan nomor di bawah ke tim dukungan.</translation>
    </message>
    <message>
        <source>No points were taken. Redeem again if the member still wants to.</source>
        <translation>Poin tidak terpotong. Tukar lagi jika member masih mau.</translation>
    </message>
    <message>
        <source>No points were taken. Tell support that they have to be entered again in Settings.</source>
        <translation>Poin tidak terpotong. Beri tahu tim dukungan bahwa keduanya harus diisi lagi di Pengaturan.</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below.</source>
        <translation>Poin tidak terpotong. Sampaikan nomor di bawah ke tim dukungan.</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below: the address or the network has to be checked.</source>
        <translation>Poin tidak terpotong. Sampaikan nomor di bawah ke tim dukungan: alamat atau jaringannya harus dicek.</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below: the file has to be corrected.</source>
        <translation>Poin tidak terpotong. Sampaikan nomor di bawah ke tim dukungan: berkas itu harus diperbaiki.</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below: the name and password for it have to be checked.</source>
        <translation>Poin tidak terpotong. Sampaikan nomor di bawah ke tim dukungan: nama dan kata sandi untuk jaringan itu harus dicek.</translation>
    </message>
    <message>
        <source>No points were taken. Tell support the number below: this computer may have to be set up for it.</source>
        <translation>Poin tidak terpotong. Sampaikan nomor di bawah ke tim dukungan: komputer ini mungkin harus disetel untuk itu.</translation>
    </message>
    <message>
        <source>No points were taken. Try again when you are ready.</source>
        <translation>Poin tidak terpotong. Coba lagi kalau sudah siap.</translation>
    </message>
    <message>
        <source>No points were taken. Try again. If that does not help, tell support the number below.</source>
        <translation>Poin tidak terpotong. Coba lagi. Jika belum bisa, sampaikan nomor di bawah ke tim dukungan.</translation>
    </message>
    <message>
        <source>No points were taken. Wait a minute, then try again.</source>
        <translation>Poin tidak terpotong. Tunggu satu menit, lalu coba lagi.</translation>
    </message>
    <message>
        <source>No printer was found at its address.</source>
        <translation>Tidak ada printer di alamatnya.</translation>
    </message>
    <message>
        <source>No supervisor’s PIN is set on this till.</source>
        <translation>PIN supervisor belum disetel di mesin kasir ini.</translation>
    </message>
    <message>
        <source>Not known yet whether the points were given back.</source>
        <translation>Belum diketahui apakah poin sudah dikembalikan.</translation>
    </message>
    <message>
        <source>Not known yet whether the points were redeemed.</source>
        <translation>Belum diketahui apakah poin sudah ditukar.</translation>
    </message>
    <message>
        <source>Nothing more has to be done.</source>
        <translation>Tidak ada lagi yang perlu dilakukan.</translation>
    </message>
    <message>
        <source>Only points of a redemption that went through can be given back.</source>
        <translation>Hanya poin dari penukaran yang berhasil yang dapat dikembalikan.</translation>
    </message>
    <message>
        <source>Other points were tried for this bill or this member before.</source>
        <translation>Jumlah poin lain sudah pernah dicoba untuk nota ini atau member ini.</translation>
    </message>
    <message>
        <source>Points cannot be given back at this till.</source>
        <translation>Poin tidak dapat dikembalikan di mesin kasir ini.</translation>
    </message>
    <message>
        <source>Points can have at most three digits after the decimal mark.</source>
        <translation>Poin paling banyak tiga angka di belakang koma.</translation>
    </message>
    <message>
        <source>Points that counted as not given back are back after all.</source>
        <translation>Poin yang tercatat tidak dikembalikan ternyata sudah kembali.</translation>
    </message>
    <message>
        <source>Printing on this computer does not work at the moment.</source>
        <translation>Pencetakan di komputer ini sedang tidak berfungsi.</translation>
    </message>
    <message>
        <source>Redeem at another till, and tell support the number below.</source>
        <translation>Tukar poin di mesin kasir lain, dan sampaikan nomor di bawah ke tim dukungan.</translation>
    </message>
    <message>
        <source>That is more than is left of this redemption.</source>
        <translation>Itu lebih dari sisa penukaran ini.</translation>
    </message>
    <message>
        <source>That looks like a customer’s number.</source>
        <translation>Itu tampaknya nomor pelanggan.</translation>
    </message>
    <message>
        <source>The company’s network does not accept the till’s login.</source>
        <translation>Jaringan perusahaan tidak menerima login mesin kasir.</translation>
    </message>
    <message>
        <source>The password for the company’s network is not set.</source>
        <translation>Kata sandi untuk jaringan perusahaan belum diisi.</translation>
    </message>
    <message>
        <source>The points are back, but the till could not keep a record of it.</source>
        <translation>Poin sudah kembali, tetapi mesin kasir tidak dapat mencatatnya.</translation>
    </message>
    <message>
        <source>The points are not affected. Check its power and its cable, then print again.</source>
        <translation>Poin tidak terpengaruh. Periksa daya dan kabelnya, lalu cetak lagi.</translation>
    </message>
    <message>
        <source>The points are not affected. Check that it is on and connected, then print again, or choose another printer.</source>
        <translation>Poin tidak terpengaruh. Periksa apakah printer menyala dan tersambung, lalu cetak lagi, atau pilih printer lain.</translation>
    </message>
    <message>
        <source>The points are not affected. Choose another printer, and have the address in Settings checked.</source>
        <translation>Poin tidak terpengaruh. Pilih printer lain, dan mintalah alamat di Pengaturan diperiksa.</translation>
    </message>
    <message>
        <source>The points are not affected. Choose another printer, and tell support the number below.</source>
        <translation>Poin tidak terpengaruh. Pilih printer lain, dan sampaikan nomor di bawah ke tim dukungan.</translation>
    </message>
    <message>
        <source>The points are not affected. Close the cover, then print again.</source>
        <translation>Poin tidak terpengaruh. Tutup penutupnya, lalu cetak lagi.</translation>
    </message>
    <message>
        <source>The points are not affected. Check whether the receipt came out, and print again if it did not.</source>
        <translation>Poin tidak terpengaruh. Lihat apakah struk keluar, dan cetak lagi jika tidak.</translation>
    </message>
    <message>
        <source>The points are not affected. Check whether the receipt came out. If not, switch the printer off and on, then print again.</source>
        <translation>Poin tidak terpengaruh. Lihat apakah struk keluar. Jika tidak, matikan dan nyalakan printer, lalu cetak lagi.</translation>
    </message>
    <message>
        <source>The points are not affected. Print again if the member needs it.</source>
        <translation>Poin tidak terpengaruh. Cetak lagi jika member membutuhkannya.</translation>
    </message>
    <message>
        <source>The points are not affected. Print again if the member still needs it.</source>
        <translation>Poin tidak terpengaruh. Cetak lagi jika member masih membutuhkannya.</translation>
    </message>
    <message>
        <source>The points are not affected. Put in a new roll, then print again.</source>
        <translation>Poin tidak terpengaruh. Pasang gulungan baru, lalu cetak lagi.</translation>
    </message>
    <message>
        <source>The points are not affected. Resume the printer on this computer, then print again, or choose another printer.</source>
        <translation>Poin tidak terpengaruh. Lanjutkan printer di komputer ini, lalu cetak lagi, atau pilih printer lain.</translation>
    </message>
    <message>
        <source>The points are not affected. Save the receipt, and tell support the number below.</source>
        <translation>Poin tidak terpengaruh. Simpan struk, dan sampaikan nomor di bawah ke tim dukungan.</translation>
    </message>
    <message>
        <source>The points are not affected. Save the receipt, or restart this computer.</source>
        <translation>Poin tidak terpengaruh. Simpan struk, atau mulai ulang komputer ini.</translation>
    </message>
    <message>
        <source>The points are not affected. Tear off what came out, check the cable, then print again.</source>
        <translation>Poin tidak terpengaruh. Sobek yang sudah keluar, periksa kabelnya, lalu cetak lagi.</translation>
    </message>
    <message>
        <source>The points were not given back.</source>
        <translation>Poin tidak dikembalikan.</translation>
    </message>
    <message>
        <source>The printer does not take new work.</source>
        <translation>Printer tidak menerima pekerjaan baru.</translation>
    </message>
    <message>
        <source>The printer has no paper.</source>
        <translation>Printer kehabisan kertas.</translation>
    </message>
    <message>
        <source>The printer is paused.</source>
        <translation>Printer dijeda.</translation>
    </message>
    <message>
        <source>The printer is switched off or not connected.</source>
        <translation>Printer mati atau tidak tersambung.</translation>
    </message>
    <message>
        <source>The printer stopped while printing.</source>
        <translation>Printer berhenti saat mencetak.</translation>
    </message>
    <message>
        <source>The printer took only part of the receipt.</source>
        <translation>Printer hanya mengambil sebagian struk.</translation>
    </message>
    <message>
        <source>The printer’s address does not exist.</source>
        <translation>Alamat printer tidak ada.</translation>
    </message>
    <message>
        <source>The printer’s cover is open.</source>
        <translation>Penutup printer terbuka.</translation>
    </message>
    <message>
        <source>The receipt cannot be put in line for printing.</source>
        <translation>Struk tidak dapat dimasukkan ke antrean cetak.</translation>
    </message>
    <message>
        <source>The receipt was removed from the printer’s list.</source>
        <translation>Struk dihapus dari daftar printer.</translation>
    </message>
    <message>
        <source>The safe place for the till’s password does not answer.</source>
        <translation>Tempat aman untuk kata sandi mesin kasir tidak menjawab.</translation>
    </message>
    <message>
        <source>The safe place for the till’s password has a fault.</source>
        <translation>Tempat aman untuk kata sandi mesin kasir mengalami gangguan.</translation>
    </message>
    <message>
        <source>The service could not make a code just now.</source>
        <translation>Layanan tidak dapat membuat kode saat ini.</translation>
    </message>
    <message>
        <source>The service did not give the points back.</source>
        <translation>Layanan tidak mengembalikan poin.</translation>
    </message>
    <message>
        <source>The service did not let this till sign in.</source>
        <translation>Layanan tidak mengizinkan mesin kasir ini masuk.</translation>
    </message>
    <message>
        <source>The service does not accept the token that it gave this till.</source>
        <translation>Layanan tidak menerima token yang diberikannya ke mesin kasir ini.</translation>
    </message>
    <message>
        <source>The service does not accept this till’s key and secret.</source>
        <translation>Layanan tidak menerima kunci dan rahasia mesin kasir ini.</translation>
    </message>
    <message>
        <source>The service does not accept this.</source>
        <translation>Layanan tidak menerima ini.</translation>
    </message>
    <message>
        <source>The service does not show everything about this redemption right now.</source>
        <translation>Layanan saat ini tidak menampilkan semua tentang penukaran ini.</translation>
    </message>
    <message>
        <source>The service does not have enough points left of this redemption.</source>
        <translation>Sisa poin penukaran ini di layanan tidak cukup.</translation>
    </message>
    <message>
        <source>The service is not set up for giving points back.</source>
        <translation>Layanan belum disiapkan untuk mengembalikan poin.</translation>
    </message>
    <message>
        <source>The service offers no connection that is safe today.</source>
        <translation>Layanan tidak menawarkan koneksi yang aman menurut ukuran sekarang.</translation>
    </message>
    <message>
        <source>The settings could not be saved.</source>
        <translation>Pengaturan tidak bisa disimpan.</translation>
    </message>
    <message>
        <source>The till cannot count the PIN attempts, so no one can sign on.</source>
        <translation>Mesin kasir tidak bisa menghitung percobaan PIN, jadi tidak ada yang bisa masuk.</translation>
    </message>
    <message>
        <source>The till cannot count the PIN attempts.</source>
        <translation>Mesin kasir tidak bisa menghitung percobaan PIN.</translation>
    </message>
    <message>
        <source>The till cannot read the cashiers’ PINs, so no one can sign on.</source>
        <translation>Mesin kasir tidak bisa membaca PIN para kasir, jadi tidak ada yang bisa masuk.</translation>
    </message>
    <message>
        <source>The till could not make a secure connection to the service.</source>
        <translation>Mesin kasir tidak bisa terhubung dengan aman ke layanan.</translation>
    </message>
    <message>
        <source>The till is not allowed to write its record of redemptions.</source>
        <translation>Mesin kasir tidak boleh menulis catatan penukaran.</translation>
    </message>
    <message>
        <source>The till is open in another login on this computer.</source>
        <translation>Program kasir terbuka di login lain pada komputer ini.</translation>
    </message>
    <message>
        <source>The till no longer knows the member of this redemption.</source>
        <translation>Mesin kasir tidak lagi mengenal member penukaran ini.</translation>
    </message>
    <message>
        <source>The till was closed while a receipt was printing.</source>
        <translation>Mesin kasir ditutup saat sebuah struk dicetak.</translation>
    </message>
    <message>
        <source>There is no loyalty service at the address in Settings.</source>
        <translation>Tidak ada layanan poin di alamat yang tertulis di Pengaturan.</translation>
    </message>
    <message>
        <source>There is no printer.</source>
        <translation>Tidak ada printer.</translation>
    </message>
    <message>
        <source>This computer does not trust what answers in place of the service.</source>
        <translation>Komputer ini tidak memercayai apa yang menjawab sebagai ganti layanan.</translation>
    </message>
    <message>
        <source>This is less than the minimum that can be redeemed.</source>
        <translation>Ini kurang dari jumlah poin minimum yang bisa ditukar.</translation>
    </message>
    <message>
        <source>This member has been sent too many codes.</source>
        <translation>Terlalu banyak kode dikirim kepada member ini.</translation>
    </message>
    <message>
        <source>This member may have reached a limit for giving points back.</source>
        <translation>Member ini mungkin mencapai batas pengembalian poin.</translation>
    </message>
    <message>
        <source>This member’s points were tried before on a similar bill, or without a bill.</source>
        <translation>Poin member ini sudah pernah dicoba, dengan nomor nota yang hampir sama atau tanpa nomor.</translation>
    </message>
    <message>
        <source>This redemption is too old to be given back.</source>
        <translation>Penukaran ini sudah terlalu lama untuk dikembalikan.</translation>
    </message>
    <message>
        <source>This redemption was made with another loyalty service.</source>
        <translation>Penukaran ini dibuat dengan layanan poin lain.</translation>
    </message>
    <message>
        <source>This till does not know that cashier.</source>
        <translation>Mesin kasir ini tidak mengenal kasir itu.</translation>
    </message>
    <message>
        <source>This till is not allowed to look up this member.</source>
        <translation>Mesin kasir ini tidak boleh melihat data member ini.</translation>
    </message>
    <message>
        <source>This till is not allowed to redeem without a code.</source>
        <translation>Mesin kasir ini tidak boleh menukar poin tanpa kode.</translation>
    </message>
    <message>
        <source>This till’s disk is full.</source>
        <translation>Penyimpanan mesin kasir ini penuh.</translation>
    </message>
    <message>
        <source>This till’s key and secret are not set.</source>
        <translation>Kunci dan rahasia mesin kasir ini belum diisi.</translation>
    </message>
    <message>
        <source>Try again if the member still wants them.</source>
        <translation>Coba lagi jika member masih menginginkannya.</translation>
    </message>
    <message>
        <source>Use the last message that came, or wait a few minutes and send the code again.</source>
        <translation>Pakai pesan terakhir yang datang, atau tunggu beberapa menit lalu kirim kode lagi.</translation>
    </message>
    <message>
        <source>Wait 15 minutes, or let another cashier sign on.</source>
        <translation>Tunggu 15 menit, atau minta kasir lain masuk.</translation>
    </message>
    <message>
        <source>Wait a minute, then send the code again. If that does not help, finish the sale without points.</source>
        <translation>Tunggu satu menit, lalu kirim kode lagi. Jika tidak membantu, selesaikan transaksi tanpa poin.</translation>
    </message>
    <message>
        <source>What answers has another name, so it is not the real service.</source>
        <translation>Yang menjawab bukan layanan yang asli, tetapi memakai nama lain.</translation>
    </message>
    <message>
        <source>What is shown here is correct. Redeem at another till from now on and call support.</source>
        <translation>Yang tampil di sini benar. Mulai sekarang tukar poin di mesin kasir lain dan hubungi tim dukungan.</translation>
    </message>
    <message>
        <source>What proves that this is the real service has expired.</source>
        <translation>Bukti bahwa ini layanan yang asli sudah kedaluwarsa.</translation>
    </message>
    <message>
        <source>What proves that this is the real service is not valid yet.</source>
        <translation>Bukti bahwa ini layanan yang asli belum berlaku.</translation>
    </message>
    <message>
        <source>What this window shows is correct. Enter it at the POS by hand, and tell support the number below.</source>
        <translation>Yang tampil di jendela ini benar. Masukkan sendiri ke POS, dan sampaikan nomor di bawah ke tim dukungan.</translation>
    </message>
    <message>
        <source>Write down the points, the bill and the time, and call support now.</source>
        <translation>Catat poin, nota, dan waktunya, lalu hubungi tim dukungan sekarang.</translation>
    </message>
    <message>
        <source>Your PIN cannot be checked on this till.</source>
        <translation>PIN Anda tidak bisa dicek di mesin kasir ini.</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Send a code to the member, and tell support the number below.</source>
        <translation>Poin belum ditukar. Kirim kode ke member, dan sampaikan nomor di bawah ke tim dukungan.</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Send a code to the member, or tell support the number below.</source>
        <translation>Poin belum ditukar. Kirim kode ke member, atau sampaikan nomor di bawah ke tim dukungan.</translation>
    </message>
    <message>
        <source>As far as the service shows, no points were taken. It is safe to press Redeem again.</source>
        <translation>Menurut layanan, poin tidak terpotong. Aman untuk menekan Tukar poin lagi.</translation>
    </message>
    <message>
        <source>Ask at that till first. Go on only if no points were redeemed there.</source>
        <translation>Tanyakan dulu di mesin kasir itu. Lanjutkan hanya jika poin tidak ditukar di sana.</translation>
    </message>
    <message>
        <source>Check the number with them. If it is correct, they have to join first.</source>
        <translation>Cek nomornya dengan pelanggan. Jika sudah benar, pelanggan harus mendaftar dulu.</translation>
    </message>
    <message>
        <source>Do not take the points off the bill yet. Wait a moment, then press Redeem again.</source>
        <translation>Jangan potong poin dari nota dulu. Tunggu sebentar, lalu tekan Tukar poin lagi.</translation>
    </message>
    <message>
        <source>Enter the password for this address in Settings, or ask support for it.</source>
        <translation>Masukkan kata sandi untuk alamat ini di Pengaturan, atau minta ke tim dukungan.</translation>
    </message>
    <message>
        <source>No points were taken.</source>
        <translation>Poin tidak terpotong.</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Ask the supervisor to enter it again.</source>
        <translation>Poin belum ditukar. Minta supervisor memasukkannya lagi.</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Wait 15 minutes, or send a code to the member.</source>
        <translation>Poin belum ditukar. Tunggu 15 menit, atau kirim kode ke member.</translation>
    </message>
    <message>
        <source>Points can only be redeemed in fixed steps.</source>
        <translation>Poin hanya bisa ditukar dalam kelipatan tertentu.</translation>
    </message>
    <message>
        <source>Points of this account cannot be used at the counter.</source>
        <translation>Poin akun ini tidak bisa dipakai di kasir.</translation>
    </message>
    <message>
        <source>Points of this group cannot be redeemed.</source>
        <translation>Poin grup ini tidak bisa ditukar.</translation>
    </message>
    <message>
        <source>Points of this program cannot be given back.</source>
        <translation>Poin program ini tidak bisa dikembalikan.</translation>
    </message>
    <message>
        <source>Points were redeemed on this bill already.</source>
        <translation>Poin sudah ditukar pada nota ini.</translation>
    </message>
    <message>
        <source>Redeem at another till. Call support and do not delete anything here.</source>
        <translation>Tukar poin di mesin kasir lain. Hubungi tim dukungan dan jangan hapus apa pun di sini.</translation>
    </message>
    <message>
        <source>Redeem at another till. Tell support that this one has to be updated.</source>
        <translation>Tukar poin di mesin kasir lain. Beri tahu tim dukungan bahwa mesin ini harus diperbarui.</translation>
    </message>
    <message>
        <source>Redeem at another till. Tell support the number below.</source>
        <translation>Tukar poin di mesin kasir lain. Sampaikan nomor di bawah ke tim dukungan.</translation>
    </message>
    <message>
        <source>Redeeming points is not switched on for this shop.</source>
        <translation>Penukaran poin belum diaktifkan untuk toko ini.</translation>
    </message>
    <message>
        <source>Send a code to the member instead.</source>
        <translation>Kirim kode ke member saja.</translation>
    </message>
    <message>
        <source>Send the code again.</source>
        <translation>Kirim ulang kode.</translation>
    </message>
    <message>
        <source>Several cashiers have this name or number.</source>
        <translation>Beberapa kasir memiliki nama atau nomor ini.</translation>
    </message>
    <message>
        <source>Sign in to this computer again, then try again.</source>
        <translation>Masuk lagi ke komputer ini, lalu coba lagi.</translation>
    </message>
    <message>
        <source>Something unexpected happened.</source>
        <translation>Terjadi sesuatu yang tidak terduga.</translation>
    </message>
    <message>
        <source>Tell support that the address in Settings has to be checked.</source>
        <translation>Beri tahu tim dukungan bahwa alamat di Pengaturan harus dicek.</translation>
    </message>
    <message>
        <source>Tell support that they have to be entered again in Settings.</source>
        <translation>Beri tahu tim dukungan bahwa keduanya harus diisi lagi di Pengaturan.</translation>
    </message>
    <message>
        <source>Tell support that this till’s clock has to be set.</source>
        <translation>Beri tahu tim dukungan bahwa jam mesin kasir ini harus disetel.</translation>
    </message>
    <message>
        <source>Tell support the number below.</source>
        <translation>Sampaikan nomor di bawah ke tim dukungan.</translation>
    </message>
    <message>
        <source>Tell support the number below. Finish the sale without points.</source>
        <translation>Sampaikan nomor di bawah ke tim dukungan. Selesaikan transaksi tanpa poin.</translation>
    </message>
    <message>
        <source>Tell support the number below: the group set-up has to be changed.</source>
        <translation>Sampaikan nomor di bawah ke tim dukungan: pengaturan grup harus diubah.</translation>
    </message>
    <message>
        <source>Tell support the number below: this till needs permission.</source>
        <translation>Sampaikan nomor di bawah ke tim dukungan: mesin kasir ini perlu izin.</translation>
    </message>
    <message>
        <source>Tell the member that more have to be collected first. Finish the sale without points.</source>
        <translation>Beri tahu member bahwa poin harus dikumpulkan lagi dulu. Selesaikan transaksi tanpa poin.</translation>
    </message>
    <message>
        <source>Tell the member that more purchases are needed first. Finish the sale without points.</source>
        <translation>Beri tahu member bahwa belanjanya perlu ditambah dulu. Selesaikan transaksi tanpa poin.</translation>
    </message>
    <message>
        <source>That PIN is wrong.</source>
        <translation>PIN salah.</translation>
    </message>
    <message>
        <source>That code is wrong or has expired.</source>
        <translation>Kode salah atau sudah kedaluwarsa.</translation>
    </message>
    <message>
        <source>The code could not be sent to the member.</source>
        <translation>Kode tidak bisa dikirim ke member.</translation>
    </message>
    <message>
        <source>The connection broke before the answer was complete.</source>
        <translation>Koneksi putus sebelum jawaban lengkap.</translation>
    </message>
    <message>
        <source>The file could not be saved.</source>
        <translation>Berkas tidak bisa disimpan.</translation>
    </message>
    <message>
        <source>The member does not have this many points.</source>
        <translation>Poin member tidak cukup.</translation>
    </message>
    <message>
        <source>The member has not confirmed this mobile number yet.</source>
        <translation>Member belum mengonfirmasi nomor HP ini.</translation>
    </message>
    <message>
        <source>The points can be redeemed, but the code could not be sent.</source>
        <translation>Poin bisa ditukar, tetapi kode tidak bisa dikirim.</translation>
    </message>
    <message>
        <source>The receipt did not print.</source>
        <translation>Struk tidak tercetak.</translation>
    </message>
    <message>
        <source>The redemption did not go through.</source>
        <translation>Penukaran tidak berhasil.</translation>
    </message>
    <message>
        <source>The service cannot show yet whether an earlier try went through.</source>
        <translation>Layanan belum bisa menunjukkan apakah percobaan sebelumnya berhasil.</translation>
    </message>
    <message>
        <source>The service could not accept that code.</source>
        <translation>Layanan tidak bisa menerima kode itu.</translation>
    </message>
    <message>
        <source>The service could not redeem the points.</source>
        <translation>Layanan tidak bisa menukar poin.</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>Layanan tidak menjawab tepat waktu.</translation>
    </message>
    <message>
        <source>The service did not give these points back again.</source>
        <translation>Layanan tidak mengembalikan poin ini lagi.</translation>
    </message>
    <message>
        <source>The service does not accept this bill number.</source>
        <translation>Layanan tidak menerima nomor nota ini.</translation>
    </message>
    <message>
        <source>The service does not accept this number of points.</source>
        <translation>Layanan tidak menerima jumlah poin ini.</translation>
    </message>
    <message>
        <source>The service does not accept this number.</source>
        <translation>Layanan tidak menerima nomor ini.</translation>
    </message>
    <message>
        <source>The service does not accept this till’s date and time.</source>
        <translation>Layanan tidak menerima tanggal dan jam mesin kasir ini.</translation>
    </message>
    <message>
        <source>The service does not accept this till’s name and password.</source>
        <translation>Layanan tidak menerima nama dan kata sandi mesin kasir ini.</translation>
    </message>
    <message>
        <source>The service does not allow this till to do that.</source>
        <translation>Layanan tidak mengizinkan mesin kasir ini melakukan itu.</translation>
    </message>
    <message>
        <source>The service is not set up correctly for groups.</source>
        <translation>Layanan belum disetel dengan benar untuk grup.</translation>
    </message>
    <message>
        <source>The service said no.</source>
        <translation>Layanan menolak.</translation>
    </message>
    <message>
        <source>The stored password belongs to another address.</source>
        <translation>Kata sandi yang tersimpan adalah untuk alamat lain.</translation>
    </message>
    <message>
        <source>The service does not know this group.</source>
        <translation>Layanan tidak mengenal grup ini.</translation>
    </message>
    <message>
        <source>Several members match.</source>
        <translation>Ada beberapa member yang cocok.</translation>
    </message>
    <message>
        <source>Tell support the number below. They can correct it in Settings.</source>
        <translation>Sampaikan nomor di bawah ke tim dukungan. Mereka bisa memperbaikinya di Pengaturan.</translation>
    </message>
    <message>
        <source>That is more points than were redeemed.</source>
        <translation>Poin ini lebih banyak daripada yang ditukar.</translation>
    </message>
    <message>
        <source>The company’s network blocked the till.</source>
        <translation>Jaringan perusahaan memblokir mesin kasir.</translation>
    </message>
    <message>
        <source>The loyalty program is not set up correctly for this shop.</source>
        <translation>Program poin belum disetel dengan benar untuk toko ini.</translation>
    </message>
    <message>
        <source>The member has not bought enough in total to redeem points yet.</source>
        <translation>Total belanja member belum cukup untuk menukar poin.</translation>
    </message>
    <message>
        <source>The member has not collected enough points in total to redeem any yet.</source>
        <translation>Total poin yang dikumpulkan member belum cukup untuk ditukar.</translation>
    </message>
    <message>
        <source>The outcome could not be sent to the POS.</source>
        <translation>Hasilnya tidak dapat dikirim ke POS.</translation>
    </message>
    <message>
        <source>The outcome is known, but the till could not record it.</source>
        <translation>Hasilnya sudah diketahui, tetapi mesin kasir tidak bisa mencatatnya.</translation>
    </message>
    <message>
        <source>The points are not affected. Check the paper and the cable, then print again.</source>
        <translation>Poin tidak terpengaruh. Cek kertas dan kabel, lalu cetak lagi.</translation>
    </message>
    <message>
        <source>The points are not affected. Choose another folder in Settings, then save again.</source>
        <translation>Poin tidak terpengaruh. Pilih folder lain di Pengaturan, lalu simpan lagi.</translation>
    </message>
    <message>
        <source>The points are not affected. Save the receipt, or choose a printer in Settings.</source>
        <translation>Poin tidak terpengaruh. Simpan struk, atau pilih printer di Pengaturan.</translation>
    </message>
    <message>
        <source>The loyalty service is not responding.</source>
        <translation>Layanan poin tidak merespons.</translation>
    </message>
    <message>
        <source>The service cannot handle points right now.</source>
        <translation>Layanan sedang tidak bisa memproses poin.</translation>
    </message>
    <message>
        <source>The service could not answer right now.</source>
        <translation>Layanan sedang tidak bisa menjawab.</translation>
    </message>
    <message>
        <source>The service could not give these points back right now.</source>
        <translation>Layanan sedang tidak bisa mengembalikan poin ini.</translation>
    </message>
    <message>
        <source>The service does not know this loyalty program.</source>
        <translation>Layanan tidak mengenal program poin ini.</translation>
    </message>
    <message>
        <source>The service does not know this redemption.</source>
        <translation>Layanan tidak mengenal penukaran ini.</translation>
    </message>
    <message>
        <source>The service is still busy with this member.</source>
        <translation>Layanan masih memproses member ini.</translation>
    </message>
    <message>
        <source>The service is very busy.</source>
        <translation>Layanan sedang sangat sibuk.</translation>
    </message>
    <message>
        <source>The till cannot be sure that this is the real service.</source>
        <translation>Mesin kasir tidak yakin bahwa ini layanan yang asli.</translation>
    </message>
    <message>
        <source>The till cannot open its record of redemptions.</source>
        <translation>Mesin kasir tidak bisa membuka catatan penukaran.</translation>
    </message>
    <message>
        <source>The till cannot reach the service.</source>
        <translation>Mesin kasir tidak bisa terhubung ke layanan.</translation>
    </message>
    <message>
        <source>The till could not understand the service’s answer.</source>
        <translation>Mesin kasir tidak memahami jawaban layanan.</translation>
    </message>
    <message>
        <source>The till stopped waiting before the answer came.</source>
        <translation>Mesin kasir berhenti menunggu sebelum ada jawaban.</translation>
    </message>
    <message>
        <source>The till’s record of redemptions is damaged.</source>
        <translation>Catatan penukaran mesin kasir rusak.</translation>
    </message>
    <message>
        <source>The till’s record was written by a newer version of this program.</source>
        <translation>Catatan mesin kasir ditulis oleh versi aplikasi yang lebih baru.</translation>
    </message>
    <message>
        <source>These points have been given back already.</source>
        <translation>Poin ini sudah dikembalikan.</translation>
    </message>
    <message>
        <source>This computer has no safe place for the till’s password.</source>
        <translation>Komputer ini tidak punya tempat aman untuk kata sandi mesin kasir.</translation>
    </message>
    <message>
        <source>This is more than can be redeemed at one time.</source>
        <translation>Ini melebihi jumlah yang bisa ditukar sekaligus.</translation>
    </message>
    <message>
        <source>This person is not in the loyalty program.</source>
        <translation>Pelanggan ini belum ikut program poin.</translation>
    </message>
    <message>
        <source>This redemption was tried at another till before.</source>
        <translation>Penukaran ini sudah pernah dicoba di mesin kasir lain.</translation>
    </message>
    <message>
        <source>This till’s password is not set.</source>
        <translation>Kata sandi mesin kasir ini belum diisi.</translation>
    </message>
    <message>
        <source>This was stopped before anything was sent.</source>
        <translation>Ini dihentikan sebelum ada yang dikirim.</translation>
    </message>
    <message>
        <source>Too many wrong PINs.</source>
        <translation>Terlalu sering salah PIN.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Coba lagi.</translation>
    </message>
    <message>
        <source>Try again. If that does not help, tell support the number below.</source>
        <translation>Coba lagi. Jika belum bisa, sampaikan nomor di bawah ke tim dukungan.</translation>
    </message>
    <message>
        <source>Try once more. If that does not help, tell support the number below.</source>
        <translation>Coba sekali lagi. Jika belum bisa, sampaikan nomor di bawah ke tim dukungan.</translation>
    </message>
    <message>
        <source>Wait a few seconds, then try again.</source>
        <translation>Tunggu beberapa detik, lalu coba lagi.</translation>
    </message>
    <message>
        <source>Wait a minute, then look at the redemption in History before you try again.</source>
        <translation>Tunggu satu menit, lalu lihat penukarannya di Riwayat sebelum mencoba lagi.</translation>
    </message>
    <message>
        <source>Wait a minute, then try again.</source>
        <translation>Tunggu satu menit, lalu coba lagi.</translation>
    </message>
    <message>
        <source>Wait a minute, then try again. If that does not help, finish the sale without points.</source>
        <translation>Tunggu satu menit, lalu coba lagi. Jika belum bisa, selesaikan transaksi tanpa poin.</translation>
    </message>
</context>
<context>
    <name>MissedCallView</name>
    <message>
        <source>Ask the member to call this number and hang up:</source>
        <translation>Minta member menelepon nomor ini lalu menutupnya:</translation>
    </message>
    <message>
        <source>Number to call</source>
        <translation>Nomor yang ditelepon</translation>
    </message>
    <message>
        <source>the number that support gave you</source>
        <translation>nomor dari tim dukungan</translation>
    </message>
    <message>
        <source>The call has to come from {number}. Then redeem.</source>
        <translation>Harus menelepon dari {number}. Setelah itu tukar poin.</translation>
    </message>
    <message>
        <source>The call has to come from the member’s own phone. Then redeem.</source>
        <translation>Harus menelepon dari HP member sendiri. Setelah itu tukar poin.</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Sign on first.</source>
        <translation>Masuk dulu.</translation>
    </message>
    <message>
        <source>What you changed in the settings was not saved.</source>
        <translation>Perubahan Anda di pengaturan tidak disimpan.</translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Characters left</source>
        <translation>Sisa karakter</translation>
    </message>
    <message>
        <source>Note templates</source>
        <translation>Templat catatan</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Templat</translation>
    </message>
    <message>
        <source>Remove note</source>
        <translation>Hapus catatan</translation>
    </message>
    <message>
        <source>{used} of {limit}</source>
        <translation>{used} dari {limit}</translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Keys</source>
        <translation>Tombol</translation>
    </message>
</context>
<context>
    <name>Outcomes</name>
    <message>
        <source>The service does not know a field of this shop ({fields}). No points were taken. Leave it empty where you can, and tell support the number below.</source>
        <translation>Layanan tidak mengenal kolom toko ini ({fields}). Poin tidak terpotong. Kosongkan jika bisa, dan sampaikan nomor di bawah ke tim dukungan.</translation>
    </message>
    <message>
        <source>Five wrong codes. No points were taken. Send the code again and use the new message only; if the service still refuses it, wait 15 minutes.</source>
        <translation>Kode salah lima kali. Poin tidak terpotong. Kirim ulang kode dan hanya pakai pesan yang baru; jika masih ditolak layanan, tunggu 15 menit.</translation>
    </message>
    <message numerus="yes">
        <source>The outcome of %Ln earlier redemption(s) is not known yet. The till is asking the service. Do not redeem them again.</source>
        <translation>
            <numerusform>%Ln penukaran sebelumnya belum diketahui hasilnya. Mesin kasir sedang mengecek ke layanan. Jangan tukar lagi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is not known yet whether the points of %Ln earlier redemption(s) were given back. The till is asking the service. Do not give them back again.</source>
        <translation>
            <numerusform>Belum diketahui apakah poin dari %Ln penukaran sebelumnya sudah dikembalikan. Mesin kasir sedang mengecek ke layanan. Jangan kembalikan lagi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A redemption that was recorded as not done did happen: {points} points for {who}. Take them off the bill, or tell support to give them back.</source>
        <translation>
            <numerusform>Penukaran yang dikira gagal ternyata berhasil: {points} poin untuk {who}. Potong dari nota, atau minta tim dukungan mengembalikan poinnya.</numerusform>
        </translation>
    </message>
    <message>
        <source>{news} Go back, then try again.</source>
        <translation>{news} Kembali, lalu coba lagi.</translation>
    </message>
    <message numerus="yes">
        <source>Now known: {points} points were redeemed for {who}. The receipt is in the history.</source>
        <translation>
            <numerusform>Sudah diketahui: {points} poin berhasil ditukar untuk {who}. Struknya ada di Riwayat.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Now known: the {points} points for {who} were not redeemed. Nothing was taken.</source>
        <translation>
            <numerusform>Sudah diketahui: {points} poin untuk {who} tidak ditukar. Poin tidak terpotong.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutlookLine</name>
    <message numerus="yes">
        <source>{points} points expire on {day}</source>
        <translation>
            <numerusform>{points} poin kedaluwarsa pada {day}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} of the {all} points expire on {day}</source>
        <translation>
            <numerusform>{points} dari {all} poin kedaluwarsa pada {day}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PadDock</name>
    <message>
        <source>Hide keys</source>
        <translation>Sembunyikan tombol</translation>
    </message>
</context>
<context>
    <name>PaperRequests</name>
    <message>
        <source>Printing the receipt…</source>
        <translation>Mencetak struk…</translation>
    </message>
    <message>
        <source>Saving the receipt…</source>
        <translation>Menyimpan struk…</translation>
    </message>
    <message>
        <source>Printing the report…</source>
        <translation>Mencetak laporan…</translation>
    </message>
    <message>
        <source>Saving the report…</source>
        <translation>Menyimpan laporan…</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Disimpan sebagai {path}</translation>
    </message>
    <message>
        <source>It has been sent to the printer.</source>
        <translation>Sudah dikirim ke printer.</translation>
    </message>
    <message>
        <source>The receipt has been sent to the printer.</source>
        <translation>Struk sudah dikirim ke printer.</translation>
    </message>
    <message>
        <source>The receipt is printed.</source>
        <translation>Struk sudah dicetak.</translation>
    </message>
    <message>
        <source>It is printed.</source>
        <translation>Sudah dicetak.</translation>
    </message>
    <message>
        <source>A receipt was not printed. {reason} It can be printed again in History.</source>
        <translation>Sebuah struk tidak tercetak. {reason} Dapat dicetak lagi di Riwayat.</translation>
    </message>
    <message>
        <source>A report, a test page or a receipt for points given back was not printed. {reason}</source>
        <translation>Laporan, halaman uji, atau struk poin yang dikembalikan tidak tercetak. {reason}</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Receipt</source>
        <translation>Struk</translation>
    </message>
    <message>
        <source>As it will be printed</source>
        <translation>Seperti hasil cetak</translation>
    </message>
</context>
<context>
    <name>PointsStep</name>
    <message>
        <source>How many points?</source>
        <translation>Berapa poin?</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ubah</translation>
    </message>
    <message>
        <source>Change points</source>
        <translation>Ubah poin</translation>
    </message>
    <message>
        <source>Points to redeem</source>
        <translation>Poin yang ditukar</translation>
    </message>
    <message>
        <source>Bill number</source>
        <translation>Nomor nota</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Send code</source>
        <translation>Kirim kode</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>Pelanggan berikutnya</translation>
    </message>
    <message>
        <source>Next: the code</source>
        <translation>Berikutnya: kode</translation>
    </message>
    <message>
        <source>Sending code…</source>
        <translation>Mengirim kode…</translation>
    </message>
    <message>
        <source>from the POS</source>
        <translation>dari POS</translation>
    </message>
    <message>
        <source>up to {points}</source>
        <translation>hingga {points}</translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} poin</numerusform>
        </translation>
    </message>
    <message>
        <source>bill {bill}</source>
        <translation>nota {bill}</translation>
    </message>
    <message>
        <source>from a group</source>
        <translation>dari grup</translation>
    </message>
    <message>
        <source>Back to the POS</source>
        <translation>Kembali ke POS</translation>
    </message>
    <message>
        <source>{money} to pay.</source>
        <translation>{money} harus dibayar.</translation>
    </message>
    <message>
        <source>Amount of money</source>
        <translation>Jumlah uang</translation>
    </message>
    <message>
        <source>{money} more than the bill.</source>
        <translation>{money} lebih dari nota.</translation>
    </message>
    <message numerus="yes">
        <source>{words}. Leaves {remaining} points in the group.</source>
        <translation>
            <numerusform>{words}. Sisa {remaining} poin di grup.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{words}. Leaves {remaining} points.</source>
        <translation>
            <numerusform>{words}. Sisa {remaining} poin.</numerusform>
        </translation>
    </message>
    <message>
        <source>{money} off the bill</source>
        <translation>Potong {money} dari nota</translation>
    </message>
</context>
<context>
    <name>PrintStateView</name>
    <message>
        <source>Test page</source>
        <translation>Halaman uji</translation>
    </message>
</context>
<context>
    <name>PrintStatus</name>
    <message>
        <source>Print again</source>
        <translation>Cetak lagi</translation>
    </message>
    <message>
        <source>Another printer</source>
        <translation>Printer lain</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Printing the receipt…</source>
        <translation>Mencetak struk…</translation>
    </message>
    <message>
        <source>The receipt has been sent to the printer.</source>
        <translation>Struk sudah dikirim ke printer.</translation>
    </message>
    <message>
        <source>The receipt is printed.</source>
        <translation>Struk sudah dicetak.</translation>
    </message>
    <message>
        <source>Choose a printer</source>
        <translation>Pilih printer</translation>
    </message>
    <message>
        <source>No other printer was found</source>
        <translation>Tidak ada printer lain</translation>
    </message>
    <message>
        <source>{name} (receipt printer)</source>
        <translation>{name} (printer struk)</translation>
    </message>
</context>
<context>
    <name>PrinterControl</name>
    <message>
        <source>Default printer</source>
        <translation>Printer bawaan</translation>
    </message>
</context>
<context>
    <name>QuestionPanel</name>
    <message>
        <source>Go back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Redeem anyway</source>
        <translation>Tetap tukar</translation>
    </message>
    <message numerus="yes">
        <source>Redeem {points} points anyway</source>
        <translation>
            <numerusform>Tetap tukar {points} poin</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>TRAINING. Not a receipt.</source>
        <translation>LATIHAN. Bukan struk.</translation>
    </message>
    <message>
        <source>COPY</source>
        <translation>SALINAN</translation>
    </message>
    <message>
        <source>Till {till} · Cashier {cashier}</source>
        <translation>Mesin {till} · Kasir {cashier}</translation>
    </message>
    <message>
        <source>Till {till}</source>
        <translation>Mesin {till}</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Poin</translation>
    </message>
    <message>
        <source>From the group’s points</source>
        <translation>Dari poin grup</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Saldo</translation>
    </message>
    <message>
        <source>Redemption</source>
        <translation>Penukaran</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referensi</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Terima kasih</translation>
    </message>
    <message>
        <source>POINTS GIVEN BACK</source>
        <translation>POIN DIKEMBALIKAN</translation>
    </message>
    <message>
        <source>Points given back</source>
        <translation>Poin dikembalikan</translation>
    </message>
    <message>
        <source>Expired, not given back</source>
        <translation>Kedaluwarsa, tidak dikembalikan</translation>
    </message>
    <message>
        <source>Points for the member</source>
        <translation>Poin untuk member</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Reversal</source>
        <translation>Pengembalian</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>Ditukar</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Dikembalikan</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Ditolak</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Belum diketahui</translation>
    </message>
    <message>
        <source>Not given back</source>
        <translation>Tidak dikembalikan</translation>
    </message>
    <message>
        <source>Giving back</source>
        <translation>Sedang dikembalikan</translation>
    </message>
    <message>
        <source>End of day</source>
        <translation>Akhir hari</translation>
    </message>
    <message>
        <source>{name} × {count}</source>
        <translation>{name} × {count}</translation>
    </message>
    <message>
        <source>Net points</source>
        <translation>Poin bersih</translation>
    </message>
    <message>
        <source>Net value</source>
        <translation>Nilai bersih</translation>
    </message>
    <message>
        <source>By cashier</source>
        <translation>Menurut kasir</translation>
    </message>
    <message>
        <source>By program</source>
        <translation>Menurut program</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Tanpa nama</translation>
    </message>
    <message>
        <source>Default program</source>
        <translation>Program bawaan</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Masih tertunda</translation>
    </message>
    <message>
        <source>Since it was closed</source>
        <translation>Sejak ditutup</translation>
    </message>
    <message>
        <source>Settled since, of other days</source>
        <translation>Diselesaikan sejak itu, dari hari lain</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} sampai {last}</translation>
    </message>
    <message>
        <source>No events</source>
        <translation>Tidak ada peristiwa</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Sidik</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Dicetak</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Ditutup</translation>
    </message>
    <message>
        <source>Closed by {cashier}</source>
        <translation>Ditutup oleh {cashier}</translation>
    </message>
    <message>
        <source>The day is open</source>
        <translation>Hari belum ditutup</translation>
    </message>
    <message>
        <source>TRAINING</source>
        <translation>LATIHAN</translation>
    </message>
    <message>
        <source>Practice store</source>
        <translation>Toko latihan</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>Uji cetak</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Mesin kasir</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Default printer</source>
        <translation>Printer bawaan</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
    <message>
        <source>If you can read this, the printer works.</source>
        <translation>Jika Anda dapat membaca ini, printer berfungsi.</translation>
    </message>
</context>
<context>
    <name>ReceiptPage</name>
    <message>
        <source>Points redeemed</source>
        <translation>Poin ditukar</translation>
    </message>
    <message>
        <source>Updated balance</source>
        <translation>Saldo terbaru</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>Cetak struk</translation>
    </message>
    <message>
        <source>Save receipt</source>
        <translation>Simpan struk</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Transaksi baru</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Back to POS</source>
        <translation>Kembali ke POS</translation>
    </message>
    <message>
        <source>The points have been given back since</source>
        <translation>Poin sudah dikembalikan sejak itu</translation>
    </message>
    <message numerus="yes">
        <source>Take {points} points off the bill</source>
        <translation>
            <numerusform>Potong {points} poin dari nota</numerusform>
        </translation>
    </message>
    <message>
        <source>Bill {bill}</source>
        <translation>Nota {bill}</translation>
    </message>
    <message>
        <source>The service did not say what they are worth.</source>
        <translation>Layanan tidak menyebut nilainya.</translation>
    </message>
    <message numerus="yes">
        <source>{points} points have been given back since.</source>
        <translation>
            <numerusform>{points} poin sudah dikembalikan sejak itu.</numerusform>
        </translation>
    </message>
    <message>
        <source>not known</source>
        <translation>tidak diketahui</translation>
    </message>
    <message>
        <source>Take {value} off the bill</source>
        <translation>Potong {value} dari nota</translation>
    </message>
</context>
<context>
    <name>Redeeming</name>
    <message numerus="yes">
        <source>{points} points are worth {worth}. Check the amount with the member.</source>
        <translation>
            <numerusform>{points} poin senilai {worth}. Cek jumlahnya dengan member.</numerusform>
        </translation>
    </message>
    <message>
        <source>The code has been sent again.</source>
        <translation>Kode sudah dikirim ulang.</translation>
    </message>
    <message>
        <source>Nothing was redeemed. Enter the supervisor’s PIN and a reason.</source>
        <translation>Poin belum ditukar. Perlu PIN supervisor dan alasannya.</translation>
    </message>
</context>
<context>
    <name>RequestedGiveBack</name>
    <message>
        <source>The POS no longer asks to give points back.</source>
        <translation>POS tidak lagi meminta poin dikembalikan.</translation>
    </message>
</context>
<context>
    <name>ScanHint</name>
    <message>
        <source>Or scan the card or the code</source>
        <translation>Atau pindai kartu atau kode</translation>
    </message>
    <message>
        <source>It goes into the field, wherever the cursor is.</source>
        <translation>Masuk ke kolom, di mana pun kursornya.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The settings are saved.</source>
        <translation>Pengaturan tersimpan.</translation>
    </message>
    <message>
        <source>Cannot be used, so the default counts: {settings}. F10 shows why.</source>
        <translation>Tidak dapat dipakai, jadi yang bawaan berlaku: {settings}. F10 menunjukkan sebabnya.</translation>
    </message>
    <message>
        <source>The till works with a new record now.</source>
        <translation>Mesin kasir sekarang memakai catatan baru.</translation>
    </message>
    <message>
        <source>The till works with a new record now. The damaged one is kept as {name}.</source>
        <translation>Mesin kasir sekarang memakai catatan baru. Catatan yang rusak disimpan sebagai {name}.</translation>
    </message>
    <message>
        <source>Another window on this computer is open for the same service and till name. The two do not know about each other’s redemptions. Close one of them.</source>
        <translation>Di komputer ini ada jendela lain yang terbuka untuk layanan dan nama mesin kasir yang sama. Keduanya tidak tahu penukaran satu sama lain. Tutup salah satunya.</translation>
    </message>
    <message>
        <source>This till’s record of redemptions was copied from another computer or from a backup. Nothing that was started there is sent again. Ask support before you also use the other one.</source>
        <translation>Catatan penukaran mesin kasir ini disalin dari komputer lain atau dari cadangan. Penukaran yang dimulai di sana tidak dikirim lagi. Tanya tim dukungan sebelum memakai komputer yang lain juga.</translation>
    </message>
    <message>
        <source>The settings are saved. They count after this customer.</source>
        <translation>Pengaturan disimpan. Berlaku usai pelanggan ini.</translation>
    </message>
</context>
<context>
    <name>SettingControl</name>
    <message>
        <source>Error: {why}</source>
        <translation>Kesalahan: {why}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Service</source>
        <translation>Layanan</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Toko</translation>
    </message>
    <message>
        <source>Redeeming</source>
        <translation>Penukaran</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Pencetakan</translation>
    </message>
    <message>
        <source>Cashiers</source>
        <translation>Kasir</translation>
    </message>
    <message>
        <source>POS</source>
        <translation>POS</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation>Kantor pusat</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Tampilan dan bahasa</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Dukungan</translation>
    </message>
    <message>
        <source>Address of the service</source>
        <translation>Alamat layanan</translation>
    </message>
    <message>
        <source>Address of the loyalty service, which begins with https://.</source>
        <translation>Alamat layanan poin, yang diawali https://.</translation>
    </message>
    <message>
        <source>Name of this till</source>
        <translation>Nama mesin kasir ini</translation>
    </message>
    <message>
        <source>The user of the service’s Basic authentication. ${HOSTNAME} is this computer’s name.</source>
        <translation>Pengguna autentikasi Basic layanan. ${HOSTNAME} adalah nama komputer ini.</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>Masuk dengan</translation>
    </message>
    <message>
        <source>How the till signs in to the service.</source>
        <translation>Cara mesin kasir masuk ke layanan.</translation>
    </message>
    <message>
        <source>Name and password</source>
        <translation>Nama dan kata sandi</translation>
    </message>
    <message>
        <source>Key and secret (OAuth)</source>
        <translation>Kunci dan rahasia (OAuth)</translation>
    </message>
    <message>
        <source>Password is a digest</source>
        <translation>Kata sandi sudah berupa hash</translation>
    </message>
    <message>
        <source>The stored password is its MD5 digest already.</source>
        <translation>Kata sandi tersimpan sudah berupa hash MD5.</translation>
    </message>
    <message>
        <source>Time to connect</source>
        <translation>Waktu untuk menyambung</translation>
    </message>
    <message>
        <source>Seconds to wait for a connection.</source>
        <translation>Detik menunggu koneksi.</translation>
    </message>
    <message>
        <source>Time for a call</source>
        <translation>Waktu untuk satu panggilan</translation>
    </message>
    <message>
        <source>Seconds for the whole of a call.</source>
        <translation>Detik untuk satu panggilan utuh.</translation>
    </message>
    <message>
        <source>Settle after</source>
        <translation>Selesaikan setelah</translation>
    </message>
    <message>
        <source>Seconds after the end of a call. From then on, several look-ups that find nothing prove that no points moved.</source>
        <translation>Detik sejak panggilan berakhir. Setelah itu, beberapa pencarian tanpa hasil membuktikan bahwa poin tidak terpotong.</translation>
    </message>
    <message>
        <source>Look again after</source>
        <translation>Lihat lagi setelah</translation>
    </message>
    <message>
        <source>Seconds until a redemption recorded as not redeemed is looked up again.</source>
        <translation>Detik sampai penukaran yang tercatat tidak terjadi dicari lagi.</translation>
    </message>
    <message>
        <source>Calls per minute</source>
        <translation>Panggilan per menit</translation>
    </message>
    <message>
        <source>The service’s rate limit for this till.</source>
        <translation>Batas panggilan layanan untuk mesin kasir ini.</translation>
    </message>
    <message>
        <source>Attribution type</source>
        <translation>Jenis atribusi</translation>
    </message>
    <message>
        <source>X-CAP-API-ATTRIBUTION-ENTITY-TYPE, such as TILL or STORE_CODE.</source>
        <translation>X-CAP-API-ATTRIBUTION-ENTITY-TYPE, seperti TILL atau STORE_CODE.</translation>
    </message>
    <message>
        <source>Attribution code</source>
        <translation>Kode atribusi</translation>
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
        <translation>http://host:port dari proxy, direct jika tanpa proxy; kosong untuk proxy komputer ini.</translation>
    </message>
    <message>
        <source>Name for the proxy</source>
        <translation>Nama untuk proxy</translation>
    </message>
    <message>
        <source>Who logs in at the proxy; empty if it asks for no login.</source>
        <translation>Siapa yang masuk ke proxy; kosong jika proxy tidak meminta login.</translation>
    </message>
    <message>
        <source>File of certificates</source>
        <translation>Berkas sertifikat</translation>
    </message>
    <message>
        <source>Path of a PEM file of certificate authorities to trust beside those of this computer.</source>
        <translation>Path berkas PEM berisi otoritas sertifikat yang dipercaya selain yang ada di komputer ini.</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Toko</translation>
    </message>
    <message>
        <source>The store’s name, for the window and the receipt.</source>
        <translation>Nama toko, untuk jendela dan struk.</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Negara</translation>
    </message>
    <message>
        <source>Region of numbers without a country code.</source>
        <translation>Wilayah nomor tanpa kode negara.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Mata uang</translation>
    </message>
    <message>
        <source>Currency; empty for the country’s own.</source>
        <translation>Mata uang; kosong untuk milik negara.</translation>
    </message>
    <message>
        <source>Form of mobile numbers</source>
        <translation>Bentuk nomor HP</translation>
    </message>
    <message>
        <source>How the service wants numbers: digits, plus, national.</source>
        <translation>Bentuk nomor yang diinginkan layanan: digit, plus, nasional.</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Digit</translation>
    </message>
    <message>
        <source>With +</source>
        <translation>Dengan +</translation>
    </message>
    <message>
        <source>National</source>
        <translation>Nasional</translation>
    </message>
    <message>
        <source>Days to keep numbers</source>
        <translation>Hari menyimpan nomor</translation>
    </message>
    <message>
        <source>Days that mobile numbers of settled attempts are kept.</source>
        <translation>Hari nomor dari upaya yang selesai disimpan.</translation>
    </message>
    <message>
        <source>Loyalty program</source>
        <translation>Program poin</translation>
    </message>
    <message>
        <source>Fixed program; empty for the default one or the cashier’s choice.</source>
        <translation>Program tetap; kosong untuk yang bawaan atau pilihan kasir.</translation>
    </message>
    <message>
        <source>Bill number required</source>
        <translation>Nomor nota wajib</translation>
    </message>
    <message>
        <source>Whether a redemption needs a bill number.</source>
        <translation>Apakah penukaran perlu nomor nota.</translation>
    </message>
    <message>
        <source>Points of a group</source>
        <translation>Poin grup</translation>
    </message>
    <message>
        <source>Whether points of a group can be redeemed.</source>
        <translation>Apakah poin grup dapat ditukar.</translation>
    </message>
    <message>
        <source>Groups by hand</source>
        <translation>Grup secara manual</translation>
    </message>
    <message>
        <source>Whether a group that the service does not show can be entered by hand.</source>
        <translation>Apakah grup yang tidak ditampilkan layanan dapat dimasukkan secara manual.</translation>
    </message>
    <message>
        <source>Look ahead</source>
        <translation>Lihat ke depan</translation>
    </message>
    <message>
        <source>Ask at once, for a member, which points expire and whether they can be redeemed.</source>
        <translation>Langsung tanyakan poin member mana yang kedaluwarsa dan apakah dapat ditukar.</translation>
    </message>
    <message>
        <source>Amounts of money</source>
        <translation>Jumlah uang</translation>
    </message>
    <message>
        <source>Whether an amount of money can be entered for points.</source>
        <translation>Apakah jumlah uang dapat dimasukkan sebagai ganti poin.</translation>
    </message>
    <message>
        <source>Find members by</source>
        <translation>Cari member dengan</translation>
    </message>
    <message>
        <source>How a member can be found beside the mobile number: card, email, external_id.</source>
        <translation>Cara menemukan member selain nomor HP: card, email, external_id.</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kartu</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>Nomor pelanggan</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Whether a redemption can carry a note.</source>
        <translation>Apakah penukaran dapat diberi catatan.</translation>
    </message>
    <message>
        <source>Length of a note</source>
        <translation>Panjang catatan</translation>
    </message>
    <message>
        <source>Characters that a note has at most.</source>
        <translation>Jumlah karakter catatan paling banyak.</translation>
    </message>
    <message>
        <source>Notes to choose from</source>
        <translation>Pilihan catatan</translation>
    </message>
    <message>
        <source>Notes to choose from (JSON list of texts).</source>
        <translation>Pilihan catatan (daftar JSON berisi teks).</translation>
    </message>
    <message>
        <source>Additional fields</source>
        <translation>Kolom tambahan</translation>
    </message>
    <message>
        <source>Fields that the organisation has added (JSON list).</source>
        <translation>Kolom yang ditambahkan organisasi (daftar JSON).</translation>
    </message>
    <message>
        <source>Who may give points back</source>
        <translation>Siapa yang boleh mengembalikan poin</translation>
    </message>
    <message>
        <source>Supervisor means the cashier with the supervisor’s PIN.</source>
        <translation>Supervisor berarti kasir dengan PIN supervisor.</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Kasir</translation>
    </message>
    <message>
        <source>Who is at the till, for the receipt and the audit trail, if no one signs on.</source>
        <translation>Siapa di kasir, untuk struk dan jejak audit, jika tidak ada yang masuk.</translation>
    </message>
    <message>
        <source>Cashiers sign on</source>
        <translation>Kasir masuk dengan nama</translation>
    </message>
    <message>
        <source>Whether cashiers sign on before they serve.</source>
        <translation>Apakah kasir masuk dulu sebelum melayani.</translation>
    </message>
    <message>
        <source>Cashiers to choose from</source>
        <translation>Pilihan kasir</translation>
    </message>
    <message>
        <source>Names to choose from (JSON list of texts). A number before a name can be typed in its place: 1042 Meera Nair.</source>
        <translation>Pilihan nama (daftar JSON berisi teks). Nomor di depan nama dapat diketik sebagai gantinya: 1042 Meera Nair.</translation>
    </message>
    <message>
        <source>No other cashiers</source>
        <translation>Tanpa kasir lain</translation>
    </message>
    <message>
        <source>Whether only the cashiers to choose from can sign on.</source>
        <translation>Apakah hanya kasir dalam pilihan yang dapat masuk.</translation>
    </message>
    <message>
        <source>Sign off after</source>
        <translation>Keluar setelah</translation>
    </message>
    <message>
        <source>Seconds without a key or a touch after which the till signs off; 0: never.</source>
        <translation>Detik tanpa tombol atau sentuhan; setelah itu mesin kasir mengeluarkan kasir; 0: tidak pernah.</translation>
    </message>
    <message>
        <source>File of cashiers’ PINs</source>
        <translation>Berkas PIN kasir</translation>
    </message>
    <message>
        <source>Path of a JSON file with each cashier’s PIN as `points-till pin hash` makes it. Cashiers then sign on by PIN.</source>
        <translation>Path berkas JSON dengan PIN tiap kasir seperti dibuat `points-till pin hash`. Kasir lalu masuk dengan PIN.</translation>
    </message>
    <message>
        <source>Port of the local interface</source>
        <translation>Port antarmuka lokal</translation>
    </message>
    <message>
        <source>Port on which this till serves the POS’s local interface; 0: it does not.</source>
        <translation>Port tempat mesin kasir ini menyediakan antarmuka lokal untuk POS; 0: tidak disediakan.</translation>
    </message>
    <message>
        <source>Web pages that may call</source>
        <translation>Halaman web yang boleh memanggil</translation>
    </message>
    <message>
        <source>Web pages that may call the local interface, such as https://pos.example (JSON list).</source>
        <translation>Halaman web yang boleh memanggil antarmuka lokal, misalnya https://pos.example (daftar JSON).</translation>
    </message>
    <message>
        <source>Address of head office</source>
        <translation>Alamat kantor pusat</translation>
    </message>
    <message>
        <source>Address of head office, which begins with https://. Empty: nothing is sent.</source>
        <translation>Alamat kantor pusat, yang diawali https://. Kosong: tidak ada yang dikirim.</translation>
    </message>
    <message>
        <source>Key for head office</source>
        <translation>Kunci untuk kantor pusat</translation>
    </message>
    <message>
        <source>This till’s key, as `points-till head-office enrol` prints it.</source>
        <translation>Kunci mesin kasir ini, seperti ditampilkan `points-till head-office enrol`.</translation>
    </message>
    <message>
        <source>Pause between sends</source>
        <translation>Jeda antar pengiriman</translation>
    </message>
    <message>
        <source>Seconds between looks for something new to send.</source>
        <translation>Detik antara pengecekan apakah ada hal baru untuk dikirim.</translation>
    </message>
    <message>
        <source>Bandwidth for head office</source>
        <translation>Lebar pita untuk kantor pusat</translation>
    </message>
    <message>
        <source>Kilobytes a second that sending to head office may use; 0: no limit.</source>
        <translation>Kilobyte per detik yang boleh dipakai untuk mengirim ke kantor pusat; 0: tanpa batas.</translation>
    </message>
    <message>
        <source>Numbers for head office</source>
        <translation>Nomor untuk kantor pusat</translation>
    </message>
    <message>
        <source>Whether head office gets mobile numbers in full, and not only as keyed digests.</source>
        <translation>Apakah kantor pusat menerima nomor HP lengkap, bukan hanya hash berkunci.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Kunci</translation>
    </message>
    <message>
        <source>It is kept in this computer’s keyring, with the secret. Leave both empty to keep those that are stored.</source>
        <translation>Disimpan di penyimpanan kata sandi komputer ini, bersama rahasianya. Kosongkan keduanya untuk tetap memakai yang tersimpan.</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Rahasia</translation>
    </message>
    <message>
        <source>It was shown once, when the key was made. Leave both empty to keep those that are stored.</source>
        <translation>Ditampilkan satu kali, saat kunci dibuat. Kosongkan keduanya untuk tetap memakai yang tersimpan.</translation>
    </message>
    <message>
        <source>Password for the proxy</source>
        <translation>Kata sandi untuk proxy</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>harus berupa teks</translation>
    </message>
    <message>
        <source>must be one line without control characters</source>
        <translation>harus satu baris tanpa karakter kontrol</translation>
    </message>
    <message>
        <source>must be text without control characters</source>
        <translation>harus berupa teks tanpa karakter kontrol</translation>
    </message>
    <message>
        <source>must not be longer than {longest} characters</source>
        <translation>tidak boleh lebih dari {longest} karakter</translation>
    </message>
    <message>
        <source>must not have a colon in it</source>
        <translation>tidak boleh mengandung titik dua</translation>
    </message>
    <message>
        <source>must be ASCII letters, digits and marks</source>
        <translation>hanya boleh berisi huruf, angka, dan tanda ASCII</translation>
    </message>
    <message>
        <source>must not have {name} in it: only {known} is known</source>
        <translation>tidak boleh mengandung {name}: hanya {known} yang dikenal</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>harus true atau false</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>harus berupa angka</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>harus berupa bilangan bulat</translation>
    </message>
    <message>
        <source>must be from {lowest} to {highest}</source>
        <translation>harus antara {lowest} dan {highest}</translation>
    </message>
    <message>
        <source>must be an amount of points, such as 100 or 12.5</source>
        <translation>harus berupa jumlah poin, misalnya 100 atau 12.5</translation>
    </message>
    <message>
        <source>must be one of {choices}, or empty for the system’s own</source>
        <translation>harus salah satu dari {choices}, atau kosong untuk memakai milik sistem</translation>
    </message>
    <message>
        <source>must be one of {choices}</source>
        <translation>harus salah satu dari {choices}</translation>
    </message>
    <message>
        <source>must be some of {choices}</source>
        <translation>hanya boleh berisi {choices}</translation>
    </message>
    <message>
        <source>must be an ISO 4217 code such as INR</source>
        <translation>harus berupa kode ISO 4217, misalnya INR</translation>
    </message>
    <message>
        <source>must be an ISO 3166 region such as IN</source>
        <translation>harus berupa wilayah ISO 3166, misalnya IN</translation>
    </message>
    <message>
        <source>is not an address</source>
        <translation>bukan alamat</translation>
    </message>
    <message>
        <source>must not carry a user name or password</source>
        <translation>tidak boleh berisi nama pengguna atau kata sandi</translation>
    </message>
    <message>
        <source>must not carry a query</source>
        <translation>tidak boleh berisi parameter setelah tanda tanya</translation>
    </message>
    <message>
        <source>must begin with https:// (http:// is for this machine alone)</source>
        <translation>harus diawali https:// (http:// hanya untuk komputer ini)</translation>
    </message>
    <message>
        <source>must begin with https://</source>
        <translation>harus diawali https://</translation>
    </message>
    <message>
        <source>must not carry a login: that is the setting proxy_user and a password of its own</source>
        <translation>tidak boleh berisi data masuk: untuk itu ada pengaturan proxy_user dan kata sandi tersendiri</translation>
    </message>
    <message>
        <source>must begin with http:// (it opens a tunnel, so what passes is encrypted all the same)</source>
        <translation>harus diawali http:// (ini membuka terowongan, jadi yang lewat tetap terenkripsi)</translation>
    </message>
    <message>
        <source>must be http://host:port</source>
        <translation>harus http://host:port</translation>
    </message>
    <message>
        <source>must be tcp://HOST:PORT</source>
        <translation>harus tcp://HOST:PORT</translation>
    </message>
    <message>
        <source>must name a queue after raw:</source>
        <translation>harus menyebut nama antrean setelah raw:</translation>
    </message>
    <message>
        <source>must be a list of addresses such as https://pos.example</source>
        <translation>harus berupa daftar alamat, misalnya https://pos.example</translation>
    </message>
    <message>
        <source>must be addresses such as https://pos.example, without a path or a *</source>
        <translation>harus berupa alamat seperti https://pos.example, tanpa jalur dan tanpa *</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>harus berupa daftar</translation>
    </message>
    <message>
        <source>must be a list of texts</source>
        <translation>harus berupa daftar teks</translation>
    </message>
    <message>
        <source>must be a list of fields</source>
        <translation>harus berupa daftar kolom</translation>
    </message>
    <message>
        <source>must be a JSON list of texts</source>
        <translation>harus berupa daftar teks dalam JSON</translation>
    </message>
    <message>
        <source>must be a JSON list of fields</source>
        <translation>harus berupa daftar kolom dalam JSON</translation>
    </message>
    <message>
        <source>must not have more than {most} entries</source>
        <translation>tidak boleh lebih dari {most} entri</translation>
    </message>
    <message>
        <source>every field needs a name</source>
        <translation>setiap kolom perlu nama</translation>
    </message>
    <message>
        <source>choices must be a list</source>
        <translation>choices harus berupa daftar</translation>
    </message>
    <message>
        <source>{name} needs choices</source>
        <translation>{name} perlu pilihan</translation>
    </message>
    <message>
        <source>{name} is there twice</source>
        <translation>{name} ada dua kali</translation>
    </message>
    <message>
        <source>unknown: {names}</source>
        <translation>tidak dikenal: {names}</translation>
    </message>
    <message>
        <source>must be what `points-till pin hash` makes of the PIN</source>
        <translation>harus hasil `points-till pin hash` dari PIN</translation>
    </message>
    <message>
        <source>is not a key that `points-till head-office enrol` has printed</source>
        <translation>bukan kunci yang ditampilkan `points-till head-office enrol`</translation>
    </message>
    <message>
        <source>is not a text</source>
        <translation>bukan teks</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>The cashier</source>
        <translation>Kasir</translation>
    </message>
    <message>
        <source>No one</source>
        <translation>Tidak seorang pun</translation>
    </message>
    <message>
        <source>Days to give back</source>
        <translation>Hari untuk mengembalikan</translation>
    </message>
    <message>
        <source>Days after a redemption within which its points can be given back.</source>
        <translation>Hari setelah penukaran saat poinnya dapat dikembalikan.</translation>
    </message>
    <message>
        <source>Codes are valid for</source>
        <translation>Masa berlaku kode</translation>
    </message>
    <message>
        <source>Seconds that the organisation’s codes are good for; 0: not known.</source>
        <translation>Detik berlakunya kode organisasi; 0: tidak diketahui.</translation>
    </message>
    <message>
        <source>New code after</source>
        <translation>Kode baru setelah</translation>
    </message>
    <message>
        <source>Seconds until a code can be sent again.</source>
        <translation>Detik sampai kode dapat dikirim lagi.</translation>
    </message>
    <message>
        <source>Codes in capitals</source>
        <translation>Kode huruf besar</translation>
    </message>
    <message>
        <source>Codes are in capitals: small letters become capitals while they are typed.</source>
        <translation>Kode memakai huruf besar: huruf kecil berubah saat diketik.</translation>
    </message>
    <message>
        <source>Codes by e-mail</source>
        <translation>Kode lewat email</translation>
    </message>
    <message>
        <source>Whether a code can be asked for by the member’s e-mail address.</source>
        <translation>Apakah kode dapat diminta dengan alamat email member.</translation>
    </message>
    <message>
        <source>Codes by card number</source>
        <translation>Kode dengan nomor kartu</translation>
    </message>
    <message>
        <source>Whether a code can be asked for by the card number with which the member was found.</source>
        <translation>Apakah kode dapat diminta dengan nomor kartu yang dipakai menemukan member.</translation>
    </message>
    <message>
        <source>Code needed from</source>
        <translation>Kode wajib mulai</translation>
    </message>
    <message>
        <source>Points from which a redemption needs the member’s code. 0: every redemption.</source>
        <translation>Mulai jumlah poin ini, penukaran perlu kode member. 0: setiap penukaran.</translation>
    </message>
    <message>
        <source>Missed calls</source>
        <translation>Panggilan tak terjawab</translation>
    </message>
    <message>
        <source>Whether a missed call can take the place of the code.</source>
        <translation>Apakah panggilan tak terjawab dapat menggantikan kode.</translation>
    </message>
    <message>
        <source>Number for missed calls</source>
        <translation>Nomor panggilan tak terjawab</translation>
    </message>
    <message>
        <source>The number that a member calls and hangs up.</source>
        <translation>Nomor yang dihubungi member lalu ditutup.</translation>
    </message>
    <message>
        <source>Missed call first</source>
        <translation>Panggilan tak terjawab dahulu</translation>
    </message>
    <message>
        <source>Whether a missed call is asked for at once, in place of a code.</source>
        <translation>Apakah panggilan tak terjawab langsung diminta sebagai ganti kode.</translation>
    </message>
    <message>
        <source>Redeem without a code</source>
        <translation>Tukar tanpa kode</translation>
    </message>
    <message>
        <source>Whether a supervisor can let a redemption go without a code; needs supervisor_pin.</source>
        <translation>Apakah supervisor dapat mengizinkan penukaran tanpa kode; perlu supervisor_pin.</translation>
    </message>
    <message>
        <source>Supervisor PIN</source>
        <translation>PIN supervisor</translation>
    </message>
    <message>
        <source>The supervisor’s PIN as `points-till pin hash` makes it, never as it is typed.</source>
        <translation>PIN supervisor seperti dibuat `points-till pin hash`, bukan seperti diketik.</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>A system queue, raw:QUEUE or tcp://HOST:PORT; empty for the default printer.</source>
        <translation>Antrean sistem, raw:QUEUE atau tcp://HOST:PORT; kosong untuk printer bawaan.</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
    <message>
        <source>The width of the roll, or a sheet.</source>
        <translation>Lebar gulungan, atau lembar.</translation>
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
        <translation>Cetak otomatis</translation>
    </message>
    <message>
        <source>After each redemption.</source>
        <translation>Setelah setiap penukaran.</translation>
    </message>
    <message>
        <source>First lines of the receipt</source>
        <translation>Baris pertama struk</translation>
    </message>
    <message>
        <source>Below the store’s name, such as its address.</source>
        <translation>Di bawah nama toko, misalnya alamatnya.</translation>
    </message>
    <message>
        <source>Last lines of the receipt</source>
        <translation>Baris terakhir struk</translation>
    </message>
    <message>
        <source>In place of the thanks, in the store’s language.</source>
        <translation>Sebagai ganti ucapan terima kasih, dalam bahasa toko.</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Path of a PNG or SVG file, for receipts and the customer’s screen.</source>
        <translation>Path berkas PNG atau SVG, untuk struk dan layar pelanggan.</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>Buka laci</translation>
    </message>
    <message>
        <source>Whether a receipt opens the drawer at a thermal printer.</source>
        <translation>Apakah struk membuka laci di printer termal.</translation>
    </message>
    <message>
        <source>Cut the paper</source>
        <translation>Potong kertas</translation>
    </message>
    <message>
        <source>Whether a thermal printer cuts the paper.</source>
        <translation>Apakah printer termal memotong kertas.</translation>
    </message>
    <message>
        <source>Printer’s commands</source>
        <translation>Perintah printer</translation>
    </message>
    <message>
        <source>How a thermal printer takes pictures; columns for older models.</source>
        <translation>Cara printer termal menerima gambar; kolom untuk model lama.</translation>
    </message>
    <message>
        <source>Raster (GS v 0)</source>
        <translation>Raster (GS v 0)</translation>
    </message>
    <message>
        <source>Columns (ESC *)</source>
        <translation>Kolom (ESC *)</translation>
    </message>
    <message>
        <source>Folder for receipts</source>
        <translation>Folder struk</translation>
    </message>
    <message>
        <source>Where saved receipts go; empty for Documents.</source>
        <translation>Tempat struk tersimpan; kosong untuk Dokumen.</translation>
    </message>
    <message>
        <source>Language of receipts</source>
        <translation>Bahasa struk</translation>
    </message>
    <message>
        <source>Language of the receipt; empty for the window’s.</source>
        <translation>Bahasa struk; kosong untuk bahasa jendela.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Language of the window; empty for the system’s own.</source>
        <translation>Bahasa jendela; kosong untuk bahasa sistem.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Warna</translation>
    </message>
    <message>
        <source>system, light, dark or high-contrast.</source>
        <translation>sistem, terang, gelap, atau kontras tinggi.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Kontras tinggi</translation>
    </message>
    <message>
        <source>Number pad</source>
        <translation>Papan angka</translation>
    </message>
    <message>
        <source>When to show it; automatic: if there is a touch screen.</source>
        <translation>Kapan ditampilkan; otomatis: jika ada layar sentuh.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Otomatis</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Selalu</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Tidak pernah</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>Gerakan dikurangi</translation>
    </message>
    <message>
        <source>Still patterns take the place of moving ones.</source>
        <translation>Pola diam menggantikan yang bergerak.</translation>
    </message>
    <message>
        <source>Screen for the customer</source>
        <translation>Layar untuk pelanggan</translation>
    </message>
    <message>
        <source>Points, value and code for the customer’s eyes.</source>
        <translation>Poin, nilai, dan kode untuk dilihat pelanggan.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Tidak ada</translation>
    </message>
    <message>
        <source>A window</source>
        <translation>Sebuah jendela</translation>
    </message>
    <message>
        <source>Second display</source>
        <translation>Layar kedua</translation>
    </message>
    <message>
        <source>Log level</source>
        <translation>Tingkat log</translation>
    </message>
    <message>
        <source>The least important lines that are written.</source>
        <translation>Baris paling tidak penting yang masih ditulis.</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Kesalahan</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Peringatan</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Semuanya</translation>
    </message>
    <message>
        <source>Log format</source>
        <translation>Format log</translation>
    </message>
    <message>
        <source>Text for people, or JSON lines for programs.</source>
        <translation>Teks untuk orang, atau baris JSON untuk program.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Teks</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>Baris JSON</translation>
    </message>
    <message>
        <source>Password of this till</source>
        <translation>Kata sandi mesin kasir ini</translation>
    </message>
    <message>
        <source>It is kept in this computer’s keyring, never in a file. Leave it empty to keep the one that is stored.</source>
        <translation>Disimpan di penyimpanan kata sandi komputer ini, bukan di berkas. Kosongkan untuk tetap memakai yang tersimpan.</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Search settings</source>
        <translation>Cari pengaturan</translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation>Kelompok pengaturan</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Kelompok</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Tidak ada pengaturan dengan kata ini.</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Sama dengan sistem</translation>
    </message>
    <message>
        <source>Same as the window</source>
        <translation>Sama dengan jendela</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln settings</source>
        <translation>
            <numerusform>{count} dari %Ln pengaturan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Test connection</source>
        <translation>Uji koneksi</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>Uji cetak</translation>
    </message>
    <message>
        <source>Support file</source>
        <translation>Berkas dukungan</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>What was saved counts once no customer is being served. Until then, this is what counted before.</source>
        <translation>Yang disimpan berlaku begitu tidak ada pelanggan yang dilayani. Sampai saat itu, inilah yang berlaku sebelumnya.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Head office has other records under this till’s numbers. Call support.</source>
        <translation>Kantor pusat punya catatan lain dengan nomor mesin kasir ini. Hubungi tim dukungan.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) wait to be sent.</source>
        <translation>
            <numerusform>%Ln catatan menunggu dikirim.</numerusform>
        </translation>
    </message>
    <message>
        <source>Head office has not answered yet.</source>
        <translation>Kantor pusat belum menjawab.</translation>
    </message>
    <message>
        <source>Head office has everything.</source>
        <translation>Kantor pusat sudah menerima semuanya.</translation>
    </message>
    <message>
        <source>Head office cannot be reached just now. {waiting}</source>
        <translation>Kantor pusat tidak dapat dihubungi saat ini. {waiting}</translation>
    </message>
    <message>
        <source>Head office does not know this till’s key. {waiting}</source>
        <translation>Kantor pusat tidak mengenal kunci mesin kasir ini. {waiting}</translation>
    </message>
    <message>
        <source>Head office does not accept this till’s records. Call support. {waiting}</source>
        <translation>Kantor pusat tidak menerima catatan mesin kasir ini. Hubungi tim dukungan. {waiting}</translation>
    </message>
    <message>
        <source>Set by policy</source>
        <translation>Diatur oleh kebijakan</translation>
    </message>
    <message>
        <source>Set by environment</source>
        <translation>Diatur oleh lingkungan</translation>
    </message>
    <message>
        <source>Set by command line</source>
        <translation>Diatur oleh baris perintah</translation>
    </message>
    <message>
        <source>Your company’s default</source>
        <translation>Bawaan perusahaan Anda</translation>
    </message>
    <message>
        <source>Enter the key and the secret, or neither.</source>
        <translation>Masukkan kunci dan rahasia, atau kosongkan keduanya.</translation>
    </message>
    <message>
        <source>Enter the address of the service.</source>
        <translation>Masukkan alamat layanan.</translation>
    </message>
    <message>
        <source>Enter the name of this till.</source>
        <translation>Masukkan nama mesin kasir ini.</translation>
    </message>
    <message>
        <source>Collecting the support file… This can take a minute.</source>
        <translation>Menyiapkan berkas dukungan… Ini bisa memakan waktu satu menit.</translation>
    </message>
    <message>
        <source>The support file is saved: {path}</source>
        <translation>Berkas dukungan disimpan: {path}</translation>
    </message>
    <message>
        <source>In training the service’s address, the till and the password are those of the practice service.</source>
        <translation>Dalam latihan, alamat layanan, mesin kasir, dan kata sandi adalah milik layanan latihan.</translation>
    </message>
    <message>
        <source>Connecting to the service…</source>
        <translation>Menghubungi layanan…</translation>
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
        <translation>Belum ada yang dicatat. Perlu PIN supervisor dan alasannya.</translation>
    </message>
    <message>
        <source>Checking the PIN…</source>
        <translation>Mengecek PIN…</translation>
    </message>
    <message>
        <source>That PIN is wrong. Nothing was recorded.</source>
        <translation>PIN salah. Belum ada yang dicatat.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Nothing was recorded. Try again in 15 minutes.</source>
        <translation>Terlalu sering salah PIN. Belum ada yang dicatat. Coba lagi dalam 15 menit.</translation>
    </message>
    <message>
        <source>A supervisor’s PIN cannot be checked here. Nothing was recorded. Tell support.</source>
        <translation>PIN supervisor tidak bisa dicek di sini. Belum ada yang dicatat. Beri tahu tim dukungan.</translation>
    </message>
</context>
<context>
    <name>SetupBar</name>
    <message>
        <source>First start</source>
        <translation>Mulai pertama</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Bahasa jendela</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Sama dengan sistem</translation>
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
        <translation>Alamat dan mesin kasir</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Toko</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Uji koneksi</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>Uji cetak</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Sama dengan sistem</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Berikutnya</translation>
    </message>
    <message>
        <source>Enter the address of the service.</source>
        <translation>Masukkan alamat layanan.</translation>
    </message>
    <message>
        <source>Enter the name of this till.</source>
        <translation>Masukkan nama mesin kasir ini.</translation>
    </message>
    <message>
        <source>Enter the key and the secret, or neither.</source>
        <translation>Masukkan kunci dan rahasia, atau kosongkan keduanya.</translation>
    </message>
    <message>
        <source>{setting}: {problem}</source>
        <translation>{setting}: {problem}</translation>
    </message>
    <message>
        <source>Connecting to the service…</source>
        <translation>Menghubungi layanan…</translation>
    </message>
</context>
<context>
    <name>SetupSide</name>
    <message>
        <source>Three short pages</source>
        <translation>Tiga halaman singkat</translation>
    </message>
    <message>
        <source>Your company’s support has given you the address, the name and the password.</source>
        <translation>Tim dukungan perusahaan Anda sudah memberi alamat, nama, dan kata sandi.</translation>
    </message>
    <message>
        <source>Page 2 opens once the test has passed.</source>
        <translation>Halaman 2 terbuka setelah pengujian berhasil.</translation>
    </message>
    <message>
        <source>The password is kept in this computer’s keyring, never in a file.</source>
        <translation>Kata sandi disimpan di penyimpanan kata sandi komputer ini, bukan di berkas.</translation>
    </message>
    <message>
        <source>Only looking?</source>
        <translation>Hanya melihat-lihat?</translation>
    </message>
    <message>
        <source>No account, no network. You can leave it again at any time.</source>
        <translation>Tanpa akun, tanpa jaringan. Anda dapat keluar kapan saja.</translation>
    </message>
    <message>
        <source>Try with sample customers</source>
        <translation>Coba dengan data contoh</translation>
    </message>
</context>
<context>
    <name>SignOnPage</name>
    <message>
        <source>Who is at the till?</source>
        <translation>Siapa yang bertugas di kasir?</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Kasir</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Sign on</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Choose your name, or type your name or number under Cashier.</source>
        <translation>Pilih nama Anda, atau ketik nama atau nomor Anda di bawah “Kasir”.</translation>
    </message>
    <message>
        <source>Not in the list? Type your name or number under Cashier.</source>
        <translation>Tidak ada dalam daftar? Ketik nama atau nomor Anda di bawah “Kasir”.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Mengecek…</translation>
    </message>
    <message>
        <source>{unknown}. Do not redeem again.</source>
        <translation>{unknown}. Jangan tukar lagi.</translation>
    </message>
    <message>
        <source>{unknown}. Do not redeem bill {bill} again.</source>
        <translation>{unknown}. Jangan tukar lagi untuk nota {bill}.</translation>
    </message>
</context>
<context>
    <name>SigningOn</name>
    <message>
        <source>The till is not ready yet. Try again in a moment.</source>
        <translation>Mesin kasir belum siap. Coba lagi sebentar lagi.</translation>
    </message>
    <message>
        <source>Enter your name or number.</source>
        <translation>Masukkan nama atau nomor Anda.</translation>
    </message>
    <message>
        <source>Enter your PIN.</source>
        <translation>Masukkan PIN Anda.</translation>
    </message>
    <message>
        <source>The POS says that {named} serves, but {cashier} has signed on and is recorded. Sign off if that is wrong.</source>
        <translation>Menurut POS yang melayani adalah {named}, tetapi yang masuk dan dicatat adalah {cashier}. Keluar jika itu salah.</translation>
    </message>
</context>
<context>
    <name>StandingWarning</name>
    <message>
        <source>Warning</source>
        <translation>Peringatan</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Redeemed</source>
        <translation>Ditukar</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Ditolak</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Tidak terkirim</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Belum diketahui</translation>
    </message>
    <message>
        <source>Not redeemed</source>
        <translation>Tidak ditukar</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Dikembalikan</translation>
    </message>
</context>
<context>
    <name>SupervisorForm</name>
    <message>
        <source>Supervisor’s PIN</source>
        <translation>PIN supervisor</translation>
    </message>
    <message>
        <source>Why is there no code?</source>
        <translation>Kenapa tidak ada kode?</translation>
    </message>
    <message>
        <source>The approval and the reason are kept with this redemption; the PIN is not.</source>
        <translation>Persetujuan dan alasannya dicatat pada penukaran ini; PIN-nya tidak disimpan.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Allow and redeem</source>
        <translation>Izinkan dan tukar</translation>
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
        <translation>Berkas dukungan</translation>
    </message>
    <message>
        <source>This is what the file will contain. It has no number, name or e-mail address of a customer, no code and no password.</source>
        <translation>Inilah isi berkas itu. Tidak ada nomor, nama, atau alamat email pelanggan, tidak ada kode, dan tidak ada kata sandi.</translation>
    </message>
    <message>
        <source>Contents of the support file</source>
        <translation>Isi berkas dukungan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Save support file</source>
        <translation>Simpan berkas dukungan</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n berkas</numerusform>
        </translation>
    </message>
    <message>
        <source>{count}, {size} as a zip</source>
        <translation>{count}, {size} sebagai zip</translation>
    </message>
    <message>
        <source>About this file, and versions</source>
        <translation>Tentang berkas ini, dan versi</translation>
    </message>
    <message>
        <source>Settings, without secrets</source>
        <translation>Pengaturan, tanpa rahasia</translation>
    </message>
    <message>
        <source>What was checked, and the results</source>
        <translation>Apa yang diperiksa, dan hasilnya</translation>
    </message>
    <message>
        <source>Redemptions as numbers only</source>
        <translation>Penukaran, hanya dalam angka</translation>
    </message>
    <message>
        <source>What the program did</source>
        <translation>Apa yang dilakukan program</translation>
    </message>
    <message>
        <source>Report of a crash</source>
        <translation>Laporan program berhenti mendadak</translation>
    </message>
</context>
<context>
    <name>Switch</name>
    <message>
        <source>On</source>
        <translation>Aktif</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Nonaktif</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Error: {why}</source>
        <translation>Kesalahan: {why}</translation>
    </message>
</context>
<context>
    <name>TillView</name>
    <message>
        <source>Training</source>
        <translation>Latihan</translation>
    </message>
    <message>
        <source>What you typed while the till was busy was ignored. Type it again.</source>
        <translation>Yang Anda ketik saat mesin kasir sibuk diabaikan. Ketik lagi.</translation>
    </message>
</context>
<context>
    <name>TodayList</name>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>History of today</source>
        <translation>Riwayat hari ini</translation>
    </message>
    <message numerus="yes">
        <source>{count} redeemed</source>
        <translation>
            <numerusform>{count} ditukar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} poin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points given back</source>
        <translation>
            <numerusform>{points} poin dikembalikan</numerusform>
        </translation>
    </message>
    <message>
        <source>No redemptions yet today.</source>
        <translation>Belum ada penukaran hari ini.</translation>
    </message>
</context>
<context>
    <name>TrailWords</name>
    <message>
        <source>Recorded and sent</source>
        <translation>Dicatat dan dikirim</translation>
    </message>
    <message>
        <source>Sent again with the same reference</source>
        <translation>Dikirim lagi dengan referensi yang sama</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>Ditukar</translation>
    </message>
    <message>
        <source>Found: redeemed</source>
        <translation>Ditemukan: ditukar</translation>
    </message>
    <message>
        <source>Balance learned</source>
        <translation>Saldo diketahui</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Ditolak</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Tidak terkirim</translation>
    </message>
    <message>
        <source>Proved not redeemed</source>
        <translation>Terbukti tidak ditukar</translation>
    </message>
    <message>
        <source>No answer that proves it</source>
        <translation>Tidak ada jawaban yang membuktikannya</translation>
    </message>
    <message>
        <source>Perhaps found</source>
        <translation>Mungkin ditemukan</translation>
    </message>
    <message>
        <source>Asked: not there yet</source>
        <translation>Ditanyakan: belum ada</translation>
    </message>
    <message>
        <source>Waited for a busy service</source>
        <translation>Menunggu layanan yang sibuk</translation>
    </message>
    <message>
        <source>Signed in again, looked, and sent again</source>
        <translation>Masuk lagi, dicek, dan dikirim lagi</translation>
    </message>
    <message>
        <source>All points given back</source>
        <translation>Semua poin dikembalikan</translation>
    </message>
    <message>
        <source>Points given back</source>
        <translation>Poin dikembalikan</translation>
    </message>
    <message>
        <source>A supervisor agreed</source>
        <translation>Seorang supervisor setuju</translation>
    </message>
    <message>
        <source>A supervisor did not agree</source>
        <translation>Seorang supervisor tidak setuju</translation>
    </message>
    <message>
        <source>Settled by hand</source>
        <translation>Diselesaikan secara manual</translation>
    </message>
    <message>
        <source>Taken over by {cashier}</source>
        <translation>Diambil alih oleh {cashier}</translation>
    </message>
    <message>
        <source>Asked for again</source>
        <translation>Diminta lagi</translation>
    </message>
    <message>
        <source>No code needed</source>
        <translation>Tidak perlu kode</translation>
    </message>
    <message>
        <source>Without a code</source>
        <translation>Tanpa kode</translation>
    </message>
    <message>
        <source>Bill number sent</source>
        <translation>Nomor nota dikirim</translation>
    </message>
    <message>
        <source>Bill number attached</source>
        <translation>Nomor nota ditambahkan</translation>
    </message>
    <message>
        <source>Taken from another journal</source>
        <translation>Diambil dari catatan lain</translation>
    </message>
    <message>
        <source>Personal data deleted</source>
        <translation>Data pribadi dihapus</translation>
    </message>
    <message>
        <source>Found: given back</source>
        <translation>Ditemukan: dikembalikan</translation>
    </message>
    <message>
        <source>Proved not given back</source>
        <translation>Terbukti tidak dikembalikan</translation>
    </message>
    <message>
        <source>Giving back: {event}</source>
        <translation>Pengembalian: {event}</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Redeem points</source>
        <translation>Tukar poin</translation>
    </message>
    <message>
        <source>Type Asha’s mobile number, 97777 88221, and press Enter.</source>
        <translation>Ketik nomor HP Asha, 97777 88221, lalu tekan Enter.</translation>
    </message>
    <message>
        <source>Type 10 points and press Enter. Asha’s phone gets a code.</source>
        <translation>Ketik 10 poin dan tekan Enter. HP Asha menerima kode.</translation>
    </message>
    <message>
        <source>Type the code from the member’s phone and press Enter.</source>
        <translation>Ketik kode dari HP member dan tekan Enter.</translation>
    </message>
    <message>
        <source>A wrong code</source>
        <translation>Kode salah</translation>
    </message>
    <message>
        <source>Asha misreads the code: type WRONG1 and press Enter.</source>
        <translation>Asha salah membaca kode: ketik WRONG1 dan tekan Enter.</translation>
    </message>
    <message>
        <source>No points were taken. Now type the code as it is on the phone.</source>
        <translation>Poin tidak terpotong. Sekarang ketik kode seperti di HP.</translation>
    </message>
    <message>
        <source>More points than there are</source>
        <translation>Poin lebih dari yang ada</translation>
    </message>
    <message>
        <source>Type Vikram’s mobile number, 98765 43001, and press Enter.</source>
        <translation>Ketik nomor HP Vikram, 98765 43001, lalu tekan Enter.</translation>
    </message>
    <message>
        <source>He asks for 20 points but has fewer: type 20 and press Enter.</source>
        <translation>Ia meminta 20 poin tetapi punya lebih sedikit: ketik 20 dan tekan Enter.</translation>
    </message>
    <message>
        <source>Press F6 for all that he has, then Enter.</source>
        <translation>Tekan F6 untuk semua poinnya, lalu Enter.</translation>
    </message>
    <message>
        <source>An answer that gets lost</source>
        <translation>Jawaban yang hilang</translation>
    </message>
    <message>
        <source>Type the code and press Enter. This time the answer gets lost.</source>
        <translation>Ketik kode dan tekan Enter. Kali ini jawabannya hilang.</translation>
    </message>
    <message>
        <source>Read what the till says. Do not redeem again. Press Enter for the next customer.</source>
        <translation>Baca pesan mesin kasir. Jangan tukar lagi. Tekan Enter untuk pelanggan berikutnya.</translation>
    </message>
    <message>
        <source>The till finds out by itself. Wait until it tells you.</source>
        <translation>Mesin kasir mencari tahu sendiri. Tunggu sampai hasilnya tampil.</translation>
    </message>
    <message>
        <source>Give points back</source>
        <translation>Kembalikan poin</translation>
    </message>
    <message>
        <source>Asha changes her mind. Open History with F2 and press “Give points back”.</source>
        <translation>Asha berubah pikiran. Buka Riwayat dengan F2 dan tekan “Kembalikan poin”.</translation>
    </message>
    <message>
        <source>Enter all the points and a reason, then press “Give back”.</source>
        <translation>Masukkan semua poin dan alasan, lalu tekan “Kembalikan”.</translation>
    </message>
    <message>
        <source>Everyday customers</source>
        <translation>Pelanggan sehari-hari</translation>
    </message>
    <message>
        <source>Programs and groups</source>
        <translation>Program dan grup</translation>
    </message>
    <message>
        <source>Limits on points</source>
        <translation>Batas poin</translation>
    </message>
    <message>
        <source>Trouble with the code</source>
        <translation>Masalah dengan kode</translation>
    </message>
    <message>
        <source>Cannot be found</source>
        <translation>Tidak dapat ditemukan</translation>
    </message>
    <message>
        <source>May not redeem</source>
        <translation>Tidak boleh menukar</translation>
    </message>
    <message>
        <source>Refused at the last moment</source>
        <translation>Ditolak di saat terakhir</translation>
    </message>
    <message>
        <source>Giving points back</source>
        <translation>Mengembalikan poin</translation>
    </message>
    <message>
        <source>Slow or no answer</source>
        <translation>Lambat atau tanpa jawaban</translation>
    </message>
    <message>
        <source>The points move, the answer is lost</source>
        <translation>Poin berpindah, jawaban hilang</translation>
    </message>
    <message>
        <source>Nothing is done</source>
        <translation>Tidak ada yang dilakukan</translation>
    </message>
    <message>
        <source>The service is busy</source>
        <translation>Layanan sibuk</translation>
    </message>
    <message>
        <source>The code is wrong</source>
        <translation>Kode salah</translation>
    </message>
    <message>
        <source>The till cannot sign in</source>
        <translation>Mesin kasir tidak dapat masuk</translation>
    </message>
    <message>
        <source>Odd answers</source>
        <translation>Jawaban aneh</translation>
    </message>
    <message>
        <source>Everything works: 1,991 points to redeem.</source>
        <translation>Semua berjalan: 1.991 poin untuk ditukar.</translation>
    </message>
    <message>
        <source>Exactly 12.345 points, for parts of a point.</source>
        <translation>Tepat 12,345 poin, untuk bagian dari satu poin.</translation>
    </message>
    <message>
        <source>No points at all.</source>
        <translation>Tidak ada poin sama sekali.</translation>
    </message>
    <message>
        <source>A very large balance: 123,456,789.125 points.</source>
        <translation>Saldo sangat besar: 123.456.789,125 poin.</translation>
    </message>
    <message>
        <source>Several programs; in Travel Club a point is worth 0.5, Partner Miles cannot be redeemed</source>
        <translation>Beberapa program; di Travel Club satu poin bernilai 0,5, Partner Miles tidak dapat ditukar</translation>
    </message>
    <message>
        <source>Has few points, but her family group has 5,000.</source>
        <translation>Poinnya sedikit, tetapi grup keluarganya punya 5.000.</translation>
    </message>
    <message>
        <source>The primary member of the same family group.</source>
        <translation>Member utama grup keluarga yang sama.</translation>
    </message>
    <message>
        <source>A name in Arabic script.</source>
        <translation>Nama dalam aksara Arab.</translation>
    </message>
    <message>
        <source>A very long name.</source>
        <translation>Nama yang sangat panjang.</translation>
    </message>
    <message>
        <source>This account was merged into another one of hers, which answers instead.</source>
        <translation>Akun ini digabung ke akunnya yang lain, yang menjawab sebagai gantinya.</translation>
    </message>
    <message>
        <source>The account that took over a merged one.</source>
        <translation>Akun yang mengambil alih akun yang digabung.</translation>
    </message>
    <message>
        <source>Has made a missed call: no code is needed.</source>
        <translation>Sudah melakukan panggilan tak terjawab: tidak perlu kode.</translation>
    </message>
    <message>
        <source>412 of her 1,991 points expire in 8 days.</source>
        <translation>412 dari 1.991 poinnya kedaluwarsa dalam 8 hari.</translation>
    </message>
    <message>
        <source>Of each redemption, 40 points have expired when they are given back.</source>
        <translation>Dari setiap penukaran, 40 poin sudah kedaluwarsa saat dikembalikan.</translation>
    </message>
    <message>
        <source>Has been sent too many codes</source>
        <translation>Sudah dikirimi terlalu banyak kode</translation>
    </message>
    <message>
        <source>Is locked twice, then it works</source>
        <translation>Terkunci dua kali, lalu berhasil</translation>
    </message>
    <message>
        <source>Gets a code, but every code is called wrong</source>
        <translation>Mendapat kode, tetapi setiap kode dianggap salah</translation>
    </message>
    <message>
        <source>Can redeem, but a code cannot be made</source>
        <translation>Dapat menukar, tetapi kode tidak dapat dibuat</translation>
    </message>
    <message>
        <source>Cannot be looked up: marked as fraud</source>
        <translation>Tidak dapat dicari: ditandai sebagai penipuan</translation>
    </message>
    <message>
        <source>Has not joined the loyalty program</source>
        <translation>Belum bergabung dengan program poin</translation>
    </message>
    <message>
        <source>Is refused for too few points</source>
        <translation>Ditolak karena poin terlalu sedikit</translation>
    </message>
    <message>
        <source>Is refused for too few current points</source>
        <translation>Ditolak karena poin saat ini terlalu sedikit</translation>
    </message>
    <message>
        <source>Has not collected enough points in total</source>
        <translation>Belum mengumpulkan cukup poin seluruhnya</translation>
    </message>
    <message>
        <source>Has not bought enough in total</source>
        <translation>Belum cukup berbelanja seluruhnya</translation>
    </message>
    <message>
        <source>May only redeem multiples of 50</source>
        <translation>Hanya boleh menukar kelipatan 50</translation>
    </message>
    <message>
        <source>Is marked as fraud</source>
        <translation>Ditandai sebagai penipuan</translation>
    </message>
    <message>
        <source>Is refused for too few points for a redemption</source>
        <translation>Ditolak karena poin terlalu sedikit untuk satu penukaran</translation>
    </message>
    <message>
        <source>Gets a code, but then points cannot be processed at the moment</source>
        <translation>Mendapat kode, tetapi kemudian poin tidak dapat diproses saat ini</translation>
    </message>
    <message>
        <source>Gets a code, but then the redemption fails</source>
        <translation>Mendapat kode, tetapi kemudian penukaran gagal</translation>
    </message>
    <message>
        <source>May redeem at most 500 points at a time</source>
        <translation>Boleh menukar paling banyak 500 poin sekaligus</translation>
    </message>
    <message>
        <source>Is marked as fraud, by another number</source>
        <translation>Ditandai sebagai penipuan, dengan nomor lain</translation>
    </message>
    <message>
        <source>Must redeem at least 100 points</source>
        <translation>Harus menukar sedikitnya 100 poin</translation>
    </message>
    <message>
        <source>Cannot use a missed call; a code works</source>
        <translation>Tidak dapat memakai panggilan tak terjawab; kode berhasil</translation>
    </message>
    <message>
        <source>Has not confirmed the mobile number</source>
        <translation>Belum mengonfirmasi nomor HP</translation>
    </message>
    <message>
        <source>Gets a code, but then a signature is required</source>
        <translation>Mendapat kode, tetapi kemudian tanda tangan diminta</translation>
    </message>
    <message>
        <source>Is refused because of a wrong set-up</source>
        <translation>Ditolak karena pengaturan salah</translation>
    </message>
    <message>
        <source>Is refused because redeeming is not enabled</source>
        <translation>Ditolak karena penukaran tidak diaktifkan</translation>
    </message>
    <message>
        <source>Is in a group that may not redeem</source>
        <translation>Berada di grup yang tidak boleh menukar</translation>
    </message>
    <message>
        <source>Gets a code, but then the time is not accepted</source>
        <translation>Mendapat kode, tetapi kemudian waktunya tidak diterima</translation>
    </message>
    <message>
        <source>Can redeem, but a code cannot be sent</source>
        <translation>Dapat menukar, tetapi kode tidak dapat dikirim</translation>
    </message>
    <message>
        <source>Is known, but not in the loyalty program</source>
        <translation>Dikenal, tetapi tidak dalam program poin</translation>
    </message>
    <message>
        <source>Is refused because points cannot be processed at the moment</source>
        <translation>Ditolak karena poin tidak dapat diproses saat ini</translation>
    </message>
    <message>
        <source>Redeems, but points cannot be given back at the moment</source>
        <translation>Menukar, tetapi poin tidak dapat dikembalikan saat ini</translation>
    </message>
    <message>
        <source>Redeems, but giving points back is not enabled</source>
        <translation>Menukar, tetapi pengembalian poin tidak diaktifkan</translation>
    </message>
    <message>
        <source>Cannot be looked up: not in the program</source>
        <translation>Tidak dapat dicari: tidak dalam program</translation>
    </message>
    <message>
        <source>Cannot be looked up: no permission</source>
        <translation>Tidak dapat dicari: tidak ada izin</translation>
    </message>
    <message>
        <source>Sees a program that the service no longer knows</source>
        <translation>Melihat program yang tidak lagi dikenal layanan</translation>
    </message>
    <message>
        <source>Is in a group that the service no longer knows</source>
        <translation>Berada di grup yang tidak lagi dikenal layanan</translation>
    </message>
    <message>
        <source>Is marked as fraud, by a third number</source>
        <translation>Ditandai sebagai penipuan, dengan nomor ketiga</translation>
    </message>
    <message>
        <source>Is refused because of a wrong group set-up</source>
        <translation>Ditolak karena pengaturan grup salah</translation>
    </message>
    <message>
        <source>Gets a code, but then no valid code is found</source>
        <translation>Mendapat kode, tetapi kemudian tidak ada kode yang berlaku</translation>
    </message>
    <message>
        <source>Every answer takes 2 seconds</source>
        <translation>Setiap jawaban memakan 2 detik</translation>
    </message>
    <message>
        <source>No answer ever comes, nothing is done</source>
        <translation>Tidak pernah ada jawaban, tidak ada yang dilakukan</translation>
    </message>
    <message>
        <source>The points move, then no answer ever comes</source>
        <translation>Poin berpindah, lalu tidak pernah ada jawaban</translation>
    </message>
    <message>
        <source>The answer comes byte by byte</source>
        <translation>Jawaban datang bita demi bita</translation>
    </message>
    <message>
        <source>The points move, then the answer is lost</source>
        <translation>Poin berpindah, lalu jawabannya hilang</translation>
    </message>
    <message>
        <source>The connection is cut before anything is done</source>
        <translation>Koneksi terputus sebelum ada yang dilakukan</translation>
    </message>
    <message>
        <source>The service asks to come back later</source>
        <translation>Layanan meminta kembali nanti</translation>
    </message>
    <message>
        <source>The service says when to come back</source>
        <translation>Layanan menyebutkan kapan harus kembali</translation>
    </message>
    <message>
        <source>The member is being served elsewhere</source>
        <translation>Member sedang dilayani di tempat lain</translation>
    </message>
    <message>
        <source>An error page comes, nothing is done</source>
        <translation>Halaman kesalahan muncul, tidak ada yang dilakukan</translation>
    </message>
    <message>
        <source>The points move, then an error page comes</source>
        <translation>Poin berpindah, lalu halaman kesalahan muncul</translation>
    </message>
    <message>
        <source>The service has a fault</source>
        <translation>Layanan bermasalah</translation>
    </message>
    <message>
        <source>The service is down</source>
        <translation>Layanan mati</translation>
    </message>
    <message>
        <source>The service is closed for a while</source>
        <translation>Layanan ditutup sementara</translation>
    </message>
    <message>
        <source>The service takes too long and gives up</source>
        <translation>Layanan terlalu lama lalu menyerah</translation>
    </message>
    <message>
        <source>The code has expired</source>
        <translation>Kode sudah kedaluwarsa</translation>
    </message>
    <message>
        <source>The member reads out a wrong code</source>
        <translation>Member membacakan kode yang salah</translation>
    </message>
    <message>
        <source>Answers are written in another way</source>
        <translation>Jawaban ditulis dengan cara lain</translation>
    </message>
    <message>
        <source>The points move, then the answer breaks off</source>
        <translation>Poin berpindah, lalu jawabannya terpotong</translation>
    </message>
    <message>
        <source>The points move, the answer is half of one</source>
        <translation>Poin berpindah, jawabannya hanya separuh</translation>
    </message>
    <message>
        <source>Redemptions show up late</source>
        <translation>Penukaran terlambat muncul</translation>
    </message>
    <message>
        <source>Look-ups show every redemption</source>
        <translation>Pencarian menampilkan semua penukaran</translation>
    </message>
    <message>
        <source>Points that came back show up late</source>
        <translation>Poin yang kembali terlambat muncul</translation>
    </message>
    <message>
        <source>The points come back, then the service says no</source>
        <translation>Poin kembali, lalu layanan menolak</translation>
    </message>
    <message>
        <source>The service does not accept this till</source>
        <translation>Layanan tidak menerima mesin kasir ini</translation>
    </message>
    <message>
        <source>The points move, then the till is not accepted</source>
        <translation>Poin berpindah, lalu mesin kasir tidak diterima</translation>
    </message>
    <message>
        <source>The service says that the token has expired</source>
        <translation>Layanan mengatakan bahwa token sudah kedaluwarsa</translation>
    </message>
    <message>
        <source>The points move, then the token has expired</source>
        <translation>Poin berpindah, lalu token kedaluwarsa</translation>
    </message>
    <message>
        <source>A new token expires at once</source>
        <translation>Token baru langsung kedaluwarsa</translation>
    </message>
    <message>
        <source>The service gives no token</source>
        <translation>Layanan tidak memberi token</translation>
    </message>
    <message>
        <source>No answer comes when a token is asked for</source>
        <translation>Tidak ada jawaban saat token diminta</translation>
    </message>
    <message>
        <source>The connection is cut when a token is asked for</source>
        <translation>Koneksi terputus saat token diminta</translation>
    </message>
    <message>
        <source>Something else comes in place of a token</source>
        <translation>Yang datang bukan token</translation>
    </message>
    <message>
        <source>The service does not accept key and secret</source>
        <translation>Layanan tidak menerima kunci dan rahasia</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Phone</source>
        <translation>HP</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Pelajaran</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tombol</translation>
    </message>
    <message numerus="yes">
        <source>Your code to redeem {points} points is {code}. It is good for %Ln minute(s).</source>
        <translation>
            <numerusform>Kode Anda untuk menukar {points} poin adalah {code}. Berlaku %Ln menit.</numerusform>
        </translation>
    </message>
    <message>
        <source>The member’s phone</source>
        <translation>HP member</translation>
    </message>
    <message>
        <source>What goes wrong next</source>
        <translation>Gangguan berikutnya</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Latihan</translation>
    </message>
    <message>
        <source>Nothing goes wrong</source>
        <translation>Tidak ada gangguan</translation>
    </message>
    <message>
        <source>Fill in {mobile}</source>
        <translation>Isi {mobile}</translation>
    </message>
</context>
<context>
    <name>TrialPrint</name>
    <message>
        <source>Printing a test page…</source>
        <translation>Mencetak halaman uji…</translation>
    </message>
    <message>
        <source>Printed at {time}</source>
        <translation>Dicetak pukul {time}</translation>
    </message>
    <message>
        <source>Sent to the printer at {time}</source>
        <translation>Dikirim ke printer pukul {time}</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>Tidak dicetak</translation>
    </message>
</context>
<context>
    <name>UnknownPage</name>
    <message>
        <source>Not known yet</source>
        <translation>Belum diketahui</translation>
    </message>
    <message>
        <source>Redeem again</source>
        <translation>Tukar lagi</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>Pelanggan berikutnya</translation>
    </message>
    <message>
        <source>The customer is waiting?</source>
        <translation>Pelanggan menunggu?</translation>
    </message>
    <message>
        <source>Back to POS</source>
        <translation>Kembali ke POS</translation>
    </message>
    <message>
        <source>Bill {bill}</source>
        <translation>Nota {bill}</translation>
    </message>
    <message>
        <source>Hold bill {bill} until it is known.</source>
        <translation>Tahan nota {bill} sampai diketahui.</translation>
    </message>
    <message>
        <source>Hold the bill until it is known.</source>
        <translation>Tahan nota sampai diketahui.</translation>
    </message>
    <message>
        <source>Or take full payment. If points were used, give them back in History.</source>
        <translation>Atau terima pembayaran penuh. Jika poin terpakai, kembalikan di Riwayat.</translation>
    </message>
    <message>
        <source>It was sent to another service, so this one cannot tell. Support can settle it.</source>
        <translation>Dikirim ke layanan lain, jadi layanan ini tidak tahu. Tim dukungan bisa menyelesaikannya.</translation>
    </message>
    <message>
        <source>The service shows a redemption that may be this one. A supervisor or support can settle it.</source>
        <translation>Layanan menampilkan penukaran yang mungkin adalah penukaran ini. Supervisor atau tim dukungan bisa menyelesaikannya.</translation>
    </message>
    <message>
        <source>The till keeps checking.</source>
        <translation>Mesin kasir terus mengecek.</translation>
    </message>
    <message>
        <source>The till keeps checking, up to {span} more.</source>
        <translation>Mesin kasir terus mengecek, paling lama {span} lagi.</translation>
    </message>
    <message>
        <source>The outcome appears here, whatever this till is doing then.</source>
        <translation>Hasilnya muncul di sini, apa pun yang dilakukan mesin kasir ini.</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>Layanan tidak menjawab tepat waktu.</translation>
    </message>
    <message>
        <source>The line was cut before the answer came.</source>
        <translation>Jalur terputus sebelum jawaban datang.</translation>
    </message>
    <message>
        <source>The service reported a fault of its own.</source>
        <translation>Layanan melaporkan gangguannya sendiri.</translation>
    </message>
    <message>
        <source>The answer of the service could not be read.</source>
        <translation>Jawaban layanan tidak dapat dibaca.</translation>
    </message>
    <message>
        <source>The answer of the service contradicts itself.</source>
        <translation>Jawaban layanan bertentangan sendiri.</translation>
    </message>
    <message>
        <source>The till was closed before the answer came.</source>
        <translation>Mesin kasir ditutup sebelum jawaban datang.</translation>
    </message>
    <message>
        <source>The service refused it, but that does not show whether the points were used.</source>
        <translation>Layanan menolaknya, tetapi itu tidak menunjukkan apakah poin terpakai.</translation>
    </message>
    <message>
        <source>The answer that came belongs to another request.</source>
        <translation>Jawaban yang datang milik permintaan lain.</translation>
    </message>
    <message>
        <source>Do not redeem again.</source>
        <translation>Jangan tukar lagi.</translation>
    </message>
    <message>
        <source>The points were not redeemed</source>
        <translation>Poin tidak ditukar</translation>
    </message>
    <message numerus="yes">
        <source>The till has asked several times: none of the {points} points were taken. You can redeem again.</source>
        <translation>
            <numerusform>Mesin kasir sudah mengecek beberapa kali: {points} poin ini tidak terpotong. Anda bisa menukar lagi.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpdateWatch</name>
    <message>
        <source>An update is being installed. The till closes now. Open it again in a minute.</source>
        <translation>Pembaruan sedang dipasang. Aplikasi ini ditutup sekarang. Buka lagi dalam satu menit.</translation>
    </message>
    <message>
        <source>An update is waiting. The till closes when this customer is done.</source>
        <translation>Ada pembaruan. Aplikasi ini akan ditutup setelah pelanggan ini selesai.</translation>
    </message>
</context>
<context>
    <name>WhatIsKnown</name>
    <message>
        <source>What is known</source>
        <translation>Yang diketahui</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>HP</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Poin</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Reference for support</source>
        <translation>Referensi untuk dukungan</translation>
    </message>
    <message>
        <source>in {span}</source>
        <translation>dalam {span}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>sekarang</translation>
    </message>
    <message>
        <source>Asks again</source>
        <translation>Cek lagi</translation>
    </message>
    <message>
        <source>Recorded and sent</source>
        <translation>Dicatat dan dikirim</translation>
    </message>
    <message>
        <source>No answer that proves it</source>
        <translation>Tidak ada jawaban yang membuktikannya</translation>
    </message>
    <message>
        <source>Asked: not there yet</source>
        <translation>Ditanyakan: belum ada</translation>
    </message>
    <message>
        <source>Asked: no answer</source>
        <translation>Ditanyakan: tanpa jawaban</translation>
    </message>
    <message>
        <source>Asked: perhaps found</source>
        <translation>Ditanyakan: mungkin ditemukan</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>{points} points</source>
        <translation>
            <numerusform>{points} poin</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter how many points the member wants to redeem.</source>
        <translation>Masukkan jumlah poin yang mau ditukar member.</translation>
    </message>
    <message>
        <source>Type digits only, with one mark for part of a point.</source>
        <translation>Ketik angka saja, dengan satu koma untuk pecahan poin.</translation>
    </message>
    <message>
        <source>Leave out the marks that group thousands. Use one mark, for part of a point.</source>
        <translation>Jangan pakai pemisah ribuan. Pakai satu koma untuk pecahan poin.</translation>
    </message>
    <message>
        <source>Points have at most three decimal places.</source>
        <translation>Poin paling banyak tiga angka di belakang koma.</translation>
    </message>
    <message>
        <source>Enter more than 0 points.</source>
        <translation>Masukkan lebih dari 0 poin.</translation>
    </message>
    <message>
        <source>Points are redeemed in steps of {points}.</source>
        <translation>Poin ditukar dalam kelipatan {points}.</translation>
    </message>
    <message numerus="yes">
        <source>At most {points} points can be redeemed at one time.</source>
        <translation>
            <numerusform>Paling banyak {points} poin bisa ditukar sekaligus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least {points} points have to be redeemed.</source>
        <translation>
            <numerusform>Paling sedikit {points} poin harus ditukar.</numerusform>
        </translation>
    </message>
    <message>
        <source>That is too many points. Check the number.</source>
        <translation>Poin sebanyak itu tidak mungkin. Cek angkanya.</translation>
    </message>
    <message numerus="yes">
        <source>We do not know yet whether the {points} points were used</source>
        <translation>
            <numerusform>Kami belum tahu apakah {points} poin terpakai</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>We do not know yet whether {name}’s {points} points were used</source>
        <translation>
            <numerusform>Kami belum tahu apakah {points} poin {name} terpakai</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points redeemed</source>
        <translation>
            <numerusform>{points} poin ditukar</numerusform>
        </translation>
    </message>
    <message>
        <source>take {value} off the bill</source>
        <translation>potong {value} dari nota</translation>
    </message>
    <message>
        <source>new balance {points}</source>
        <translation>saldo terbaru {points}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a sentence</comment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>{points} points were given back.</source>
        <translation>
            <numerusform>{points} poin dikembalikan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{expired} of them had expired and did not come back.</source>
        <translation>
            <numerusform>{expired} di antaranya sudah kedaluwarsa dan tidak kembali.</numerusform>
        </translation>
    </message>
    <message>
        <source>New balance {balance}.</source>
        <translation>Saldo terbaru {balance}.</translation>
    </message>
    <message numerus="yes">
        <source>{points} points were refused: points can only be redeemed in fixed steps.</source>
        <translation>
            <numerusform>{points} poin ditolak: hanya bisa ditukar dalam kelipatan tertentu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fewer than {points} points can be redeemed at one time.</source>
        <translation>
            <numerusform>Sekali tukar harus kurang dari {points} poin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than {points} points are needed here.</source>
        <translation>
            <numerusform>Di sini perlu lebih dari {points} poin.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the member’s mobile number.</source>
        <translation>Masukkan nomor HP member.</translation>
    </message>
    <message>
        <source>Type the digits of the mobile number only.</source>
        <translation>Ketik angka nomor HP saja.</translation>
    </message>
    <message>
        <source>The number is too short. Ask the member to say it again.</source>
        <translation>Nomornya terlalu pendek. Minta member menyebutkannya lagi.</translation>
    </message>
    <message>
        <source>The number is too long. Ask the member to say it again.</source>
        <translation>Nomornya terlalu panjang. Minta member menyebutkannya lagi.</translation>
    </message>
    <message>
        <source>There is no such country code. Check the digits at the beginning.</source>
        <translation>Kode negara itu tidak ada. Cek angka di depan.</translation>
    </message>
    <message>
        <source>That cannot be a mobile number. Ask the member to say it again.</source>
        <translation>Itu bukan nomor HP. Minta member menyebutkannya lagi.</translation>
    </message>
    <message>
        <source>Scan or type what identifies the member.</source>
        <translation>Pindai atau ketik data untuk mencari member.</translation>
    </message>
    <message>
        <source>That cannot belong to one member. Scan or type it again.</source>
        <translation>Itu bukan data satu member. Pindai atau ketik lagi.</translation>
    </message>
    <message>
        <source>An e-mail address needs one @ with text before and after it.</source>
        <translation>Alamat email punya satu @ dengan isi di depan dan di belakangnya.</translation>
    </message>
    <message>
        <source>Enter the code from the member’s phone.</source>
        <translation>Masukkan kode dari HP member.</translation>
    </message>
    <message>
        <source>That cannot be the code. Ask the member to read it again.</source>
        <translation>Itu bukan kode yang benar. Minta member membacakannya lagi.</translation>
    </message>
    <message>
        <source>That is the bar code of an article or a receipt. Enter the code from the member’s phone. If it is the code, press Enter once more.</source>
        <translation>Itu barcode barang atau struk. Masukkan kode dari HP member. Jika itu memang kodenya, tekan Enter sekali lagi.</translation>
    </message>
</context>
<context>
    <name>_Keys</name>
    <message>
        <source>Backspace</source>
        <translation>Hapus mundur</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Huruf</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Digit</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spasi</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>Tanda desimal</translation>
    </message>
</context>
<context>
    <name>_LabelledChoice</name>
    <message>
        <source>Error: {why}</source>
        <translation>Kesalahan: {why}</translation>
    </message>
</context>
<context>
    <name>_PasswordControl</name>
    <message>
        <source>Set</source>
        <translation>Diatur</translation>
    </message>
</context>
<context>
    <name>_PinControl</name>
    <message>
        <source>Set</source>
        <translation>Diatur</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Belum diatur</translation>
    </message>
</context>
</TS>
