import Diagnostics
import Fields
import Rules
import Values

/// The fields of a best practice: `practices/<slug>.md`.
package enum PracticeFields {
    package static let fields = FieldKey<[Located<BuildingField>]>.words(
        "fields", "建设领域", zh: "六个建设领域。", en: "The six fields of team building.")
    package static let criteria = FieldKey<[Located<Criterion>]>.words(
        "criteria", "评价项目", zh: "五个评价项目。", en: "The five criteria.")
    /// Teams as `2020/zj-003`.
    package static let teams = FieldKey<[Located<String>]>(
        FieldSchema(
            "teams", "来源班组", .list(.text), .team, refersTo: .team, example: LocalizedText(same: "[\"2022/zj-001\"]"),
            zh: "写成“年度/编号”。",
            en: "As year/id."), read: readTeams)
    package static let steps = FieldKey.texts("steps", "步骤", zh: "步骤要点。", en: "The steps in short.")
    package static let updated = FieldKey.date(
        "updated", "更新日期", label: "label_updated", zh: "最后更新日期。", en: "Day of the last change.")

    private static func readTeams(_ reader: inout FieldReader, _ name: String) -> [Located<String>]? {
        let teams = reader.texts(name).filter { team in
            guard !isTeam(team.value) else { return true }
            reader.report(
                Diagnostic(
                    .metaType, at: team.range,
                    message: LocalizedText(zh: "“\(team.value)”不是班组的写法。", en: "“\(team.value)” does not name a team."),
                    help: LocalizedText(zh: "请写成“年度/编号”，例如 2020/zj-003。", en: "Write year/id, such as 2020/zj-003.")))
            return false
        }
        return nonEmpty(teams)
    }

    /// Whether a text has the form `2020/zj-003`; whether the team exists is known when all files are read.
    private static func isTeam(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[0].utf8.count == 4 && parts[0].utf8.allSatisfy { (0x30...0x39).contains($0) }
            && Slug.isValid(String(parts[1]))
    }
}

extension DocumentDeclaration {
    static let practice = DocumentDeclaration(
        folder: "practices", zh: "最佳实践", en: "practice", counted: LocalizedText(zh: "最佳实践", en: "practice"),
        beginning: LocalizedText(
            zh: parts(["一句话做法", "背景与需求", "步骤", "结果", "推广条件"], "请改写。"),
            en: parts(["In one sentence", "Why", "Steps", "Results", "Where it fits"], "Rewrite this.")),
        [
            .field(CommonFields.methods), .field(CommonFields.works), .field(PracticeFields.fields),
            .field(PracticeFields.criteria), .field(PracticeFields.teams), .field(PracticeFields.steps),
            .day(PracticeFields.updated),
        ])

    private static func parts(_ headings: [String], _ text: String) -> String {
        headings.map { "## \($0)\n\n\(text)" }.joined(separator: "\n\n")
    }
}
