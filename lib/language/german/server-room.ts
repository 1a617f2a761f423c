/** What the server says of a room, its queue, its music and its chat; it fills the blanks. */
export const serverRoom: Record<string, string> = {
  'Something broke on our side. Nothing was changed. Try again.':
    'Bei uns ist etwas kaputtgegangen. Nichts wurde geändert. Versuch es noch einmal.',
  'You can read along here, and not write.': 'Du kannst hier mitlesen, aber nicht schreiben.',
  'Only who wrote it and the moderators take a message out.':
    'Nur wer sie schrieb und die Moderatoren entfernen eine Nachricht.',
  'The room changed while you came in. Try again.':
    'Der Raum hat sich geändert, während du hereinkamst. Versuch es noch einmal.',
  'This message is gone already.': 'Diese Nachricht ist schon weg.',
  'Type something first.': 'Schreib erst etwas.',
  'There is no such room.': 'Einen solchen Raum gibt es nicht.',
  'Nothing is on. Press play to start the queue.':
    'Nichts läuft. Drück auf Abspielen, um die Warteschlange zu starten.',
  'The queue is empty. Add a song, then press play.':
    'Die Warteschlange ist leer. Füg einen Song hinzu, dann drück auf Abspielen.',
  'This room does not skip by vote. The host and the moderators skip.':
    'Dieser Raum überspringt nicht per Abstimmung. Host und Moderatoren überspringen.',
  'Nothing is on.': 'Nichts läuft.',
  'That song is over already.': 'Dieser Song ist schon vorbei.',
  'In this room only moderators add songs.': 'In diesem Raum fügen nur Moderatoren Songs hinzu.',
  'Only the host and moderators change the order.': 'Nur Host und Moderatoren ändern die Reihenfolge.',
  'Earshot can’t play from that site yet. Search for the song here, or upload it.':
    'Von dieser Seite kann Earshot noch nicht spielen. Such den Song hier, oder lade ihn hoch.',
  'This room plays no explicit songs. The host can change that.':
    'Dieser Raum spielt keine expliziten Songs. Der Host kann das ändern.',
  'This song was taken down.': 'Dieser Song wurde gesperrt.',
  'This song can’t be played yet. Try again in a minute.':
    'Dieser Song kann noch nicht spielen. Versuch es in einer Minute wieder.',
  'This song is waiting already. Give it your vote.': 'Dieser Song wartet schon. Gib ihm deine Stimme.',
  'That is {time} long. The room takes up to {upTo}.': 'Das ist {time} lang. Der Raum nimmt bis zu {upTo}.',
  'This was on lately. It can come back after {count} other songs.':
    'Das lief gerade erst. Nach {count} anderen Songs kann es wiederkommen.',
  'There is no such song in this room.': 'Einen solchen Song gibt es in diesem Raum nicht.',
  'This song was taken out of the queue.': 'Dieser Song wurde aus der Warteschlange genommen.',
  'This song has been on already. Add it again to vote for it.':
    'Dieser Song lief schon. Füg ihn wieder hinzu, um für ihn zu stimmen.',
  'Only who added a song, the host and moderators take it out.':
    'Nur wer einen Song hinzugefügt hat, Host und Moderatoren nehmen ihn heraus.',
  'This song was taken out already.': 'Dieser Song wurde schon herausgenommen.',
  'This song has been on already.': 'Dieser Song lief schon.',
  'This song was not taken out.': 'Dieser Song wurde nicht herausgenommen.',
  'Only who took it out, the host and moderators put it back.':
    'Nur wer ihn herausnahm, Host und Moderatoren legen ihn zurück.',
  'This song can’t be played any more.': 'Dieser Song kann nicht mehr spielen.',
  'Somebody has added this song again. Give it your vote.':
    'Jemand hat diesen Song wieder hinzugefügt. Gib ihm deine Stimme.',
  'Each song once.': 'Jeder Song einmal.',
  'They are not banned from this room.': 'Diese Person ist nicht aus dem Raum verbannt.',
  'Only the host lets people back in.': 'Nur der Host lässt Leute wieder herein.',
  'The host has locked this room. Ask to be let in.': 'Der Host hat diesen Raum abgeschlossen. Bitte um Einlass.',
  'Type a name, so that the others know you.': 'Gib einen Namen ein, damit die anderen dich kennen.',
  'You host this room. Close it when you are done.': 'Du bist Host dieses Raums. Schließ ihn, wenn du fertig bist.',
  'There is no such person in this room.': 'Eine solche Person gibt es in diesem Raum nicht.',
  'You can’t do that to this person.': 'Das kannst du mit dieser Person nicht tun.',
  'They are not in this room any more.': 'Diese Person ist nicht mehr im Raum.',
  'Your account is gone. Sign up again to open a room.':
    'Dein Konto gibt es nicht mehr. Registriere dich neu, um einen Raum zu öffnen.',
  'Only the host changes the room.': 'Nur der Host ändert den Raum.',
  'Only the host closes the room.': 'Nur der Host schließt den Raum.',
  'There is no room with this code. Check the letters.': 'Es gibt keinen Raum mit diesem Code. Prüf die Buchstaben.',
  'This room is closed. Open a new one, or join another.':
    'Dieser Raum ist geschlossen. Öffne einen neuen, oder tritt einem anderen bei.',
  'You can’t come back to this room.': 'Du kannst nicht in diesen Raum zurück.',
  'You are not in this room. Join it with its code.': 'Du bist nicht in diesem Raum. Tritt ihm mit seinem Code bei.',
  'Nothing has been on in this room yet.': 'In diesem Raum lief noch nichts.',
  'Only a moderator takes over.': 'Nur ein Moderator übernimmt.',
  'The host did not allow anyone to take over.': 'Der Host hat niemandem erlaubt zu übernehmen.',
  '{name} was here a moment ago. You can take over in {time} if they stay away.':
    '{name} war eben noch hier. Bleibt das so, kannst du in {time} übernehmen.',
  'Join a room first.': 'Tritt erst einem Raum bei.',
}
