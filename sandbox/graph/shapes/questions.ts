import type { Question } from '../../tenant/model.ts';
import type { Shape } from '../odata/shape.ts';

export const questionShape: Shape<Question> = {
  type: 'accessPackageQuestion',
  typeOf: (row) => row['@odata.type'],
  properties: {
    id: (row) => row.id,
    sequence: (row) => row.sequence,
    isRequired: (row) => row.isRequired,
    isAnswerEditable: (row) => row.isAnswerEditable,
    text: (row) => row.text,
    localizations: (row) => row.localizations,
    isSingleLineQuestion: (row) => row.isSingleLineQuestion,
    regexPattern: (row) => row.regexPattern,
    isMultipleSelectionAllowed: (row) => row.isMultipleSelectionAllowed,
    choices: (row) => row.choices,
  },
  relations: {},
};
