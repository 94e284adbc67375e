import ArgumentParser
import Commands
import Scaffolding

/// `showcase schema`
struct SchemaCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of a kind of content. 输出一类内容的 JSON Schema，供编辑器补全字段。",
        discussion: """
            Editing programs complete the fields of front matter with it. 编辑器可用它补全和说明字段。
            docs/editing.md says how. 用法见 docs/editing.md。

            Kinds 类别: \(EditorSchema.Kind.allCases.map(\.rawValue).joined(separator: ", "))

            Examples 示例:
              showcase schema writeup > writeup.schema.json
              showcase schema form-definition
            """)

    @Argument(
        help: ArgumentHelp("Kind of content. 内容类别。", valueName: "kind"),
        transform: { try OptionValue.word($0) })
    var kind: EditorSchema.Kind

    func command() -> any Command { PrintSchema(kind) }
}
