/** What titles and names of the test catalogue are made of. Common words come first: they are taken far more often. */
export const WORDS = `love night you me the time heart day life world dream light fire song home girl way rain sun
eyes dance blue baby good gone star moon heaven summer sky road river man woman boy black white red gold silver down
away tonight forever never always again alone together without inside over under after before between beyond high low
cold warm sweet bitter broken empty open lost found young old wild free crazy lonely happy golden electric little big
last first second another every only still just back come go run fall rise walk fly stay leave wait hold let take make
give keep find lose break burn shine sing cry smile laugh kiss touch feel know think believe remember forget hear listen
speak whisper scream lie live die sleep wake morning evening midnight winter spring autumn september december sunday
monday friday city street town country house door window room floor wall garden field mountain valley ocean sea wave
shore island desert forest tree flower rose leaf grass wind storm thunder lightning snow ice water stone glass mirror
shadow ghost angel devil god soul mind body blood bone skin hand finger head face mouth voice sound silence noise echo
rhythm beat drum guitar piano radio record machine engine wheel train plane car highway bridge station harbour ship
boat captain sailor soldier king queen prince princess knight castle crown throne sword bullet gun war peace freedom
revolution power glory money diamond pearl treasure dollar paper letter book story word name number letter question
answer truth secret promise mistake reason season century moment minute hour yesterday today tomorrow future past
memory photograph picture colour shade paint blueberry cherry honey sugar candy coffee whiskey wine smoke cigarette
medicine poison fever sickness doctor mother father brother sister daughter son child friend stranger neighbour lover
enemy hunter wolf tiger lion horse bird raven sparrow swan butterfly spider snake fish whale monkey elephant dragon
satellite rocket planet galaxy universe gravity horizon sunrise sunset twilight daylight neon plastic concrete velvet
leather cotton feather copper iron steel marble crystal amber crimson violet scarlet emerald midnight paradise
hurricane avalanche waterfall lighthouse carousel ballroom cathedral cemetery playground supermarket telephone
television magazine newspaper umbrella suitcase passport calendar compass lantern candle chandelier symphony serenade
lullaby melody harmony anthem ballad waltz tango rumba boogie shuffle disco parade carnival masquerade ceremony
wedding funeral birthday holiday vacation adventure journey destination wonderland neighbourhood apartment kitchen
bedroom staircase elevator balcony rooftop chimney fireplace basement cellar attic corridor hallway labyrinth
velocity chemistry electricity telepathy nostalgia euphoria melancholia amnesia insomnia hysteria gasoline kerosene
dynamite nitrogen oxygen hydrogen mercury saturn jupiter neptune andromeda orion cassiopeia avenue boulevard
junction crossroads borderline frontier territory wilderness prairie canyon glacier volcano lagoon peninsula`
  .split(/\s+/)
  .filter((word, index, all) => all.indexOf(word) === index)

/** Titles and names in other scripts, and with accents. */
export const FOREIGN_TITLES =
  `夜に駆ける|東京フラッシュ|雨のち晴れ|星空の下で|さよならの夏|花火|桜坂|未来へ|风继续吹|月亮代表我的心|平凡之路|后来|
봄날|너의 의미|밤편지|사건의 지평선|Кукушка|Группа крови|Звезда по имени Солнце|Белая ночь|Дорога домой|Тёмная вода|
حبيبي|يا ليل|على بالي|שיר לשלום|ירושלים של זהב|दिल से|तुम ही हो|Σ'αγαπώ|Μια νύχτα|Corazón espinado|Mañana será otro día|
Für immer jung|Über den Wolken|Déjà vu|Où es-tu|Ça ira|Água de beber|Coração vagabundo|Så länge vi lever|Blåbær|Żółty kwiat|
Łzy deszczu|Příběh|Şımarık|Gülpembe|Đêm nay|Một mình`
    .split('|')
    .map((title) => title.trim())

export const FOREIGN_ARTISTS =
  `夜のささやき|青い鳥|群青ノート|周末晚风|새벽소리|달빛|Кино вечером|Тихий берег|Ночные огни|ليالي الشام|נועם|राग समूह|
Ελένη|Beyoncé Lumière|Sigur Rósin|Mötley Röad|Björk Ásdís|Hélène Dupré|José Núñez|Łukasz Żuk|Çağla Şen|Trần Thị Mai`
    .split('|')
    .map((name) => name.trim())

export const FIRST_NAMES =
  `Anna Ben Carla David Elena Frank Grace Hugo Iris Jack Kate Leo Maya Nina Oscar Paula Quentin Rosa
Sam Tara Ugo Vera Will Xenia Yann Zoe Adele Bruno Celia Diego Emma Felix Gina Hank Ines Jonas Kira Louis Marta Noel`.split(
    /\s+/,
  )

export const SYLLABLES =
  `ka ro mi len tar vo shi den bal or fin gra zel mon tu ri sa the lor wen dra pol sti ver na jo ques tin hal
ber nor car lis gen pre dor fay mul est ing ham ley son ton vel mar`.split(/\s+/)
