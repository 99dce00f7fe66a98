import { readFileSync } from 'node:fs';
import { parseXml } from '../../build/xmlElements';
import { checkStructure, typeOf } from './checkStructure';
import { type ElementType, parseParticle } from './elementType';
import { createReport } from './report';
import { structure } from './structure';

const good = readFileSync('manifest.xml', 'utf8');
const action = /<Action xsi:type="ShowTaskpane">\s*<SourceLocation resid="Pane.Url" \/>\s*<\/Action>/;

function problemsOf(xml: string): readonly string[] {
  const { problems, report } = createReport();
  checkStructure(parseXml(xml), report);
  return problems;
}

test.each([
  ['another id', '<Version>', '<AlternateId>photo</AlternateId><Version>'],
  ['a version of two numbers', /<Version>.*</, '<Version>1.1<'],
  ['no other domains', /<AppDomains>[^]*<\/AppDomains>/, ''],
  ['a form for tablets', /<DesktopSettings>([^]*?)<\/DesktopSettings>/, '$&<TabletSettings>$1</TabletSettings>'],
  [
    'a form for phones',
    /(<Form xsi:type="ItemEdit">\s*)<DesktopSettings>([^]*?)<\/DesktopSettings>/,
    '$&<PhoneSettings>$2</PhoneSettings>',
  ],
  [
    'a rule for attachments',
    'xsi:type="ItemIs" ItemType="Message" FormType="ReadOrEdit"',
    'xsi:type="ItemHasAttachment"',
  ],
  ['a class of items', 'ItemType="Message"', 'ItemType="Message" ItemClass="IPM.Note" IncludeSubClasses="true"'],
  ['overrides with a description', /(VersionOverridesV1_0">)/, '$1<Description resid="Open.Tip" />'],
  ['overrides without requirements', /<Requirements>\s*<bt:Sets[^]*?<\/Requirements>/, ''],
  ['a function', action, '<Action xsi:type="ExecuteFunction"><FunctionName>open</FunctionName></Action>'],
  ['a file of functions', '<DesktopFormFactor>', '<DesktopFormFactor><FunctionFile resid="Pane.Url" />'],
  [
    'a menu',
    /<Control xsi:type="Button"([^>]*)>([^]*?)(<Icon>[^]*?<\/Icon>)([^]*?)<\/Control>/,
    '<Control xsi:type="Menu"$1>$2$3<Items><Item id="item">$2$4</Item></Items></Control>',
  ],
  ['two buttons', /<Control xsi:type="Button"[^]*?<\/Control>/, '$&$&'],
  [
    'selections',
    '<SupportsPinning>true</SupportsPinning>',
    '$&<SupportsNoItemContext>true</SupportsNoItemContext><SupportsMultiSelect>true</SupportsMultiSelect>',
  ],
  ['an icon of 20 pixels', '<bt:Image size="16" resid="Icon.16" />', '$&<bt:Image size="20" resid="Icon.16" />'],
  [
    'a translated address',
    /(<bt:Url id="Pane.Url" [^>]*?) \/>/,
    '$1><bt:Override Locale="fr" Value="https://a" /></bt:Url>',
  ],
])('%s may be in a manifest', (_what, from, to) => {
  const other = good.replace(from, to);
  expect(other).not.toBe(good);
  expect(problemsOf(other)).toEqual([]);
});

test('each child in the table has a type', () => {
  const types = Object.entries(structure).flatMap(([namespace, { types: all }]) =>
    Object.values(all).map((type) => ({ namespace, type })),
  );
  const particles = types.flatMap(({ namespace, type }) =>
    childrenOf(type).map((child) => parseParticle(child, namespace)),
  );
  expect(particles.length).toBeGreaterThan(100);
  for (const particle of particles) expect(typeOf(particle)).toBeDefined();
});

function childrenOf({ children = [], variants = {} }: ElementType): readonly string[] {
  return [...children, ...Object.values(variants).flatMap(childrenOf)];
}
