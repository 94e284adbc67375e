import ArgumentParser
import Commands
import Diagnostics

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
