/** Services whose addresses hide where they lead; from their own sites, checked by hand. */
const shorteners = new Set(
  (
    'bit.ly tinyurl.com t.cn url.cn dwz.cn suo.im is.gd v.gd ow.ly buff.ly cutt.ly rebrand.ly rb.gy shorturl.at t.ly ' +
    'tiny.cc goo.gl dwz.mk u.nu s.id lnkd.in shorte.st adf.ly w.url.cn sourl.cn mrw.so 985.so'
  ).split(' '),
)
export const shortened = (host: string): boolean => shorteners.has(host)
