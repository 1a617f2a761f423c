/** What the server says of everything but a room; it fills the blanks. */
export const server: Record<string, string> = {
  'It has a NUL character in it.': 'Darin steckt ein NUL-Zeichen.',
  'That is more than 100 kB.': 'Das sind mehr als 100 kB.',
  'Something in it is not right.': 'Etwas daran stimmt nicht.',
  'Earshot cannot reach its database. Try again in a moment.':
    'Earshot erreicht seine Datenbank nicht. Versuch es gleich noch einmal.',
  'Something broke on our side. Nothing was changed. ({id})':
    'Bei uns ist etwas kaputtgegangen. Nichts wurde geändert. ({id})',
  'That is too large. At most {most} MB fit.': 'Das ist zu groß. Höchstens {most} MB passen.',
  'There is nothing in it.': 'Da ist nichts drin.',
  'This request came from another site.': 'Diese Anfrage kam von einer anderen Seite.',
  'You were signed out on this device. Sign in again to go on.':
    'Du wurdest auf diesem Gerät abgemeldet. Melde dich wieder an, um weiterzumachen.',
  'Sign in to keep songs and playlists.': 'Melde dich an, um Songs und Playlists zu behalten.',
  'There is nothing here.': 'Hier ist nichts.',
  'This form has grown old. Load the page again, then sign in.':
    'Dieses Formular ist zu alt. Lade die Seite neu, dann melde dich an.',
  'Signing in failed.': 'Die Anmeldung ist fehlgeschlagen.',
  'Sign in to see your devices.': 'Melde dich an, um deine Geräte zu sehen.',
  'None of your signed-in devices is this one.': 'Keines deiner angemeldeten Geräte ist dieses.',
  'There is no such song here.': 'Einen solchen Song gibt es hier nicht.',
  'Sign in to change your password.': 'Melde dich an, um dein Passwort zu ändern.',
  'Sign in to see your account.': 'Melde dich an, um dein Konto zu sehen.',
  'Sign in, or join a room, to have numbers.': 'Melde dich an oder tritt einem Raum bei, um Zahlen zu haben.',
  'There is no such song in the playlist.': 'Einen solchen Song gibt es in der Playlist nicht.',
  'There is nothing in this file.': 'In dieser Datei ist nichts.',
  'The import broke off on our side. What has come in is kept; try the rest again.':
    'Der Import brach bei uns ab. Was da ist, bleibt; versuch den Rest noch einmal.',
  'That review is not there any more.': 'Diese Rezension gibt es nicht mehr.',
  'There is nothing with this id.': 'Unter dieser Kennung gibt es nichts.',
  'Sign in to open a room.': 'Melde dich an, um einen Raum zu öffnen.',
  'Sign in to see your rooms.': 'Melde dich an, um deine Räume zu sehen.',
  'Sign in to upload songs. Guests can add songs that are here.':
    'Melde dich an, um Songs hochzuladen. Gäste können hinzufügen, was es hier gibt.',
  'Too many wrong passwords. Wait {time}, then try again.':
    'Zu viele falsche Passwörter. Warte {time}, dann versuch es noch einmal.',
  'That is not your password. 1 try left.': 'Das ist nicht dein Passwort. Noch 1 Versuch.',
  'That is not your password. {left} tries left.': 'Das ist nicht dein Passwort. Noch {left} Versuche.',
  'Another account has this address.': 'Diese Adresse gehört zu einem anderen Konto.',
  'You are the only admin here. Make somebody else an admin first.':
    'Du bist hier der einzige Admin. Mach zuerst jemand anderen zum Admin.',
  'This account is gone.': 'Dieses Konto gibt es nicht mehr.',
  'Type your password.': 'Gib dein Passwort ein.',
  'Your account has no right to do this.': 'Dein Konto darf das nicht.',
  'There is no such cache.': 'Einen solchen Cache gibt es nicht.',
  'There is no such upload.': 'Einen solchen Upload gibt es nicht.',
  'The file is gone. Its owner can upload it again.': 'Die Datei ist weg. Ihr Besitzer kann sie neu hochladen.',
  'There is no failed job with this number.': 'Es gibt keinen fehlgeschlagenen Auftrag mit dieser Nummer.',
  'Only an upload that failed can be taken away.': 'Nur ein fehlgeschlagener Upload kann entfernt werden.',
  'Only an upload that failed can be tried again.': 'Nur ein fehlgeschlagener Upload kann neu versucht werden.',
  'This is no sound file that Earshot knows. Try MP3, M4A, FLAC, WAV, Ogg or Opus.':
    'Das ist keine Tondatei, die Earshot kennt. Versuch MP3, M4A, FLAC, WAV, Ogg oder Opus.',
  'The file is gone. Upload it again.': 'Die Datei ist weg. Lade sie noch einmal hoch.',
  'You can’t change your own role. Ask another admin.':
    'Deine eigene Rolle kannst du nicht ändern. Frag einen anderen Admin.',
  'There is no such person.': 'Eine solche Person gibt es nicht.',
  'At most 200 characters.': 'Höchstens 200 Zeichen.',
  'There is no such song.': 'Einen solchen Song gibt es nicht.',
  'It was taken down before it was ready.': 'Er wurde gesperrt, bevor er bereit war.',
  'That account exists already.': 'Dieses Konto gibt es schon.',
  'That name and password do not match. 1 try left.': 'Name und Passwort passen nicht zusammen. Noch 1 Versuch.',
  'That name and password do not match. {left} tries left.':
    'Name und Passwort passen nicht zusammen. Noch {left} Versuche.',
  'That name and password do not match. Wait {time} before the next try.':
    'Name und Passwort passen nicht zusammen. Warte {time} bis zum nächsten Versuch.',
  'Too many wrong passwords for this name. Wait {time}, then try again.':
    'Zu viele falsche Passwörter für diesen Namen. Warte {time}, dann versuch es noch einmal.',
  'This address has an account. Sign in instead.': 'Diese Adresse hat ein Konto. Melde dich damit an.',
  'That is no email address.': 'Das ist keine E-Mail-Adresse.',
  'At least 3 characters.': 'Mindestens 3 Zeichen.',
  'At least 8 characters.': 'Mindestens 8 Zeichen.',
  'At most {most} characters.': 'Höchstens {most} Zeichen.',
  'Letters, digits, dot, dash and underscore only.': 'Nur Buchstaben, Ziffern, Punkt, Bindestrich und Unterstrich.',
  'Start and end with a letter or digit.': 'Am Anfang und Ende ein Buchstabe oder eine Ziffer.',
  'At most 72 bytes: use a shorter one.': 'Höchstens 72 Bytes: Nimm ein kürzeres.',
  'Too many people use this one. Take another.': 'Das benutzen zu viele. Nimm ein anderes.',
  'Your name or address is the first thing to try. Take another.':
    'Name oder Adresse rät man zuerst. Nimm ein anderes.',
  'Type a name.': 'Gib einen Namen ein.',
  'This name has characters that cannot be shown.': 'Dieser Name hat Zeichen, die nicht gezeigt werden können.',
  'This text has characters that cannot be shown.': 'Dieser Text hat Zeichen, die nicht gezeigt werden können.',
  'At most {most} songs at once.': 'Höchstens {most} Songs auf einmal.',
  'Choose a song.': 'Wähl einen Song.',
  'Nobody by that name has a song here.': 'Niemand mit diesem Namen hat hier einen Song.',
  'There is no such album here.': 'Ein solches Album gibt es hier nicht.',
  'That page does not exist. Start at the first.': 'Diese Seite gibt es nicht. Fang bei der ersten an.',
  'Type a title or a name.': 'Gib einen Titel oder Namen ein.',
  'This upload is gone. Upload the file again.': 'Dieser Upload ist weg. Lade die Datei noch einmal hoch.',
  'The file is too large. At most {most} MB fit.': 'Die Datei ist zu groß. Höchstens {most} MB passen.',
  'A moderator has decided this for your song.': 'Das hat für deinen Song ein Moderator entschieden.',
  'There is no such upload of yours.': 'Einen solchen Upload hast du nicht.',
  'This is no picture that Earshot can read. Try a JPEG, PNG or WebP.':
    'Das ist kein Bild, das Earshot lesen kann. Versuch JPEG, PNG oder WebP.',
  'Say the size of the file first.': 'Nenn zuerst die Größe der Datei.',
  'This file is empty.': 'Diese Datei ist leer.',
  'This is shorter than a second. Check the file, then upload it again.':
    'Das ist kürzer als eine Sekunde. Prüf die Datei, dann lade sie noch einmal hoch.',
  'This file has no sound in it.': 'In dieser Datei ist kein Ton.',
  'This is {kind} file under another name. Rename it, then upload it again.':
    'Das ist eine andere Art Datei, als ihr Name sagt ({kind}). Benenn sie um, dann lade sie noch einmal hoch.',
  'This is longer than {hours} hours. Cut it, then upload the parts.':
    'Das ist länger als {hours} Stunden. Schneide es, dann lade die Teile hoch.',
  'This file took too long to process. Convert it to FLAC or MP3, then upload that.':
    'Die Verarbeitung dieser Datei dauerte zu lange. Wandle sie in FLAC oder MP3 um, dann lade das hoch.',
  'This file is damaged and cannot be played to its end. Export it again, then upload that.':
    'Diese Datei ist beschädigt und spielt nicht bis zum Ende. Exportiere sie neu, dann lade das hoch.',
  'Only {names} can start the music here.': 'Die Musik starten kann hier nur {names}.',
  'Only {names} can pause here.': 'Anhalten kann hier nur {names}.',
  'Only {names} can move the song here.': 'Im Song springen kann hier nur {names}.',
  'Only {names} can skip here.': 'Überspringen kann hier nur {names}.',
  'A quotation mark in this line is never closed.': 'Ein Anführungszeichen in dieser Zeile wird nie geschlossen.',
  'This JSPF file is larger than 12 MB. Split it, or use CSV.':
    'Diese JSPF-Datei ist größer als 12 MB. Teile sie, oder nimm CSV.',
  'This is no list: the file is not text.': 'Das ist keine Liste: Die Datei ist kein Text.',
  'This is no JSPF: it has no list of tracks.': 'Das ist kein JSPF: Es hat keine Liste von Songs.',
  'This is no track.': 'Das ist kein Song.',
  'There is no title in this line.': 'In dieser Zeile steht kein Titel.',
  'This title is too long to be one.': 'Dieser Titel ist zu lang, um einer zu sein.',
  'The file is larger than 30 MB. Its rest was left out.':
    'Die Datei ist größer als 30 MB. Der Rest wurde weggelassen.',
  'This song is not in the catalogue.': 'Diesen Song gibt es im Katalog nicht.',
  'A playlist holds {most} songs. Begin another one.': 'Eine Playlist fasst {most} Songs. Fang eine neue an.',
  'Your account is gone. Sign up again to keep playlists.':
    'Dein Konto gibt es nicht mehr. Registriere dich neu, um Playlists zu behalten.',
  'You have {most} playlists. Delete one first.': 'Du hast {most} Playlists. Lösch erst eine.',
  'This song is not in the playlist any more.': 'Dieser Song ist nicht mehr in der Playlist.',
  'Only its owner changes this playlist.': 'Nur wem sie gehört, ändert diese Playlist.',
  'There is no such playlist, or it is private.': 'Diese Playlist gibt es nicht, oder sie ist privat.',
  'This playlist has no song that can be played here yet.':
    'Diese Playlist hat noch keinen Song, der hier spielen kann.',
  'Your account is gone.': 'Dein Konto gibt es nicht mehr.',
  'At most 50 artists.': 'Höchstens 50 Künstler.',
  'Each artist once.': 'Jeder Künstler einmal.',
  'At most 20 genres.': 'Höchstens 20 Genres.',
  'Each genre once.': 'Jedes Genre einmal.',
  'YouTube does not answer just now. Try again in a minute.':
    'YouTube antwortet gerade nicht. Versuch es in einer Minute wieder.',
  'Earshot plays nothing from YouTube here. Search for the song, or upload it.':
    'Earshot spielt hier nichts von YouTube. Such den Song, oder lade ihn hoch.',
  'YouTube does not give this song away. Try another one.':
    'YouTube gibt diesen Song nicht heraus. Versuch einen anderen.',
  'This is live and has no end. Add a song.': 'Das ist live und hat kein Ende. Füg einen Song hinzu.',
  'This is longer than twelve hours. Add a song.': 'Das ist länger als zwölf Stunden. Füg einen Song hinzu.',
  'YouTube has no sound for this one. Try another one.': 'YouTube hat dazu keinen Ton. Versuch etwas anderes.',
  'This installation has no way to YouTube any more.': 'Diese Installation hat keinen Weg zu YouTube mehr.',
  'At most 300 characters.': 'Höchstens 300 Zeichen.',
  'You have 1 song waiting. One plays first.': 'Von dir wartet 1 Song. Erst muss er spielen.',
  'You have {count} songs waiting. One plays first.': 'Von dir warten {count} Songs. Erst muss einer spielen.',
  'This was on lately. It can come back after 1 other song.':
    'Das lief gerade erst. Nach 1 anderen Song kann es wiederkommen.',
  'That was a lot in a short time. Wait {time}, then go on.':
    'Das war viel in kurzer Zeit. Warte {time}, dann mach weiter.',
  'Give one to five.': 'Gib eins bis fünf.',
  'Processing was interrupted too often. Try again.':
    'Die Verarbeitung wurde zu oft unterbrochen. Versuch es noch einmal.',
  'The file got lost. Upload it again.': 'Die Datei ging verloren. Lade sie noch einmal hoch.',
  'Something broke on our side while preparing this song. Try again.':
    'Beim Vorbereiten dieses Songs ist bei uns etwas kaputtgegangen. Versuch es noch einmal.',
}
