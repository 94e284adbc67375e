import ArgumentParser
import Commands
import Values

/// `showcase new site`
struct NewSiteCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "site",
        abstract: "A whole small site that builds at once. 新建一个可以马上生成的小站点。",
        discussion: """
            Makes site.config, sample content and a copy of the themes. The themes are looked for beside the program and in
            the folder above it, as themes/ and share/showcase/themes/, and in the checkout that a program was built in;
            or name their folder with --themes.
            生成 site.config、样例内容，并复制主题。主题先在程序旁边、再在上一级文件夹里找：themes/、
            share/showcase/themes/；由源代码编译的程序也找源代码里的 themes/。也可以用 --themes 指定。

            Examples · 示例:
              showcase new site qc
              showcase new site qc --language en
            """)

    @Argument(help: ArgumentHelp("Folder to make; empty or not there yet. 新建的文件夹。", valueName: "folder"))
    var folder: String

    @Option(
        name: .long, help: "Language of the site: zh-CN or en. 站点的语言。", transform: { try OptionValue.word($0) })
    var language: SiteLanguage = .chinese

    @Option(name: .long, help: ArgumentHelp("Folder with themes. 主题所在的文件夹。", valueName: "folder"))
    var themes: String?

    func command() -> any Command { NewSite(folder: folder, language: language, themes: themes) }
}
