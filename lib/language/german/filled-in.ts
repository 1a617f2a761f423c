/** What the server fills into its sentences: times, kinds of files, lists of people. */
export const filledIn: Record<string, string> = {
  '1 second': '1 Sekunde',
  '{count} seconds': '{count} Sekunden',
  'a minute': 'einer Minute',
  '1 minute': '1 Minute',
  '{count} minutes': '{count} Minuten',
  'an MP3': 'MP3',
  'a WAV': 'WAV',
  'a FLAC': 'FLAC',
  'an Ogg': 'Ogg',
  'an M4A': 'M4A',
  'an AAC': 'AAC',
  'an AIFF': 'AIFF',
  'a WebM': 'WebM',
  'the host': 'der Host',
  '{some} and {count} others': '{some} und {count} andere',
  '{some} and {last}': '{some} und {last}',
}
