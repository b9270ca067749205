import type { UnitKind } from '#lifecycles/unit';
import type { RosterUnit } from './roster-unit.js';

const NAMED = 'được nêu tên trong Kế hoạch';
const RECIPIENT = 'có trong Nơi nhận của Kế hoạch';
const MERGED = 'năm sở hợp nhất theo tin về kỳ họp thứ 22 HĐND thành phố (Tạp chí Sông Hương, 02/2025)';
const UNIFORM = 'cơ quan chuyên môn được tổ chức thống nhất ở cấp tỉnh theo NĐ 45/2025/NĐ-CP';

/** No source says since when each body has had its present form; that of the city's government serves for all. */
const body = (
  key: string,
  name: string,
  kind: UnitKind,
  obligated: boolean | null,
  certainty: RosterUnit['certainty'],
  basis: string,
  aliases: readonly string[] = [],
): RosterUnit => ({ key, name, kind, from: '2025-07-01', aliases, predecessors: [], obligated, certainty, basis });

/** The 27 bodies of the city that carry out the plan, supervise it or receive it. Sources: PROVENANCE.md. */
export const BODIES: readonly RosterUnit[] = [
  body('VPUB', 'Văn phòng UBND thành phố', 'OFFICE', true, 'HIGH', NAMED),
  body('SNV', 'Sở Nội vụ', 'DEPARTMENT', true, 'HIGH', `${NAMED}; ${MERGED}`),
  body('STC', 'Sở Tài chính', 'DEPARTMENT', true, 'HIGH', `${MERGED}; cơ quan trình QĐ 01/QĐ-UBND ngày 01/01/2026`),
  body('SXD', 'Sở Xây dựng', 'DEPARTMENT', true, 'HIGH', MERGED),
  body('SNNMT', 'Sở Nông nghiệp và Môi trường', 'DEPARTMENT', true, 'HIGH', MERGED),
  body('SKHCN', 'Sở Khoa học và Công nghệ', 'DEPARTMENT', true, 'HIGH', `${NAMED}; ${MERGED}`),
  body('SVHTT', 'Sở Văn hóa và Thể thao', 'DEPARTMENT', true, 'HIGH', NAMED),
  body('STP', 'Sở Tư pháp', 'DEPARTMENT', true, 'HIGH', `${UNIFORM}; có trang stp.hue.gov.vn`),
  body('SCT', 'Sở Công Thương', 'DEPARTMENT', true, 'MEDIUM_HIGH', UNIFORM),
  body('SGDDT', 'Sở Giáo dục và Đào tạo', 'DEPARTMENT', true, 'MEDIUM_HIGH', UNIFORM),
  body('SYT', 'Sở Y tế', 'DEPARTMENT', true, 'MEDIUM_HIGH', UNIFORM),
  body('TTRA', 'Thanh tra thành phố', 'INSPECTORATE', true, 'MEDIUM_HIGH', UNIFORM),
  body(
    'SDL',
    'Sở Du lịch',
    'DEPARTMENT',
    true,
    'MEDIUM',
    'suy ra: Kế hoạch nêu riêng Sở Văn hóa và Thể thao, nên du lịch thuộc sở khác; NĐ 45/2025/NĐ-CP cho phép lập Sở Du lịch',
  ),
  body(
    'SNGV',
    'Sở Ngoại vụ',
    'DEPARTMENT',
    null,
    'LOW',
    'có trước năm 2025; đợt sắp xếp 02/2025 giảm sáu cơ quan, hợp nhất chỉ giải thích được năm; chưa xác minh còn hay không',
  ),
  body(
    'DTTG',
    'Ban Dân tộc / Sở Dân tộc và Tôn giáo',
    'COMMITTEE',
    null,
    'LOW',
    'Ban Dân tộc có năm 2022 (badt.thuathienhue.gov.vn); hình thức tổ chức sau năm 2025 chưa xác minh',
  ),
  body(
    'BQLKKT',
    'Ban Quản lý Khu kinh tế, công nghiệp thành phố Huế',
    'MANAGEMENT_BOARD',
    true,
    'MEDIUM',
    'tên gọi theo một văn bản xem vào 9/2026; không phải cơ quan chuyên môn theo NĐ 45/2025/NĐ-CP',
  ),
  body(
    'TTBTDT',
    'Trung tâm Bảo tồn Di tích Cố đô Huế',
    'PUBLIC_SERVICE_UNIT',
    null,
    'LOW',
    'đơn vị sự nghiệp của thành phố; có thuộc diện thực hiện Kế hoạch hay không chưa xác minh',
  ),
  body(
    'TTPVHCC',
    'Trung tâm Phục vụ hành chính công thành phố',
    'PUBLIC_SERVICE_UNIT',
    null,
    'LOW',
    'đơn vị của thành phố; cơ quan chủ quản và diện thực hiện Kế hoạch chưa xác minh',
  ),
  body(
    'CTTDT',
    'Cổng Thông tin điện tử thành phố',
    'PORTAL',
    false,
    'HIGH',
    `${NAMED} (thuộc Văn phòng UBND thành phố); ${RECIPIENT}`,
  ),
  body(
    'BPTTH',
    'Báo và Phát thanh, Truyền hình Huế',
    'PRESS',
    null,
    'HIGH',
    `${NAMED} về nhiệm vụ tuyên truyền, nhưng không có trong Nơi nhận`,
  ),
  body(
    'UBMTTQ',
    'Ủy ban Mặt trận Tổ quốc Việt Nam thành phố',
    'FRONT',
    false,
    'HIGH',
    `${NAMED}: được đề nghị, không bị giao nhiệm vụ`,
  ),
  body(
    'CTXH',
    'Các tổ chức chính trị - xã hội thành phố',
    'MASS_ORGANISATION',
    false,
    'HIGH',
    `${NAMED} theo nhóm; tên từng tổ chức không có trong Kế hoạch`,
  ),
  body('TU-BTV', 'Ban Thường vụ Thành ủy', 'PARTY_BODY', false, 'HIGH', RECIPIENT),
  body('HDND-TT', 'Thường trực HĐND thành phố', 'COUNCIL', false, 'HIGH', RECIPIENT),
  body('BTGDV', 'Ban Tuyên giáo và Dân vận Thành ủy', 'PARTY_BODY', false, 'HIGH', RECIPIENT),
  body(
    'DU-UBND',
    'Ban Thường vụ Đảng ủy UBND thành phố',
    'PARTY_BODY',
    false,
    'HIGH',
    `${RECIPIENT}; chủ thể của Kế hoạch số 53-KH/ĐU ngày 08/6/2026`,
  ),
  body(
    'UBND-TP',
    'UBND thành phố (Chủ tịch và các Phó Chủ tịch)',
    'PEOPLES_COMMITTEE',
    false,
    'HIGH',
    'cơ quan ban hành Kế hoạch và quyết định',
    ['UBND thành phố', 'UBND thành phố Huế', 'Ủy ban nhân dân thành phố Huế', 'Chủ tịch UBND thành phố Huế'],
  ),
];
