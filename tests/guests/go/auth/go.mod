module auth

go 1.26
