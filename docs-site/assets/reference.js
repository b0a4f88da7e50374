// Starts Redoc on the document that stands in the page. It takes colours as values only: the scheme is chosen here.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', () => location.reload());

  // The address says where the reader was; a distance would not, since heights are not known yet.
  history.scrollRestoration = 'manual';

  // Redoc's own address of an operation names its tag, too. `#operation/<operationId>` does not change with tags.
  const operation = /^#(operation\/.+)$/.exec(decodeURIComponent(location.hash))?.[1];
  const showOperation = () => {
    const section = document.getElementById(operation)?.parentElement.closest('[data-section-id]');
    if (section) location.hash = section.dataset.sectionId;
  };

  Redoc.init(
    JSON.parse(document.getElementById('document').textContent),
    {
      theme: theme(dark.matches),
      // A description is shown as Markdown; what could run is taken out of it.
      sanitize: true,
      scrollYOffset: () => document.querySelector('.top').offsetHeight,
      downloadUrls: [
        { title: 'JSON', url: 'openapi.json' },
        { title: 'YAML', url: 'openapi.yaml' },
        { title: 'Markdown', url: 'reference.md' },
      ],
      // Its own scroll bars would lay the whole page out twice more.
      nativeScrollbars: true,
      expandResponses: '200,201,202,204',
      sortRequiredPropsFirst: true,
      // The samples first, the bare payload after them.
      payloadSampleIdx: 5,
    },
    document.getElementById('reference'),
    operation && showOperation,
  );

  function theme(isDark) {
    const style = getComputedStyle(document.documentElement);
    const value = (name) => style.getPropertyValue(`--${name}`).trim();
    const [paper, card, ink, muted, line] = ['paper', 'card', 'ink', 'muted', 'line'].map(value);
    const [accent, alarm] = [value('accent'), value('conflict-ink')];
    const status = (color, tabTextColor) => ({ color, backgroundColor: card, tabTextColor });
    const active = { activeBackgroundColor: isDark ? '#1c2a30' : '#eef2ef', activeTextColor: accent };
    return {
      colors: {
        primary: { main: accent },
        error: { main: alarm },
        text: { primary: ink, secondary: muted },
        gray: { 50: card, 100: line },
        border: { dark: line, light: line },
        responses: {
          success: status(accent, '#7fd8c8'),
          error: status(alarm, '#ff9d92'),
          redirect: status(muted, '#e6ecea'),
          info: status(muted, '#e6ecea'),
        },
      },
      schema: {
        nestedBackground: card,
        linesColor: line,
        typeNameColor: muted,
        typeTitleColor: muted,
        requireLabelColor: alarm,
        arrow: { color: muted },
      },
      typography: {
        fontFamily: value('text'),
        fontSize: '15px',
        headings: { fontFamily: value('text'), fontWeight: '600' },
        code: { fontFamily: value('code'), color: ink, backgroundColor: isDark ? '#1f2d33' : '#eef1ee' },
        links: { color: accent, visited: accent, hover: accent },
      },
      sidebar: {
        backgroundColor: paper,
        textColor: ink,
        activeTextColor: accent,
        groupItems: { ...active, textTransform: 'none' },
        level1Items: { ...active, textTransform: 'none' },
      },
      rightPanel: { backgroundColor: isDark ? '#0b1214' : '#1d2b30', textColor: '#e6ecea' },
      codeBlock: { backgroundColor: isDark ? '#131d21' : '#142024' },
      fab: { backgroundColor: card, color: accent },
    };
  }
})();
