/** What the command line says about a sheet. */
import { texts } from '../../../core/texts.ts'

export const sheetTexts = texts(
  {
    'fault.no-question-column': '找不到问题这一列。现有：{column}。可以叫：问题、question、问题（英文）……',
    'fault.no-answer-column': '找不到答案这一列。现有：{column}。可以叫：答案、answer、答案（英文）……',
    'fault.no-question': '「{column}」没有写问题',
    'fault.no-answer': '「{column}」没有写答案',
    'fault.twice': '「{column}」编号重复：{detail} 行已经用过',
    'fault.invalid': '「{column}」不对：{detail}',
    'fault.quote': '第 {column} 列的引号没有收尾',
    ignored: '这些列没有用到：{columns}',
    added: '+ {id}',
    changed: '~ {id}',
    done: '✓ {file}：新增 {added} 条，更新 {changed} 条，{same} 条没有变化',
    dry: '试运行，没有写入。{file}：会新增 {added} 条，更新 {changed} 条，{same} 条没有变化',
  },
  {
    'fault.no-question-column': 'no column for questions. There are: {column}. Call it question, 问题, question (en) …',
    'fault.no-answer-column': 'no column for answers. There are: {column}. Call it answer, 答案, answer (en) …',
    'fault.no-question': '"{column}" holds no question',
    'fault.no-answer': '"{column}" holds no answer',
    'fault.twice': '"{column}": this id stands above already: {detail}',
    'fault.invalid': '"{column}" is wrong: {detail}',
    'fault.quote': 'the quote in column {column} is never closed',
    ignored: 'Columns that were not used: {columns}',
    added: '+ {id}',
    changed: '~ {id}',
    done: '✓ {file}: {added} added, {changed} changed, {same} as they were',
    dry: 'A dry run: nothing is written. {file}: {added} would be added, {changed} changed, {same} stay as they are',
  },
)
