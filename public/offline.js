// Loads the page that offline.html stands for, as soon as the server answers again.

const ASK_EVERY_MS = 4000

async function comeBack() {
  try {
    // The server may be there while one of its parts is not: the page itself says so.
    await fetch('/api/health', { cache: 'no-store' })
    location.reload()
  } catch {
    // Still away.
  }
}

// At its own address it stands for no other.
if (location.pathname !== '/offline.html') {
  addEventListener('online', comeBack)
  setInterval(comeBack, ASK_EVERY_MS)
}

// The language is chosen as for the pages (lib/language/languages.ts), of which none is here.
const chosen = /(?:^|; )earshot-language=(\w+)/.exec(document.cookie)?.[1]
const wanted = navigator.languages.map((tag) => tag.slice(0, 2)).find((language) => language === 'en' || language === 'de')
if ((chosen ?? wanted) === 'de') {
  document.documentElement.lang = 'de'
  document.title = 'Keine Verbindung · Earshot'
  document.querySelector('h1').textContent = 'Keine Verbindung zu Earshot'
  document.querySelector('p').textContent =
    'Der Raum spielt ohne dich weiter. Diese Seite kommt von selbst zurück, sobald es eine Verbindung gibt.'
  document.querySelector('a').textContent = 'Jetzt versuchen'
}
