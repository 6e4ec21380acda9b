import type { LocalizedText, Question } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';

/** Text in English and, in this order, German, French, Japanese and Arabic. */
type Words = readonly [en: string, de: string, fr: string, ja: string, ar: string];

interface SeededText {
  kind: 'text';
  words: Words;
  required: boolean;
  editable: boolean;
  lines?: 'many';
  regex?: string;
}
interface SeededChoice {
  kind: 'choice';
  words: Words;
  required: boolean;
  editable: boolean;
  several?: true;
  choices: readonly [value: string, words: Words][];
}
export type SeededQuestion = SeededText | SeededChoice;

const YES: Words = ['Yes', 'Ja', 'Oui', 'はい', 'نعم'];
const NO: Words = ['No', 'Nein', 'Non', 'いいえ', 'لا'];

/** The questions that the company's policies ask. A policy names them by key. */
// prettier-ignore
export const QUESTIONS = {
  costCentre: { kind: 'text', required: true, editable: true, regex: '[0-9]{4}-[A-Z]{2}', words: ['Which cost centre pays for the licence?', 'Welche Kostenstelle zahlt die Lizenz?', 'Quel centre de coûts paie la licence ?', 'ライセンス費用を負担する原価センターはどれですか。', 'ما مركز التكلفة الذي يدفع ثمن الترخيص؟'] },
  recordUse: { kind: 'choice', required: true, editable: true, words: ['What will you do with the records?', 'Was haben Sie mit den Datensätzen vor?', 'Que ferez-vous de ces fiches ?', 'レコードを何に使いますか。', 'ماذا ستفعل بالسجلات؟'], choices: [
    ['read', ['Read them only', 'Nur lesen', 'Les lire seulement', '閲覧のみ', 'قراءتها فقط']],
    ['update', ['Update contacts and notes', 'Kontakte und Notizen pflegen', 'Mettre à jour les contacts et les notes', '連絡先とメモの更新', 'تحديث جهات الاتصال والملاحظات']],
    ['quote', ['Prepare quotes (needs the quoting course first)', 'Angebote vorbereiten (erst nach dem Angebotskurs)', 'Préparer des devis (après la formation aux devis)', '見積書の作成（先に見積研修が必要）', 'إعداد عروض الأسعار (بعد دورة عروض الأسعار)']],
  ] },
  salesRegions: { kind: 'choice', required: false, editable: true, several: true, words: ['Which regions do you look after?', 'Um welche Regionen kümmern Sie sich?', 'De quelles régions vous occupez-vous ?', '担当している地域はどこですか。', 'ما المناطق التي تتولاها؟'], choices: [
    ['nordics', ['Nordics', 'Nordeuropa', 'Pays nordiques', '北欧', 'بلدان الشمال']],
    ['dach', ['DACH', 'DACH', 'Allemagne, Autriche, Suisse', 'ドイツ語圏', 'ألمانيا والنمسا وسويسرا']],
    ['south', ['France, Italy, Iberia', 'Frankreich, Italien, Iberien', 'France, Italie, Ibérie', 'フランス・イタリア・イベリア', 'فرنسا وإيطاليا وإيبيريا']],
    ['east', ['Poland and the Baltics', 'Polen und Baltikum', 'Pologne et pays baltes', 'ポーランド・バルト諸国', 'بولندا ودول البلطيق']],
  ] },
  systems: { kind: 'choice', required: true, editable: false, several: true, words: ['Which systems?', 'Welche Systeme?', 'Quels systèmes ?', 'どのシステムですか。', 'أي الأنظمة؟'], choices: [
    ['gateway', ['Event gateway', 'Ereignis-Gateway', 'Passerelle d’événements', 'イベントゲートウェイ', 'بوابة الأحداث']],
    ['routes', ['Route engine', 'Routenrechner', 'Moteur d’itinéraires', 'ルートエンジン', 'محرك المسارات']],
    ['labels', ['Label printing', 'Etikettendruck', 'Impression d’étiquettes', 'ラベル印刷', 'طباعة الملصقات']],
  ] },
  customerData: { kind: 'choice', required: true, editable: false, words: ['Does it involve customer data?', 'Sind Kundendaten betroffen?', 'Des données clients sont-elles concernées ?', '顧客データを扱いますか。', 'هل يتعلق الأمر ببيانات العملاء؟'], choices: [['yes', YES], ['no', NO]] },
  payrollReports: { kind: 'choice', required: true, editable: true, words: ['Which reports?', 'Welche Berichte?', 'Quels rapports ?', 'どのレポートですか。', 'أي التقارير؟'], choices: [
    ['hours', ['Hours and bonuses, monthly', 'Stunden und Prämien, monatlich', 'Heures et primes, mensuel', '労働時間と賞与（月次）', 'الساعات والمكافآت، شهريًا']],
    ['headcount', ['Headcount, quarterly', 'Personalstand, vierteljährlich', 'Effectifs, trimestriel', '人員数（四半期）', 'عدد الموظفين، كل ثلاثة أشهر']],
  ] },
  shiftSite: { kind: 'choice', required: true, editable: false, words: ['At which site?', 'An welchem Standort?', 'Sur quel site ?', 'どの拠点ですか。', 'في أي موقع؟'], choices: [
    ['rotterdam', ['Rotterdam', 'Rotterdam', 'Rotterdam', 'ロッテルダム', 'روتردام']],
    ['gdansk', ['Gdańsk', 'Danzig', 'Gdańsk', 'グダニスク', 'غدانسك']],
    ['lyon', ['Lyon', 'Lyon', 'Lyon', 'リヨン', 'ليون']],
  ] },
  supervisor: { kind: 'text', required: true, editable: true, words: ['Who is your shift supervisor?', 'Wer leitet Ihre Schicht?', 'Qui dirige votre équipe ?', 'シフトの責任者は誰ですか。', 'من مشرف ورديتك؟'] },
  changeTicket: { kind: 'text', required: true, editable: false, regex: 'CHG-[0-9]{6}', words: ['Number of the approved change', 'Nummer der genehmigten Änderung', 'Numéro du changement approuvé', '承認済み変更の番号', 'رقم التغيير المعتمد'] },
  closeTask: { kind: 'text', required: false, editable: true, lines: 'many', words: ['What do you do in the close?', 'Was tun Sie beim Abschluss?', 'Que faites-vous lors de la clôture ?', '決算で何を担当しますか。', 'ما عملك في إقفال الحسابات؟'] },
  notes: { kind: 'text', required: false, editable: true, lines: 'many', words: ['Anything whoever decides should know?', 'Was sollte wissen, wer entscheidet?', 'Que faut-il savoir pour décider ?', '承認者に伝えておきたいことはありますか。', 'هل من شيء ينبغي أن يعرفه من يقرر؟'] },
  partnerProject: { kind: 'text', required: true, editable: true, regex: 'PRT-[0-9]{4}', words: ['Which project is it for?', 'Für welches Projekt?', 'Pour quel projet ?', 'どのプロジェクトのためですか。', 'لأي مشروع؟'] },
  destinations: { kind: 'choice', required: false, editable: true, several: true, words: ['Where do you travel?', 'Wohin reisen Sie?', 'Où voyagez-vous ?', '渡航先はどこですか。', 'إلى أين تسافر؟'], choices: [
    ['jp', ['Japan', 'Japan', 'Japon', '日本', 'اليابان']],
    ['sg', ['Singapore', 'Singapur', 'Singapour', 'シンガポール', 'سنغافورة']],
    ['ae', ['United Arab Emirates', 'Vereinigte Arabische Emirate', 'Émirats arabes unis', 'アラブ首長国連邦', 'الإمارات العربية المتحدة']],
  ] },
} satisfies Record<string, SeededQuestion>;

