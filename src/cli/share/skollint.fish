# Completion of skollint for fish.
complete -c skollint -n __fish_use_subcommand -f -a 'check audit compare precedents outline cite rules explain'
complete -c skollint -n '__fish_seen_subcommand_from rules' -f -a 'list lint test diff'
complete -c skollint -n '__fish_seen_subcommand_from precedents' -f -a 'import list search agree remove'
complete -c skollint -l format -x -a 'text json ndjson html markdown csv docx sarif junit'
complete -c skollint -s o -l output -r
complete -c skollint -l beside
complete -c skollint -l rules -r
complete -c skollint -l profile -x
complete -c skollint -l lang -x -a 'sv en'
complete -c skollint -l fail-on -x -a 'must should advice never'
complete -c skollint -l date -x
complete -c skollint -l today -x
complete -c skollint -l on -x
complete -c skollint -l jobs -x
complete -c skollint -l baseline -r
complete -c skollint -l explain
complete -c skollint -l no-settings
complete -c skollint -l color -x -a 'auto always never'
complete -c skollint -l quiet
complete -c skollint -l show-personal-data
complete -c skollint -l files-from -r
complete -c skollint -l decision -r
complete -c skollint -l store -r
complete -c skollint -l huvudman -x
complete -c skollint -l plan -r
complete -c skollint -l with -r
complete -c skollint -l time
complete -c skollint -l as-template
complete -c skollint -l ocr -x -a 'auto always never'
complete -c skollint -l version
complete -c skollint -l help
