import { describe, expect, it } from '@jest/globals';
import { InputType } from '@nestjs/graphql';
import fc from 'fast-check';
import { derivedId } from '#kernel';
import {
  CommandInput,
  DateField,
  HashField,
  IdField,
  IdsField,
  InstantField,
  IntField,
  KnownPersonField,
  LineField,
  LinesField,
  PartField,
  PartsField,
  payloadOf,
  PersonField,
  PersonInput,
  ProseField,
  shape,
  toGlobalId,
  UuidField,
} from './index.js';

@InputType('SpecPart', { description: 'Phần. (Part.)' })
class Part {
  @LineField('Tên. (Name.)', { max: 5 })
  readonly name!: string;
  @PersonField('Người. (Person.)', { optional: true })
  readonly person?: PersonInput;
}

@InputType('SpecInput', { description: 'Mẫu. (Sample.)' })
class Sample {
  @LineField('Dòng. (Line.)', { max: 10, optional: true })
  readonly line?: string;
  @ProseField('Đoạn. (Prose.)', { max: 20, optional: true })
  readonly prose?: string;
  @ProseField('Mô tả. (Description.)', { max: 20, optional: true, public: true })
  readonly open?: string;
  @LinesField('Các dòng. (Lines.)', { max: 5, most: 3, optional: true })
  readonly lines?: readonly string[];
  @IntField('Số. (Number.)', 1, 9, { optional: true })
  readonly count?: number;
  @DateField('Ngày. (Date.)', { optional: true })
  readonly date?: string;
  @InstantField('Thời điểm. (Instant.)', { optional: true })
  readonly at?: string;
  @IdField('Unit', 'Đơn vị. (Unit.)', { optional: true })
  readonly unit?: string;
  @IdsField('Unit', 'Các đơn vị. (Units.)', { least: 1, most: 2, optional: true })
  readonly units?: readonly string[];
  @UuidField('Mã. (Id.)', { optional: true })
  readonly uuid?: string;
  @HashField('Dấu. (Hash.)', { optional: true })
  readonly hash?: string;
  @PartField(() => Part, 'Phần. (Part.)', { optional: true })
  readonly part?: Part;
  @PartsField(() => Part, 'Các phần. (Parts.)', { least: 1, most: 2, optional: true })
  readonly parts?: readonly Part[];
  @PersonField('Người. (Person.)', { optional: true })
  readonly person?: PersonInput;
  @KnownPersonField('Người đã biết. (Known person.)', { optional: true })
  readonly known?: string;
}

const valueOf = async (raw: object): Promise<Sample> => {
  const { value, refusals } = await shape(Sample, raw);
  expect(refusals).toEqual([]);
  return value;
};
const found = async (raw: object): Promise<readonly [string, string][]> =>
  (await shape(Sample, raw)).refusals.map((it) => [it.code, (it.path ?? []).join('.')]);

