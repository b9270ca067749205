import type { RosterUnit } from '#seed';
import type { Paper } from './scene.js';

/** The campaign's fields with the models that units of the demonstration run in them. */
export const MODEL_NAMES = {
  ADMIN_REFORM_DIGITAL: [
    ['NKH', 'Ngày không hẹn'],
    ['HSTT', 'Hồ sơ trực tuyến'],
    ['CBHDS', 'Cán bộ hướng dẫn số'],
    ['THTCDSCD', 'Tổ hỗ trợ chuyển đổi số cộng đồng'],
  ],
  SOCIO_ECONOMIC: [
    ['', 'Chợ không rác thải nhựa'],
    ['', 'Tổ liên kết trồng thanh trà hữu cơ'],
    ['', 'Vận động hiến đất mở rộng đường thôn'],
    ['', 'Tuyến đường xanh – sạch – sáng do hộ dân tự quản'],
    ['', 'Tổ phụ nữ giúp nhau thoát nghèo bền vững'],
  ],
  CULTURE_SOCIETY: [
    ['', 'Thư viện ca Huế trong khu dân cư'],
    ['', 'Bếp ấm cho người cao tuổi sống một mình'],
    ['', 'Khu dân cư không có người bỏ học giữa chừng'],
    ['', 'Cưới hỏi, ma chay tiết kiệm, văn minh'],
  ],
  DEFENCE_SECURITY: [
    ['', 'Tổ tự quản an ninh trật tự qua nhóm tin nhắn'],
    ['', 'Dân quân cùng dân phòng chống lụt bão'],
  ],
  PARTY_POLITICAL_SYSTEM: [
    ['', 'Ngày thứ Bảy chi bộ đến với dân'],
    ['', 'Hòm thư góp ý và trả lời trong ba ngày'],
  ],
} as const;
export type FieldKey = keyof typeof MODEL_NAMES;

/** Every linked programme: a plan is complete only with all of them. */
export const PROGRAMMES = [
  'ADMINISTRATIVE_REFORM',
  'DIGITAL_TRANSFORMATION',
  'GRASSROOTS_DEMOCRACY',
  'PATRIOTIC_EMULATION',
];

/** The form of a registration, filled in. */
export const formOf = (name: string, place: string): Readonly<Record<string, string>> => ({
  situation: `Qua khảo sát tại ${place}, người dân còn phải đi lại nhiều lần và chưa có nơi để cùng bàn việc chung.`,
  objectives: `Đến hết năm, mô hình “${name}” được duy trì hằng tuần và có ít nhất 80% hộ tham gia.`,
  content: 'Họp dân thống nhất cách làm, phân công tổ nòng cốt, thực hiện hằng tuần, công khai kết quả hằng tháng.',
  place,
  forces: 'Đơn vị chủ trì; Mặt trận, đoàn thể và tổ trưởng phối hợp; người dân tham gia.',
  resources: 'Kinh phí thường xuyên và đóng góp tự nguyện; từ tháng 7 đến tháng 12.',
  outputs: 'Sổ theo dõi, hình ảnh, số lượt người dân tham gia, kết quả khảo sát mức độ hài lòng.',
  sustainability: 'Đưa vào quy ước của tổ dân phố, thôn; có thể làm ở nơi khác với cùng hướng dẫn.',
});

/** What was done for a model on a day. */
export const ACTIVITIES = [
  'Họp dân, thống nhất cách làm và phân công tổ nòng cốt.',
  'Ra quân thực hiện đợt một, có sự tham gia của Mặt trận và đoàn thể.',
  'Thực hiện thường xuyên hằng tuần, công khai kết quả tại nhà sinh hoạt cộng đồng.',
  'Sơ kết, khảo sát mức độ hài lòng của người dân.',
];

const COMMUNAL: readonly string[] = ['WARD', 'COMMUNE'];

/** True for wards and communes. */
export const isCommunal = ({ kind }: RosterUnit): boolean => COMMUNAL.includes(kind);

/** A paper of a unit; a ward's or commune's comes from its People's Committee. */
export const paperOf = ({ key, name, kind }: RosterUnit, type: string): Paper =>
  COMMUNAL.includes(kind)
    ? { issuer: `UBND ${name.charAt(0).toLowerCase()}${name.slice(1)}`, type, symbol: 'UBND', capacity: 'TM' }
    : { issuer: name, type, symbol: key, capacity: 'HEAD' };

const body =
  (issuer: string, symbol: string, capacity: Paper['capacity']) =>
  (type: string): Paper => ({ issuer, type, symbol, capacity });

/** Papers of Home Affairs, of the city's People's Committee and of its award council. */
export const homeAffairsPaper = body('Sở Nội vụ', 'SNV', 'HEAD');
export const cityPaper = body('UBND thành phố Huế', 'UBND', 'TM');
export const councilPaper = body('Hội đồng thi đua - khen thưởng thành phố', 'HĐTĐKT', 'TM');
