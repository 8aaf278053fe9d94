/** What the command line says about a sheet. */
import { texts } from '../../../core/texts.ts'

export const sheetTexts = texts(
  {
    'fault.no-question-column': '找不到问题这一列。现有：{column}。可以叫：问题、question、问题（英文）……',
    'fault.no-answer-column': '找不到答案这一列。现有：{column}。可以叫：答案、answer、答案（英文）……',
    'fault.empty': '表里一行也没有。第一行写列名：问题、答案，下面一行一条',
    'fault.workbook': '这是 Excel 工作簿。请在表格里另存为 CSV（逗号分隔），再导入',
    'fault.no-question': '「{column}」没有写问题。补上，或删掉这一行；合并过的单元格请拆开填满',
    'fault.no-answer': '「{column}」没有写答案。补上，或删掉这一行',
    'fault.twice': '「{column}」编号重复：{detail} 行已经用过。换一个编号，或删掉其中一行',
    'fault.date': '「{column}」的 {detail} 不是日期。写成 2026-03-05 或 2026年3月5日',
    'fault.link': '「{column}」的 {detail} 不是网址。写成 https://…，前面可以有文字',
    'fault.id': '「{column}」的 {detail} 不能做编号：只用小写字母、数字和短横线，或者留空',
    'fault.invalid': '「{column}」不对：{detail}',
    'fault.quote': '第 {column} 列的引号没有收尾。补上引号，或从表格重新另存为 CSV',
    assumed: '没有列名：第一列当作问题，第二列当作答案，其余当作别的问法',
    ignored: '这些列没有用到：{columns}',
    added: '+ {question}（{id}）',
    changed: '~ {question}（{id}）',
    done: '✓ {file}：新增 {added} 条，更新 {changed} 条，{same} 条没有变化',
    dry: '试运行，没有写入。{file}：会新增 {added} 条，更新 {changed} 条，{same} 条没有变化',
  },
  {
    'fault.no-question-column': 'no column for questions. There are: {column}. Call it question, 问题, question (en) …',
    'fault.no-answer-column': 'no column for answers. There are: {column}. Call it answer, 答案, answer (en) …',
    'fault.empty':
      'there is no row. Name the columns in the first one, question and answer, and put one entry a row below',
    'fault.workbook': 'this is an Excel workbook. Save it as CSV from the spreadsheet, then import that',
    'fault.no-question':
      '"{column}" holds no question. Write one, or delete the row; merged cells have to be split and filled',
    'fault.no-answer': '"{column}" holds no answer. Write one, or delete the row',
    'fault.twice': '"{column}": this id stands above already: {detail}. Give it another, or delete one of the rows',
    'fault.date': '"{column}": {detail} is no date. Write it as 2026-03-05',
    'fault.link': '"{column}": {detail} is no address. Write https://…, with words before it if you like',
    'fault.id': '"{column}": {detail} cannot be an id: lower-case letters, digits and dashes, or leave it empty',
    'fault.invalid': '"{column}" is wrong: {detail}',
    'fault.quote': 'the quote in column {column} is never closed. Close it, or save the sheet as CSV again',
    assumed:
      'No row names the columns: the first is taken for questions, the second for answers, others for other wordings',
    ignored: 'Columns that were not used: {columns}',
    added: '+ {question} ({id})',
    changed: '~ {question} ({id})',
    done: '✓ {file}: {added} added, {changed} changed, {same} as they were',
    dry: 'A dry run: nothing is written. {file}: {added} would be added, {changed} changed, {same} stay as they are',
  },
)
