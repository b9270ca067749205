import type { RosterUnit } from './roster-unit.js';

const BASIS = 'NQ 1675/NQ-UBTVQH15 ngày 16/6/2025; Kế hoạch giao nhiệm vụ cho UBND các xã, phường';

type Named = (code: string, name: string, predecessors: readonly string[], aliases?: readonly string[]) => RosterUnit;

/** Two-tier government began on 1 July 2025. Papers are signed by the committee, so its name is one of the unit's. */
const at =
  (kind: 'WARD' | 'COMMUNE', level: string): Named =>
  (code, name, predecessors, aliases = []) => ({
    key: code,
    name: `${level} ${name}`,
    kind,
    code,
    from: '2025-07-01',
    aliases: [...aliases, `UBND ${level.toLowerCase()} ${name}`],
    predecessors,
    obligated: true,
    certainty: 'HIGH',
    basis: BASIS,
  });

const ward = at('WARD', 'Phường');
const commune = at('COMMUNE', 'Xã');

/** The 40 units of commune level: statistical code, name, what each was formed from, other spellings. Sources: PROVENANCE.md. */
export const COMMUNES: readonly RosterUnit[] = [
  ward('19753', 'Phú Xuân', [
    'Phường Gia Hội',
    'Phường Phú Hậu',
    'Phường Tây Lộc',
    'Phường Thuận Lộc',
    'Phường Thuận Hòa',
    'Phường Đông Ba',
  ]),
  ward('19774', 'Kim Long', ['Phường Long Hồ', 'Phường Hương Long', 'Phường Kim Long']),
  ward('19777', 'Vỹ Dạ', ['Phường Thủy Vân', 'Phường Xuân Phú', 'Phường Vỹ Dạ']),
  ward(
    '19789',
    'Thuận Hóa',
    ['Phường Phú Hội', 'Phường Phú Nhuận', 'Phường Đúc', 'Phường Vĩnh Ninh', 'Phường Phước Vĩnh', 'Phường Trường An'],
    ['Phường Thuận Hoá'],
  ),
  ward('19804', 'Hương An', ['Phường An Hòa', 'Phường Hương Sơ', 'Phường Hương An']),
  ward('19813', 'Thủy Xuân', ['Phường Thủy Biều', 'Phường Thủy Bằng', 'Phường Thủy Xuân'], ['Phường Thuỷ Xuân']),
  ward('19815', 'An Cựu', ['Phường An Đông', 'Phường An Tây', 'Phường An Cựu']),
  ward('19819', 'Phong Điền', ['Phường Phong Thu', 'Xã Phong Mỹ', 'Xã Phong Xuân']),
  ward('19828', 'Phong Phú', ['Phường Phong Phú', 'Xã Phong Thạnh']),
  ward('19831', 'Phong Dinh', ['Phường Phong Hòa', 'Xã Phong Bình', 'Xã Phong Chương']),
  ward('19858', 'Phong Thái', ['Phường Phong An', 'Phường Phong Hiền', 'Xã Phong Sơn']),
  commune('19867', 'Quảng Điền', ['Thị trấn Sịa', 'Xã Quảng Phước', 'Xã Quảng An', 'Xã Quảng Thọ']),
  ward('19873', 'Phong Quảng', ['Phường Phong Hải', 'Xã Quảng Công', 'Xã Quảng Ngạn']),
  commune('19885', 'Đan Điền', ['Xã Quảng Thái', 'Xã Quảng Lợi', 'Xã Quảng Vinh', 'Xã Quảng Phú']),
  ward('19900', 'Thuận An', ['Phường Thuận An', 'Xã Phú Hải', 'Xã Phú Thuận']),
  ward('19909', 'Dương Nỗ', []),
  commune('19918', 'Phú Hồ', ['Xã Phú Xuân', 'Xã Phú Lương', 'Xã Phú Hồ']),
  ward('19930', 'Mỹ Thượng', ['Phường Phú Thượng', 'Xã Phú An', 'Xã Phú Mỹ']),
  commune('19942', 'Phú Vang', ['Thị trấn Phú Đa', 'Xã Phú Gia', 'Xã Vinh Hà']),
  commune('19945', 'Phú Vinh', ['Xã Phú Diên', 'Xã Vinh Xuân', 'Xã Vinh An', 'Xã Vinh Thanh']),
  ward('19960', 'Phú Bài', ['Phường Phú Bài', 'Xã Thủy Phù', 'Xã Phú Sơn', 'Xã Dương Hòa']),
  ward('19969', 'Thanh Thủy', ['Phường Thủy Dương', 'Phường Thủy Phương', 'Xã Thủy Thanh'], ['Phường Thanh Thuỷ']),
  ward('19975', 'Hương Thủy', ['Phường Thủy Lương', 'Phường Thủy Châu', 'Xã Thủy Tân'], ['Phường Hương Thuỷ']),
  ward('19996', 'Hương Trà', ['Phường Tứ Hạ', 'Phường Hương Văn', 'Phường Hương Vân']),
  ward('20014', 'Hóa Châu', ['Phường Hương Phong', 'Phường Hương Vinh', 'Xã Quảng Thành'], ['Phường Hoá Châu']),
  ward('20017', 'Kim Trà', ['Phường Hương Xuân', 'Phường Hương Chữ', 'Xã Hương Toàn']),
  commune('20035', 'Bình Điền', ['Xã Hương Bình', 'Xã Bình Thành', 'Xã Bình Tiến']),
  commune('20044', 'A Lưới 2', ['Thị trấn A Lưới', 'Xã Hồng Bắc', 'Xã Quảng Nhâm', 'Xã A Ngo']),
  commune('20050', 'A Lưới 5', ['Xã Hương Nguyên', 'Xã Hồng Hạ']),
  commune('20056', 'A Lưới 1', ['Xã Hồng Thủy', 'Xã Hồng Vân', 'Xã Trung Sơn', 'Xã Hồng Kim']),
  commune('20071', 'A Lưới 3', ['Xã Sơn Thủy', 'Xã Hồng Thượng', 'Xã Phú Vinh', 'Xã Hồng Thái']),
  commune('20101', 'A Lưới 4', ['Xã Hương Phong', 'Xã A Roàng', 'Xã Đông Sơn', 'Xã Lâm Đớt']),
  commune('20107', 'Phú Lộc', ['Thị trấn Phú Lộc', 'Xã Lộc Trì', 'Xã Lộc Bình']),
  commune('20122', 'Vinh Lộc', ['Xã Vinh Hưng', 'Xã Vinh Mỹ', 'Xã Giang Hải', 'Xã Vinh Hiền']),
  commune('20131', 'Hưng Lộc', ['Thị trấn Lộc Sơn', 'Xã Lộc Bổn', 'Xã Xuân Lộc']),
  commune('20137', 'Chân Mây - Lăng Cô', ['Thị trấn Lăng Cô', 'Xã Lộc Tiến', 'Xã Lộc Vĩnh', 'Xã Lộc Thủy']),
  commune('20140', 'Lộc An', ['Xã Lộc Hòa', 'Xã Lộc Điền', 'Xã Lộc An']),
  commune('20161', 'Khe Tre', ['Thị trấn Khe Tre', 'Xã Hương Phú', 'Xã Hương Lộc', 'Xã Thượng Lộ']),
  commune('20179', 'Nam Đông', ['Xã Hương Xuân', 'Xã Thượng Nhật', 'Xã Hương Sơn']),
  commune('20182', 'Long Quảng', ['Xã Thượng Quảng', 'Xã Thượng Long', 'Xã Hương Hữu']),
];
