import Testing

@Suite("Data about persons in files")
struct PersonalDataInFilesTests {
    @Test("rosters, lists and site.config are read as well")
    func everyFile() throws {
        let site = MarkedSite([
            "content/awards/2020/roster.csv": "id,team,enterprise,province,mode\nzj-001,甲班13523333233,乙公司,浙江,self\n",
            "content/enterprises.yaml": "- id: yi\n  names:\n    - name: 乙公司 13523333234\n",
        ])
        #expect(
            try site.findings().sorted()
                == [
                    "content/awards/2020/roster.csv:2:10 privacy/mobile",
                    "content/enterprises.yaml:3:17 privacy/mobile",
                ])
    }
}
