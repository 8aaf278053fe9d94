// Filters the lists of a rehearsal's page and shows them a few at a time. Without it everything is shown.
const few = 15
for (const section of document.querySelectorAll('[data-filter]')) {
  const entries = [...section.querySelectorAll('.list > li')]
  const search = section.querySelector('input[type="search"]')
  const buttons = [...section.querySelectorAll('.tools button')]
  const empty = section.querySelector('.empty')
  const all = section.querySelector('.all')
  const texts = entries.map((entry) => entry.textContent.toLowerCase())
  let kind = ''
  let most = few
  const show = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean)
    let fitting = 0
    for (const [index, entry] of entries.entries()) {
      const ofKind = kind === '' || entry.dataset.kinds.split(' ').includes(kind)
      const fits = ofKind && words.every((word) => texts[index].includes(word))
      if (fits) fitting += 1
      entry.hidden = !fits || fitting > most
    }
    empty.hidden = fitting > 0
    all.hidden = fitting <= most
    all.textContent = all.dataset.label.replace('#', String(fitting))
  }
  const begin = () => {
    most = few
    show()
  }
  search.addEventListener('input', begin)
  for (const button of buttons) {
    button.addEventListener('click', () => {
      kind = button.dataset.kind
      for (const other of buttons) other.setAttribute('aria-pressed', String(other === button))
      begin()
    })
  }
  all.addEventListener('click', () => {
    const first = entries.findIndex((entry, index) => entry.hidden && index >= few)
    most = Number.POSITIVE_INFINITY
    show()
    entries[first]?.querySelector('.who')?.focus()
  })
  show()
}