export type QuestionKey = keyof typeof QUESTIONS;

const LANGUAGES = ['de', 'fr', 'ja', 'ar'];

/** The questions of one policy in wire shape, in this order. */
export function toQuestions(tenant: Tenant, policyKey: string, keys: readonly QuestionKey[]): Question[] {
  return keys.map((key, sequence) => toQuestion(questionId(tenant, policyKey, key), sequence, QUESTIONS[key]));
}

/** The id of a question of a policy `package/policy`. */
export function questionId(tenant: Tenant, policyKey: string, key: QuestionKey): string {
  return tenant.newId(`question/${policyKey}/${key}`);
}

function toQuestion(id: string, sequence: number, seeded: SeededQuestion): Question {
  const common = {
    id,
    sequence,
    isRequired: seeded.required,
    isAnswerEditable: seeded.editable,
    text: seeded.words[0],
    localizations: localized(seeded.words),
  };
  if (seeded.kind === 'text') {
    return {
      '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion',
      ...common,
      isSingleLineQuestion: seeded.lines !== 'many',
      regexPattern: seeded.regex ?? null,
    };
  }
  return {
    '@odata.type': '#microsoft.graph.accessPackageMultipleChoiceQuestion',
    ...common,
    isMultipleSelectionAllowed: seeded.several === true,
    choices: seeded.choices.map(([actualValue, words]) => ({ actualValue, text: words[0], localizations: localized(words) })),
  };
}

function localized(words: Words): LocalizedText[] {
  return LANGUAGES.map((languageCode, index) => ({ languageCode, text: words[index + 1] ?? words[0] }));
}
