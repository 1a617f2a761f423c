/** A song of its own as a WAV file: a chord that swells, mono, 16 bit. */
export function wavSong({ seconds, hz }: { seconds: number; hz: number }): Buffer {
  const rate = 22_050
  const samples = seconds * rate
  const file = Buffer.alloc(44 + samples * 2)
  file.write('RIFF', 0)
  file.writeUInt32LE(36 + samples * 2, 4)
  file.write('WAVEfmt ', 8)
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20) // PCM
  file.writeUInt16LE(1, 22) // mono
  file.writeUInt32LE(rate, 24)
  file.writeUInt32LE(rate * 2, 28)
  file.writeUInt16LE(2, 32)
  file.writeUInt16LE(16, 34)
  file.write('data', 36)
  file.writeUInt32LE(samples * 2, 40)
  for (let i = 0; i < samples; i++) {
    const t = i / rate
    const chord = Math.sin(2 * Math.PI * hz * t) + Math.sin(2 * Math.PI * hz * 1.25 * t)
    const swell = 0.2 + 0.3 * Math.abs(Math.sin(Math.PI * t))
    file.writeInt16LE(Math.round(chord * swell * 0.5 * 32_000), 44 + i * 2)
  }
  return file
}
