import ArgumentParser
import Commands

/// `showcase export certificates`
struct ExportCertificatesCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "certificates",
        abstract: "A PDF with one page for every title of a year that is held. 把一个年度的有效称号做成可打印的证书 PDF。",
        discussion: """
            The page is drawn after certificate.yaml of the theme. Withdrawn titles get none, an edition in publicity has
            none, and no seal is drawn.
            版面取自主题的 certificate.yaml。已撤销的称号不出证书，公示中的年度不出证书，不画印章。

            Example · 示例:
              showcase export certificates --year 2020 --output 证书.pdf
            """)

    @Option(name: .long, help: ArgumentHelp("The edition's year. 年度。", valueName: "year"))
    var year: Int

    @OptionGroup var site: ExportOptions

    func validate() throws { _ = try OutputEnding.checked(site.output, among: ["pdf"]) }

    func command() -> any Command { site.command(.certificates(year: year)) }
}
