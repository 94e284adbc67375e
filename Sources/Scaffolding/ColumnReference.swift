import Content
import Fields

/// The columns of a roster as documentation explains them, after their declarations.
package enum ColumnReference {
    /// A table in Markdown, in Chinese and English.
    package static var markdown: String {
        let head = "| 列 · Column | 何时填写 · When | 内容 · What | 例 · Example |\n| --- | --- | --- | --- |\n"
        return head + RosterColumn.all.map(row).joined()
    }

    private static func row(_ column: RosterColumn) -> String {
        let (when, what) = (column.presence.description, column.schema.purpose)
        let choices = column.schema.type.words?.map { "\($0.key)（\($0.chinese)）" }.joined(separator: "、")
        let example = choices ?? column.schema.example?.zh ?? ""
        let cells = [
            "\(column.chineseName) `\(column.name)`", "\(when.zh) · \(when.en)", "\(what.zh)\(what.en)", example,
        ]
        return "| " + cells.joined(separator: " | ") + " |\n"
    }
}
