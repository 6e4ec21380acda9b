'use client';

/* The root layout itself failed: no messages, no provider. Three languages in a few words, no style of its own. */
const words = [
  { lang: 'en', dir: 'ltr', title: 'Latchkey stopped here', text: 'Nothing you have was changed.', again: 'Load the page again' },
  {
    lang: 'de',
    dir: 'ltr',
    title: 'Latchkey kam hier nicht weiter',
    text: 'An Ihren Zugängen hat sich nichts geändert.',
    again: 'Seite neu laden',
  },
  { lang: 'ar', dir: 'rtl', title: 'توقّف Latchkey هنا', text: 'لم يتغيّر شيء مما لديك.', again: 'إعادة تحميل الصفحة' },
] as const;

export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <title>Latchkey</title>
        <main>
          {words.map(({ lang, dir, title, text, again }) => (
            <section key={lang} lang={lang} dir={dir}>
              <h1>{title}</h1>
              <p>{text}</p>
              <button type="button" onClick={() => window.location.reload()}>
                {again}
              </button>
            </section>
          ))}
          {error.digest && <p>{error.digest}</p>}
        </main>
      </body>
    </html>
  );
}
