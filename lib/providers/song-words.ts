const TOPIC = / - Topic$/
/** What uploaders write behind a title and nobody means as part of it. */
const ASIDE =
  /\s*[([](?:the )?(?:official|lyrics?|hd|hq|4k|audio|visuali[sz]er|music video|videoclip)(?:[^)\]]*)[)\]]\s*$/i

/**
 * Title and artist of a video. YouTube's own music has them apart, on a channel that ends in "- Topic"; else uploaders
 * write "Artist - Title". Where neither is so, the channel stands for the artist.
 */
export function songWords(video: { title: string; uploader: string }): { title: string; artist: string } {
  const artist = video.uploader.replace(TOPIC, '').trim()
  if (TOPIC.test(video.uploader)) return { title: video.title.trim(), artist }
  const title = withoutAsides(video.title)
  const [, by, name] = /^(.+?)\s+[-–—]\s+(.+)$/.exec(title) ?? []
  return by && name ? { title: name, artist: by } : { title, artist }
}

function withoutAsides(title: string): string {
  const shorter = title.trim().replace(ASIDE, '')
  return shorter === '' || shorter === title.trim() ? title.trim() : withoutAsides(shorter)
}
