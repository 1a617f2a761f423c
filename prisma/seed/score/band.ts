import { type Analogue, playAnalogue } from '../synth/analogue'
import { type DrumName, hit } from '../synth/drums'
import { fadeEnds, master } from '../synth/master'
import { type Note, RATE, type Stereo, seeded, silence } from '../synth/sound'
import { chorus, echo, reverb } from '../synth/space'
import { type Plucked, playPlucked, playStruck, type Struck } from '../synth/struck'
import type { Event } from './events'
import { add, blend, duck, type Seat } from './mix'

export type Voice =
  | { kind: 'analogue'; patch: Analogue }
  | { kind: 'struck'; patch: Struck }
  | { kind: 'plucked'; patch: Plucked }

export type Room = {
  bpm: number
  bars: number
  beatsPerBar?: number
  /** Share of a beat that every second eighth comes late: 0 straight, 0.16 a shuffle. */
  swing?: number
  reverb: { seconds: number; dull: number }
  echo?: { beats: number; feedback: number }
  fadeIn?: number
  fadeOut?: number
  seed: number
}

// The room rings on after the last bar.
const TAIL_SECONDS = 2.5

/** Plays a song's parts one after another into one mix. */
export class Band {
  readonly beat: number
  private readonly dry: Stereo
  private readonly toReverb: Stereo
  private readonly toEcho: Stereo
  private readonly scratch: Stereo
  private readonly random: () => number
  private kicks: number[] = []

  constructor(private readonly room: Room) {
    this.beat = 60 / room.bpm
    const seconds = room.bars * (room.beatsPerBar ?? 4) * this.beat + TAIL_SECONDS
    const frames = Math.ceil(seconds * RATE)
    this.dry = silence(frames)
    this.toReverb = silence(frames)
    this.toEcho = silence(frames)
    this.scratch = silence(frames)
    this.random = seeded(room.seed)
  }

  /** Events in beats become notes in time, each a little human, then sound. */
  play(voice: Voice, events: Event[], seat: Seat) {
    for (const event of events) {
      const note = this.perform(event, seat)
      if (voice.kind === 'analogue') playAnalogue(this.scratch, note, voice.patch)
      else if (voice.kind === 'struck') playStruck(this.scratch, note, voice.patch)
      else playPlucked(this.scratch, note, voice.patch)
    }
    if (seat.chorus) chorus(this.scratch, { hz: 0.55, milliseconds: 4, mix: seat.chorus })
    this.mix(seat)
  }

  drum(name: DrumName, events: Event[], seat: Seat) {
    for (const event of events) {
      const { at, velocity, pan } = this.perform(event, seat)
      hit(this.scratch, name, { at, velocity, pan })
      if (name === 'kick' || name === 'softKick') this.kicks.push(at)
    }
    this.mix(seat)
  }

  /** Writes sound directly: rain, crackle, wind. */
  texture(write: (out: Stereo, random: () => number) => void, seat: Seat) {
    write(this.scratch, this.random)
    this.mix(seat)
  }

  finish(): Stereo {
    const { dry, toReverb, toEcho, room } = this
    if (room.echo) {
      const echoes = echo(toEcho, { seconds: room.echo.beats * this.beat, feedback: room.echo.feedback })
      add(dry, echoes, 0.8)
      add(toReverb, echoes, 0.3)
    }
    add(dry, reverb(toReverb, room.reverb), 1)
    fadeEnds(dry, { fadeIn: room.fadeIn ?? 0.01, fadeOut: room.fadeOut ?? 3 })
    master(dry)
    return dry
  }

  private perform(event: Event, seat: Seat): Note {
    const beats = this.swung(event.at)
    const late = (this.random() + this.random() - 1) * (seat.loose ?? 0.006)
    return {
      at: Math.max(0, beats * this.beat + late),
      length: event.length * this.beat,
      pitch: event.pitch,
      velocity: Math.max(0.05, Math.min(1, event.velocity * (0.92 + 0.16 * this.random()))),
      pan: (seat.pan ?? 0) + (this.random() - 0.5) * 2 * (seat.spread ?? 0),
    }
  }

  private swung(at: number): number {
    const swing = this.room.swing ?? 0
    const within = at - Math.floor(at)
    return Math.floor(at) + (within < 0.5 ? within * (1 + 2 * swing) : 0.5 + swing + (within - 0.5) * (1 - 2 * swing))
  }

  private mix(seat: Seat) {
    if (seat.ducks) duck(this.scratch, this.kicks, seat.ducks)
    blend(this.scratch.left, seat, this.dry.left, this.toReverb.left, this.toEcho.left)
    blend(this.scratch.right, seat, this.dry.right, this.toReverb.right, this.toEcho.right)
  }
}
