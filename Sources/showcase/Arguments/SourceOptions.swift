import ArgumentParser
import Commands
import Diagnostics
import History

/// Which site, and in which language it is spoken of.
struct SourceOptions: ParsableArguments {
    @Option(
        name: .customLong("source"),
        help: ArgumentHelp("Folder that holds site.config. 站点所在的文件夹（其中有 site.config）。", valueName: "folder"))
    var folder = "."

    @Option(
        name: .customLong("lang"), help: "Language of the messages: zh or en. 提示的语言。",
        transform: { try OptionValue.word($0) })
    var language: MessageLanguage?

    /// Which site, and in which language.
    var choice: SiteChoice { SiteChoice(folder: folder, language: language) }
}

/// Who changes a site, for its history.
struct PersonOptions: ParsableArguments {
    @Option(
        name: .customLong("by"),
        help: ArgumentHelp(
            "Who makes the change; kept for the next time. 由谁改动，记入修改记录，下次沿用。", valueName: "name"),
        transform: { text in
            try OptionValue.parse(
                text, hint: "a name of at most 40 characters, without < and >. 姓名不超过 40 个字，不带 < 和 >。"
            ) { EditorName($0) }
        })
    var person: EditorName?
}

/// Which site is changed, in which language it is spoken of, and by whom.
struct EditingOptions: ParsableArguments {
    @OptionGroup var source: SourceOptions
    @OptionGroup var person: PersonOptions

    /// Which site, in which language, and by whom.
    var choice: SiteChoice { SiteChoice(folder: source.folder, language: source.language, person: person.person) }
}
