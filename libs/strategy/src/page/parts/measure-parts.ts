// What a measure's page says of its end, of what holds it up and of what it depends on.
import type { DependencyView, MeasureDetail } from '../../views/measure';
import { html, type Part } from '../html';
import { link, measurePath, ministryLink, type Site } from '../site';
import { facts, paragraphs } from './facts';
import { governmentOnly } from './goal-end';
import { section } from './section';
import { table } from './table';

/** Only where there is something to say. */
export const measureEnd = (site: Site, measure: MeasureDetail): Part => {
  const lines = [...completion(site, measure), ...ending(site, measure)].filter(([, value]) => value);
  const heading = site.wording.text(measure.handedOverTo === null ? 'measure.end' : 'measure.handover');
  return lines.length > 0 && section('abschluss', heading, facts(lines));
};

type Line = readonly [name: string, value: Part];

const completion = (site: Site, measure: MeasureDetail): readonly Line[] => {
  const { text, day, word, number } = site.wording;
  const { completedOn, acceptedBy, impact, refusedAcceptances } = measure;
  return [
    [text('measure.completedOn'), completedOn && day(completedOn)],
    [text('measure.acceptedBy'), acceptedBy],
    [text('measure.refusedAcceptances'), refusedAcceptances > 0 && number(refusedAcceptances)],
    [text('measure.impact'), impact && word('impact', impact.impact)],
    [text('measure.findings'), impact && paragraphs(impact.findings)],
  ];
};

const ending = (site: Site, { ended, mergedInto, handedOverTo, state }: MeasureDetail): readonly Line[] => {
  if (ended === null) return [];
  const { text, day, euros } = site.wording;
  return [
    [text(handedOverTo === null ? 'measure.endedOn' : 'measure.handedOverOn'), day(ended.on)],
    [text('measure.endReason'), paragraphs(ended.reason)],
    [text('measure.costSoFar'), ended.costSoFarCents !== null && euros(ended.costSoFarCents)],
    [text('measure.lessons'), paragraphs(ended.lessons)],
    [text('measure.mergedInto'), mergedInto && measureLink(site, mergedInto)],
    [text('measure.handedOverTo'), handedOverTo && ministryLink(site, handedOverTo)],
    [text('measure.takeover'), handedOverTo && state !== 'handedOver' && text('measure.takeover.open')],
  ];
};

type Named = Readonly<{ measureId: string; title: string | null }>;

export const measureLink = (site: Site, { measureId, title }: Named): Part =>
  title === null ? site.wording.text('measure.unknown') : link(site, measurePath(measureId), title);

/** For the government: the others are given nothing to show here. */
export const blockers = (site: Site, { blockers: all }: MeasureDetail): Part => {
  const { text } = site.wording;
  if (all.length === 0) return null;
  return section(
    'hindernisse',
    text('measure.blockers'),
    html`${governmentOnly(site)}
    ${table({
      caption: text('measure.blockers'),
      columns: [
        { label: text('column.blocker'), width: 4 },
        { label: text('column.ministry'), width: 3 },
        { label: text('column.help'), width: 4 },
      ],
      rows: all.map(({ what, helpFrom, help }) => [what, helpFrom ? ministryLink(site, helpFrom) : '–', help ?? '–']),
    })}`,
  );
};

/** For the government, too. */
export const dependencies = (site: Site, { needs, neededBy }: MeasureDetail): Part => {
  const { text } = site.wording;
  if (needs.length + neededBy.length === 0) return null;
  return section(
    'abhaengigkeiten',
    text('measure.dependencies'),
    html`${governmentOnly(site)}
    ${table({
      caption: text('measure.dependencies.caption'),
      columns: [
        { label: text('column.measure'), width: 4 },
        { label: text('column.ministry'), width: 3 },
        { label: text('column.relation') },
        { label: text('column.state'), width: 3 },
      ],
      rows: [
        ...needs.map((one) => dependencyRow(site, one, text('measure.needs'))),
        ...neededBy.map((one) => dependencyRow(site, one, text('measure.neededBy'))),
      ],
    })}`,
  );
};

const dependencyRow = (site: Site, dependency: DependencyView, relation: string): readonly Part[] => {
  const { ministry, standing, reason } = dependency;
  return [
    measureLink(site, dependency),
    ministryLink(site, ministry),
    relation,
    html`${site.wording.word('dependency', standing)} ${reason !== null && html`<p class="zw-note">${reason}</p>`}`,
  ];
};
