import type { DocumentRef } from '#kernel';
import type { CampaignCharter, ModelTemplate, Rubric } from '#lifecycles/campaign';
import { unitId } from '#lifecycles/unit';

/** The Party Committee's plan that the city's plan carries out; its number is written in the Party's own way. */
const PARENT_PLAN: DocumentRef = {
  issuer: 'Đảng ủy UBND thành phố Huế',
  type: 'KH',
  number: '53-KH/ĐU',
  year: 2026,
  signedOn: '2026-06-08',
};

/** The morning in Huế on which the campaign can be laid at the earliest: every paper that it rests on has been signed by then. */
export const HUE_OPENS = '2026-07-01T01:00:00.000Z';

/** The city's plan as a campaign. Its own number and date are not known yet: the document stays pending. */
export const HUE_CHARTER: CampaignCharter = {
  name: 'Phong trào thi đua “Dân vận khéo”, giai đoạn 2026 - 2030',
  fromYear: 2026,
  toYear: 2030,
  leadUnit: unitId('SNV'),
  coordinatingUnit: unitId('VPUB'),
  basis: [
    {
      label:
        'Kế hoạch số 53-KH/ĐU ngày 08/6/2026 của Đảng ủy UBND thành phố về việc thực hiện phong trào thi đua “Dân vận khéo” giai đoạn 2026 - 2030',
      document: PARENT_PLAN,
    },
  ],
  fields: [
    field(
      'ADMIN_REFORM_DIGITAL',
      'Cải cách hành chính, chuyển đổi số',
      'Administrative reform and digital transformation',
    ),
    field('SOCIO_ECONOMIC', 'Phát triển kinh tế - xã hội', 'Socio-economic development'),
    field('CULTURE_SOCIETY', 'Văn hóa - xã hội', 'Culture and society'),
    { ...field('DEFENCE_SECURITY', 'Quốc phòng - an ninh', 'Defence and security'), restricted: true },
    field('PARTY_POLITICAL_SYSTEM', 'Xây dựng Đảng và hệ thống chính trị', 'Party building and the political system'),
  ],
  targets: [
    target(
      'T-1',
      '100% sở, ban, ngành, đơn vị và UBND các xã, phường ban hành kế hoạch triển khai.',
      'All departments, sectors, units and communal People’s Committees issue a plan.',
    ),
    target(
      'T-2',
      '100% cơ quan, đơn vị đăng ký ít nhất 01 mô hình "Dân vận khéo" hằng năm.',
      'All agencies and units register at least one model every year.',
    ),
    target(
      'T-3',
      'Trên 90% mô hình đăng ký được triển khai hiệu quả và duy trì thường xuyên.',
      'More than 90% of registered models are effective and regularly kept up.',
    ),
    target(
      'T-4',
      'Hằng năm lựa chọn các mô hình tiêu biểu để biểu dương, nhân rộng trên địa bàn thành phố.',
      'Every year outstanding models are chosen to be honoured and replicated across the city.',
    ),
    target(
      'T-5',
      'Tiếp tục nâng cao chỉ số hài lòng của người dân, tổ chức đối với sự phục vụ của cơ quan hành chính nhà nước.',
      'The satisfaction of people and organisations with the service of the administration keeps rising.',
    ),
  ],
};

/** The plan's four models that units may adopt, with their purposes in the plan's own words (section II.1.c). */
export const HUE_TEMPLATES: readonly ModelTemplate[] = [
  template(
    'NKH',
    'Ngày không hẹn',
    'Giải quyết và trả kết quả thủ tục hành chính ngay trong ngày hoặc trước thời hạn đối với các thủ tục đủ điều kiện; nâng cao tỷ lệ hồ sơ giải quyết đúng và trước hạn.',
  ),
  template(
    'HSTT',
    'Hồ sơ trực tuyến',
    'Hướng dẫn, hỗ trợ người dân, doanh nghiệp nộp hồ sơ trên môi trường điện tử; phấn đấu nâng cao tỷ lệ hồ sơ trực tuyến toàn trình và một phần theo chỉ tiêu được giao.',
  ),
  template(
    'CBHDS',
    'Cán bộ hướng dẫn số',
    'Bố trí cán bộ, công chức trực tiếp hỗ trợ người dân thực hiện các thao tác trên thiết bị điện tử, sử dụng dịch vụ công trực tuyến, thanh toán điện tử và các nền tảng số trong giải quyết thủ tục hành chính.',
  ),
  template(
    'THTCDSCD',
    'Tổ hỗ trợ chuyển đổi số cộng đồng',
    'Phát huy vai trò của các tổ công nghệ số cộng đồng, đoàn viên, thanh niên và lực lượng tình nguyện trong việc hướng dẫn người dân tiếp cận, sử dụng các nền tảng số, dịch vụ công trực tuyến, ứng dụng VNeID và các tiện ích số phục vụ đời sống.',
  ),
];

/**
 * A proposal out of 100 points; the plan gives no points. Its four requirements (thiết thực, bền vững, có sức lan tỏa, khả
 * năng nhân rộng) are gates.
 */
export const HUE_RUBRIC: Rubric = {
  criteria: [
    criterion('practicality', 'Tính thiết thực, phù hợp', 'Practicality and fit', 15, true),
    criterion('effect', 'Hiệu quả đo đếm được', 'Measurable effect', 30, false),
    criterion('sustainability', 'Tính bền vững, duy trì thường xuyên', 'Sustainability and regular upkeep', 20, true),
    criterion('spread', 'Sức lan tỏa', 'Spread', 10, true),
    criterion('replicability', 'Khả năng nhân rộng', 'Replicability', 10, true),
    criterion(
      'participation',
      'Sự tham gia của Nhân dân và các lực lượng',
      'Participation of people and forces',
      10,
      false,
    ),
    criterion('evidence', 'Chất lượng minh chứng', 'Quality of evidence', 5, false),
  ],
};

function field(key: string, vi: string, en: string): CampaignCharter['fields'][number] {
  return { key, label: { vi, en }, restricted: false };
}

function target(key: string, vi: string, en: string): CampaignCharter['targets'][number] {
  return { key, label: { vi, en } };
}

function template(code: string, name: string, purpose: string): ModelTemplate {
  return { code, name, field: 'ADMIN_REFORM_DIGITAL', purpose };
}

function criterion(key: string, vi: string, en: string, points: number, gate: boolean): Rubric['criteria'][number] {
  return { key, label: { vi, en }, points, gate };
}
