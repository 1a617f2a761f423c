import { linkParts } from './link-parts'

/** Text is text. Web addresses in it can be followed, in a tab of their own: leaving this one would stop the music. */
export function MessageText({ text }: { text: string }) {
  let at = 0
  return linkParts(text).map((part) => {
    const key = at
    at += part.text.length
    if (!part.href) return <span key={key}>{part.text}</span>
    return (
      <a key={key} href={part.href} target="_blank" rel="noopener noreferrer nofollow ugc" className="link">
        {part.text}
      </a>
    )
  })
}