describe('a text', () => {
  it('is kept in NFC, without white space at its ends', async () => {
    expect((await valueOf({ line: '  Huế '.normalize('NFD') })).line).toBe('Huế');
    expect((await valueOf({ lines: ['Huế'.normalize('NFD'), ' a '] })).lines).toEqual(['Huế', 'a']);
  });

  it('may have several lines where it is prose', async () =>
    expect((await valueOf({ prose: 'một\nhai\tba' })).prose).toBe('một\nhai\tba'));

  it.each([
    ['nothing', '', 'TEXT_EMPTY'],
    ['only spaces', '   ', 'TEXT_EMPTY'],
    ['too many characters', 'x'.repeat(11), 'TEXT_TOO_LONG'],
    ['a null character', 'a\u0000b', 'TEXT_NOT_CLEAN'],
    ['an escape', 'a\u001bb', 'TEXT_NOT_CLEAN'],
    ['a line break', 'a\nb', 'TEXT_NOT_CLEAN'],
    ['a line separator', 'a\u2028b', 'TEXT_NOT_CLEAN'],
    ['a lone high surrogate', 'a\ud800b', 'TEXT_NOT_CLEAN'],
    ['a lone low surrogate', 'a\udc00', 'TEXT_NOT_CLEAN'],
    ['a direction override', 'a\u202eb', 'TEXT_NOT_CLEAN'],
    ['an isolate', 'a\u2067b', 'TEXT_NOT_CLEAN'],
    ['a direction mark', 'a\u200fb', 'TEXT_NOT_CLEAN'],
    ['a zero-width space', 'a\u200bb', 'TEXT_NOT_CLEAN'],
  ])('is refused for %s', async (_, line, code) => expect(await found({ line })).toEqual([[code, 'input.line']]));

  it('that is prose is refused for control and direction characters, not for its breaks', async () => {
    expect(await found({ prose: 'a\u0007b' })).toEqual([['TEXT_NOT_CLEAN', 'input.prose']]);
    expect(await found({ prose: 'a\u202eb' })).toEqual([['TEXT_NOT_CLEAN', 'input.prose']]);
  });

  it('that comes through is clean, in NFC, trimmed and within its length, whatever was sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 14 }), async (line) => {
        const { value, refusals } = await shape(Sample, { line });
        if (refusals.length > 0) return;
        const kept = value.line ?? '';
        expect([kept.normalize('NFC'), kept.trim(), kept.isWellFormed(), kept.length > 0 && kept.length <= 10]).toEqual(
          [kept, kept, true, true],
        );
        expect(kept).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a number, a date, an identifier', () => {
  it.each<[object, string, string]>([
    [{ count: 0 }, 'NUMBER_OUT_OF_RANGE', 'input.count'],
    [{ count: 10 }, 'NUMBER_OUT_OF_RANGE', 'input.count'],
    [{ date: '2026-02-29' }, 'DATE_INVALID', 'input.date'],
    [{ date: '15/6/2026' }, 'DATE_INVALID', 'input.date'],
    [{ at: '2026-06-15' }, 'INSTANT_INVALID', 'input.at'],
    [{ at: '2026-06-15T00:00:00' }, 'INSTANT_INVALID', 'input.at'],
    [{ at: '2026-02-30T00:00:00Z' }, 'INSTANT_INVALID', 'input.at'],
    [{ at: '2026-06-15T25:00:00Z' }, 'INSTANT_INVALID', 'input.at'],
    [{ unit: 'x' }, 'ID_INVALID', 'input.unit'],
    [{ unit: toGlobalId('Plan', 'x') }, 'ID_INVALID', 'input.unit'],
    [{ units: [toGlobalId('Unit', 'a'), toGlobalId('Plan', 'x')] }, 'ID_INVALID', 'input.units'],
    [{ units: [] }, 'LIST_TOO_SHORT', 'input.units'],
    [{ units: ['a', 'b', 'c'].map((it) => toGlobalId('Unit', it)) }, 'LIST_TOO_LONG', 'input.units'],
    [{ uuid: 'x' }, 'UUID_INVALID', 'input.uuid'],
    [{ hash: 'A'.repeat(64) }, 'HASH_INVALID', 'input.hash'],
    [{ hash: 'a'.repeat(63) }, 'HASH_INVALID', 'input.hash'],
    [{ nonsense: 1 }, 'INPUT_INVALID', 'input.nonsense'],
  ])('%j is %s', async (raw, code, path) => expect(await found(raw)).toEqual([[code, path]]));

  it('is brought to its one spelling', async () => {
    const uuid = 'E01B7A63-CFDC-5966-8635-8F4FCC27B557';
    const value = await valueOf({
      at: '2026-06-15T00:00:00+07:00',
      unit: toGlobalId('Unit', 'u1'),
      units: [toGlobalId('Unit', 'u2')],
      uuid,
    });
    expect({ ...value }).toMatchObject({
      at: '2026-06-14T17:00:00.000Z',
      unit: 'u1',
      units: ['u2'],
      uuid: uuid.toLowerCase(),
    });
  });

  it('is left out where the client sends null', async () =>
    expect(payloadOf(await valueOf({ line: null, count: null, date: null }), 'c')).toEqual({}));
});

describe('a nested input', () => {
  it('has each mistake found, at its place', async () => {
    const raw = { line: '', part: { name: 'too long' }, parts: [{ name: 'ok' }, { name: '', extra: 1 }] };
    expect([...(await found(raw))].sort()).toEqual([
      ['INPUT_INVALID', 'input.parts.1.extra'],
      ['TEXT_EMPTY', 'input.line'],
      ['TEXT_EMPTY', 'input.parts.1.name'],
      ['TEXT_TOO_LONG', 'input.part.name'],
    ]);
  });

  it('may be several, within bounds', async () => {
    expect(await found({ parts: [] })).toEqual([['LIST_TOO_SHORT', 'input.parts']]);
    expect(await found({ parts: [1, 2, 3].map(() => ({ name: 'a' })) })).toEqual([['LIST_TOO_LONG', 'input.parts']]);
    expect(await found({ lines: ['a', 'b', 'c', 'd'] })).toEqual([['LIST_TOO_LONG', 'input.lines']]);
    expect(await found({ lines: ['a', ''] })).toEqual([['TEXT_EMPTY', 'input.lines']]);
  });

  it('says in the reader’s words what is wrong', async () => {
    const { refusals } = await shape(Sample, { count: 10 });
    expect(refusals[0]?.message).toEqual({
      vi: 'Trường count phải từ 1 đến 9.',
      en: 'The field count must lie between 1 and 9.',
    });
  });
});

describe('a payload', () => {
  it('marks every name of a person, wherever it stands, under a reference that follows from the command', async () => {
    const value = await valueOf({
      person: { name: 'Lê Văn Bình', position: 'Chủ tịch' },
      part: { name: 'a', person: { name: 'Trần Thị Lan', position: 'Phó Chủ tịch' } },
      parts: [{ name: 'b', person: { id: toGlobalId('Person', 'p-1') } }],
    });
    expect(payloadOf(value, 'cmd')).toEqual({
      person: { person: derivedId('person', 'cmd', 'person'), clear: 'Lê Văn Bình\nChủ tịch' },
      part: {
        name: 'a',
        person: { person: derivedId('person', 'cmd', 'part.person'), clear: 'Trần Thị Lan\nPhó Chủ tịch' },
      },
      parts: [{ name: 'b', person: { personRef: 'p-1' } }],
    });
  });

  it('names somebody known by identity alone where only that is asked for', async () => {
    const known = await valueOf({ known: toGlobalId('Person', 'p-1') });
    expect(payloadOf(known, 'cmd')).toEqual({ known: { personRef: 'p-1' } });
    expect(await found({ known: toGlobalId('Unit', 'p-1') })).toEqual([['ID_INVALID', 'input.known']]);
  });

  it.each([
    [{}],
    [{ name: 'Lê Văn Bình' }],
    [{ position: 'Chủ tịch' }],
    [{ id: toGlobalId('Person', 'p-1'), name: 'Lê Văn Bình', position: 'Chủ tịch' }],
    [{ id: toGlobalId('Person', 'p-1'), position: 'Chủ tịch' }],
  ])('takes a person by identity or by name and position, never otherwise: %j', async (person) => {
    expect(await found({ person })).toEqual([['PERSON_INVALID', 'input.person']]);
  });

  it('marks prose about persons, and leaves alone what is public', async () => {
    const value = await valueOf({ prose: 'Ý kiến', open: 'Mô tả' });
    expect(payloadOf(value, 'cmd')).toEqual({ prose: { clear: 'Ý kiến' }, open: 'Mô tả' });
  });
});

describe('what every command carries', () => {
  @InputType('SpecCommandInput', { description: 'Lệnh. (Command.)' })
  class Command extends CommandInput {}

  it('is checked like the rest', async () => {
    const document = { issuer: 'UBND', type: 'KH', number: '1/KH', year: 1900, signedOn: 'x' };
    const { refusals } = await shape(Command, { commandId: 'x', expectedRevision: -2, document });
    expect(refusals.map((it) => it.path?.join('.')).sort()).toEqual([
      'input.commandId',
      'input.document.signedOn',
      'input.document.year',
      'input.expectedRevision',
    ]);
  });
});
