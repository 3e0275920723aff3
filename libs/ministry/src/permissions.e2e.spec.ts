// Every command of every capability, asked by every role: see permissionMatrix.
import type { AnyEvent } from '@zielwerk/contracts';
import { permissionMatrix } from '@zielwerk/platform/testing';

import { capabilities } from './capabilities';
import { jurisdiction } from './testing/state';

const lead = { function: 'Referatsleitung 12', unit: 'Referat 12' };
const content = { reference: null, title: 'E-Akte', description: null };
const plan = {
  ...{ startsOn: '2026-01-01', endsOn: '2027-06-30', budgetLine: null, needsNoMoney: true, projectLead: lead },
  charter: { purpose: 'No more paper', result: 'Every file is electronic' },
  milestones: [{ milestone: 'tender', title: 'Tender', baselineDate: '2026-04-30' }],
};

const life = (measureId: string): readonly AnyEvent[] => [
  { type: 'MeasureProposed', data: { measureId, ...content } },
  { type: 'MeasurePlanned', data: { measureId, plan } },
  { type: 'MeasureReleased', data: { measureId, ...content, plan } },
  { type: 'MeasureBegun', data: { measureId } },
  { type: 'MeasureSubmittedForAcceptance', data: { measureId, result: 'All of it' } },
];

/** A measure in each state that a project lead or an acceptor may meet it in. */
const histories = [2, 3, 4, 5].map((length) => (id: string) => life(id).slice(0, length));

permissionMatrix(capabilities, jurisdiction, { measure: { lead, histories } });
